"""The bars of a panel one by one, each with its label, and which of these stand at the ends of stacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lib.charts import spec
from lib.charts.spec import Of
from lib.draw.model import Bar, Label
from lib.draw.native.axes import real
from lib.draw.native.plot import Plot
from lib.draw.native.slots import Slots
from lib.draw.text import runs

_PLACES = {"end": "out", "start": "base", "middle": "centre"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One bar at its place among the numbers of the axis across, with the label on it and that at its end."""

    of: Of
    place: float
    bar: spec.Bar
    kind: spec.Bars
    label: Label | None
    end: Label | None = None

    @property
    def base(self) -> float:
        """Where does it begin?"""
        return self.bar.base or 0.0

    @property
    def drawn(self) -> Bar:
        """What is drawn?"""
        less, more = self.bar.reach if self.kind.whisker else (None, None)
        return Bar(self.bar.length, self.bar.fill, self.label, less, more)


def pieces_of(
    plot: Plot,
    listed: tuple[str, ...],
    taken: set[spec.Label],
    apart: Mapping[Of, Label],
    last: frozenset[Of],
) -> list[Piece]:
    """Which bars does a panel show, with the labels that are `taken` on them and those `apart` from them?

    `last` are those that stacks end with: no program has a place at the end of a part for its label.
    """
    on = dict(apart) | {
        label.of: _of_label(label)
        for label in taken
        if label.of and label.role != "name" and not (label.of in last and is_at_end(label, plot))
    }
    ends = {label.of: _of_label(label) for label in taken if label.of in last and is_at_end(label, plot)}
    pieces = []
    for of, mark, bar in plot.pieces:
        own = Label(runs(bar.text), bar.ink, _PLACES[mark.where]) if bar.text else None
        place = float(listed.index(bar.place)) if isinstance(bar.place, str) else real(bar.place)
        if own and own.place == "out" and of in last:
            ends[of] = own
            own = None
        elif own and own.place == "out" and last:
            own = replace(own, place="centre")
        pieces.append(Piece(of, place, bar, mark, own or on.get(of), ends.get(of)))
    return pieces


def _of_label(label: spec.Label) -> Label:
    return Label(runs(label.text), label.colour, _PLACES.get(label.role, "out"), label.ground)


def is_at_end(label: spec.Label, plot: Plot) -> bool:
    """Does a label stand at the end of its bar?"""
    mark = plot.chart.marks[label.of.mark] if label.of else None
    if label.of is None or not isinstance(mark, spec.Bars):
        return False
    bar = mark.bars[label.of.item]
    if bar.length is None:
        return False
    beside = label.role == "beside" and mark.lying and label.along == "middle" and label.across == "left"
    return label.role == "end" or (beside and not label.up and (label.x, label.y) == (bar.end, bar.place))


def last_of(plot: Plot) -> frozenset[Of]:
    """Which bars are the last of the stack that stands at their place?"""
    found: dict[spec.Value, tuple[float, Of]] = {}
    for of, _, bar in plot.pieces:
        if bar.place not in found or bar.end >= found[bar.place][0]:
            found[bar.place] = bar.end, of
    return frozenset(of for _, of in found.values())


def ends_of(pieces: list[Piece], at: Slots) -> tuple[Bar | None, ...]:
    """What stands at the end of each stack?

    A label at the foot of a clear bar, which begins where the last part ends, or where its whisker does: `value` is how
    far that reaches.
    """
    ends: list[Bar | None] = [None] * at.count
    for piece in pieces:
        if piece.end:
            reach = piece.drawn.less if piece.bar.end < 0 else piece.drawn.more
            ends[at.index(piece.place)] = Bar(reach, None, replace(piece.end, place="base"))
    return tuple(ends) if any(ends) else ()
