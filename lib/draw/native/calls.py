"""Labels over and under the parts of a bar that are too narrow for them, and the lines that lead to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lib.charts import spec
from lib.charts.spec import Of
from lib.draw.model import Call, Label
from lib.draw.native.axes import NEAR, real
from lib.draw.native.plot import Plot
from lib.draw.text import runs

_ROWS = 3
"""Into how many rows is the room of a bar parted: over it, its own, and under it."""


@dataclass(frozen=True, slots=True)
class Called:
    """Which labels of a bar of parts stand over or under it, and which lines of its panel lead to them."""

    calls: tuple[Call, ...] = ()
    labels: frozenset[spec.Label] = frozenset()
    lines: frozenset[int] = frozenset()
    places: tuple[float, ...] = ()


def called_of(plot: Plot) -> Called | None:
    """Which labels stand over and under the only bar of a panel? None where none does, or parts leave gaps."""
    pieces = sorted(plot.pieces, key=lambda piece: piece[2].base or 0.0)
    if not plot.lying or len({bar.place for _, _, bar in pieces}) != 1:
        return None
    order: Mapping[Of, int] = {of: part for part, (of, _, _) in enumerate(pieces)}
    labels = {
        order[label.of]: label
        for label in plot.labels
        if label.of and label.of in order and label.role == "beside" and label.along != "middle"
    }
    leading = frozenset(number for number, mark in plot.lines if isinstance(mark, spec.Points) and mark.leads)
    ends = [0.0, *(bar.end for _, _, bar in pieces)]
    whole = all(abs((bar.base or 0.0) - end) < NEAR for (_, _, bar), end in zip(pieces, ends, strict=False))
    if not labels or not leading or not whole:
        return None
    calls = tuple(
        Call(part, label.along == "bottom", Label(runs(label.text), label.colour, "end", label.ground))
        for part, label in sorted(labels.items())
    )
    place, step = real(pieces[0][2].place), _room(plot.panel.y) / _ROWS
    return Called(calls, frozenset(labels.values()), leading, (place + step, place, place - step))


def _room(axis: spec.Axis) -> float:
    assert axis.ends
    low, high = map(real, axis.ends)
    return high - low
