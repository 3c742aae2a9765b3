"""The bars of a plot as series over categories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lib.briefing.native.axes import number
from lib.briefing.native.grouped import Plot
from lib.draw.model import Bar, Fill, Label, Stroke
from lib.draw.text import runs

_NEAR = 1e-9


@dataclass(frozen=True, slots=True)
class Piece:
    """One bar of a trace: where it stands, from where to where it reaches, and how it looks."""

    place: float
    base: float
    length: float | None
    fill: Fill
    label: Label | None
    less: float | None
    more: float | None
    whisker: Stroke | None
    trace: int

    @property
    def end(self) -> float:
        """Where does the bar end?"""
        return self.base + (self.length or 0.0)

    @property
    def bar(self) -> Bar:
        """What is drawn?"""
        return Bar(self.length, self.fill, self.label, self.less, self.more)


def pieces(plot: Plot, categories: tuple[str, ...]) -> list[Piece]:
    """Which bars are there? A category that is a text stands at its number in the list."""
    found = [
        _piece(trace, order, point, plot.horizontal, categories)
        for order, trace in enumerate(plot.bars)
        for point in range(len(trace["x"]))
    ]
    return _heaped(found) if plot.heaped else found


def _heaped(found: list[Piece]) -> list[Piece]:
    """Each bar on those before it."""
    reached: dict[float, float] = defaultdict(float)
    done = []
    for piece in found:
        done.append(replace(piece, base=reached[piece.place]))
        reached[piece.place] += piece.length or 0.0
    return done


def stacked(found: list[Piece]) -> bool:
    """Does a bar begin where another ends?"""
    return any(abs(piece.base) > _NEAR for piece in found)


def layers(found: list[Piece]) -> list[dict[float, Piece | Bar]]:
    """Which bar of each place comes first from zero, which next? Where nothing leads to a bar, a clear one does."""
    by_place: dict[float, list[Piece]] = defaultdict(list)
    for piece in found:
        by_place[piece.place].append(piece)
    columns: dict[float, list[Piece | Bar]] = {}
    for place, own in by_place.items():
        reached = 0.0
        column: list[Piece | Bar] = []
        for piece in sorted(own, key=lambda piece: piece.base):
            if abs(piece.base - reached) > _NEAR * max(1.0, abs(reached)):
                column.append(Bar(piece.base - reached))
            column.append(piece)
            reached = piece.end
        columns[place] = column
    deepest = max(map(len, columns.values()))
    return [
        {place: column[layer] for place, column in columns.items() if layer < len(column)}
        for layer in range(deepest)
    ]


def _piece(
    trace: Mapping[str, Any], order: int, point: int, horizontal: bool, categories: tuple[str, ...]
) -> Piece:
    along, across = ("x", "y") if horizontal else ("y", "x")
    where = trace[across][point]
    error = trace.get(f"error_{along}") or {}
    return Piece(
        place=float(categories.index(where)) if isinstance(where, str) else float(where),
        base=float((trace.get("base") or [0.0] * (point + 1))[point]),
        length=number(trace[along][point]),
        fill=fill(trace["marker"], point),
        label=_label(trace, point),
        less=error["arrayminus"][point] if error else None,
        more=error["array"][point] if error else None,
        whisker=Stroke(error["color"].upper(), error["thickness"]) if error else None,
        trace=order,
    )


def fill(marker: Mapping[str, Any], point: int) -> Fill:
    """How is a bar filled?"""
    colour, edge = _at(marker["color"], point), marker.get("line") or {}
    hatch = marker.get("pattern")
    if hatch:
        return Fill(hatch["fgcolor"].upper(), colour.upper(), hatched=True)
    return Fill(colour.upper(), edge.get("color", "").upper())


def _label(trace: Mapping[str, Any], point: int) -> Label | None:
    text = _at(trace.get("text") or "", point)
    if not text:
        return None
    if trace["textposition"] == "outside":
        font, place = trace.get("textfont") or {}, "out"
    else:
        font = trace.get("insidetextfont") or {}
        place = "base" if trace.get("insidetextanchor") == "start" else "centre"
    return Label(runs(text), str(_at(font.get("color", ""), point)).upper(), place)


def _at(value: Any, point: int) -> Any:
    return value[point] if isinstance(value, (list, tuple)) else value
