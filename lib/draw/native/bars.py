"""The bars of a panel as series over categories: slots for their places, labels where they belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from lib.charts import spec
from lib.charts.spec import Of, Stroke
from lib.draw.model import Axis, Bar, Bars, BarSeries, Label
from lib.draw.native.axes import axis, real
from lib.draw.native.naming import bar_name
from lib.draw.native.plot import Plot
from lib.draw.native.slots import Slots, slots
from lib.draw.text import plain, runs
from lib.words.speak import Words

_NEAR = 1e-9
_WIDTH = 0.8
_SHORT = 0.02
"""Up to which part of its axis does a whisker hide nothing of the label at its bar?"""
_PLACES = {"end": "out", "start": "base", "middle": "centre"}


@dataclass(frozen=True, slots=True)
class BarPlot:
    """Bars, the slots of their places, the axis of their values, and the labels that are on them or name them."""

    bars: Bars
    slots: Slots
    values: Axis
    taken: frozenset[spec.Label]


@dataclass(frozen=True, slots=True)
class Piece:
    """One bar at its place among the numbers of the axis across."""

    of: Of
    place: float
    bar: spec.Bar
    kind: spec.Bars
    label: Label | None

    @property
    def base(self) -> float:
        """Where does it begin?"""
        return self.bar.base or 0.0

    @property
    def drawn(self) -> Bar:
        """What is drawn?"""
        less, more = self.bar.reach if self.kind.whisker else (None, None)
        return Bar(self.bar.length, self.bar.fill, self.label, less, more)


def bar_plot(plot: Plot, words: Words, apart: Mapping[Of, Label] = MappingProxyType({})) -> BarPlot:
    """Which bars does a panel show, in which slots, with which labels as names and on them, or `apart` from them?"""
    across = plot.panel.y if plot.lying else plot.panel.x
    along = plot.panel.x if plot.lying else plot.panel.y
    listed = across.categories
    stacked = any(abs(bar.base or 0.0) > _NEAR for _, _, bar in plot.pieces)
    values = axis(along, [bar.end for _, _, bar in plot.pieces], grid=not plot.lying)
    span = values.high - values.low
    taken = {label for label in plot.labels if _is_on_bar(label, plot, span, stacked=stacked)}
    pieces = _pieces(plot, listed, taken, apart)
    places = {piece.place for piece in pieces}
    clusters = (
        dict(zip(across.ticks, across.names, strict=True))
        if across.names and not listed and not places & set(across.ticks)
        else {}
    )
    wanted = list(clusters) or ([*range(len(listed))] if listed else list(places))
    at = slots([real(place) for place in wanted], edges=_edges(across, listed, lying=plot.lying))
    thick = plot.bars[0][1].width or _WIDTH
    named = {_place_of(label, pieces): plain(runs(label.text)) for label in taken if label.role == "name"}
    series = _clustered(plot, pieces, at) if clusters else _layered(pieces, at)
    bars = Bars(
        horizontal=plot.lying,
        stacked=stacked,
        categories=tuple(plain(runs(name)) for name in clusters.values())
        or _categories(at, listed, named, lying=plot.lying),
        series=tuple(replace(one, name=bar_name(one, words)) for one in series),
        every=_every(across, at),
        **_gaps(pieces, at, thick, len(clusters)),
    )
    return BarPlot(bars, at, values, frozenset(taken))


def _is_on_bar(label: spec.Label, plot: Plot, span: float, *, stacked: bool) -> bool:
    """Is a label a bar's name, or can it stand on it? None can at the end of a stack or over a long whisker."""
    mark = plot.chart.marks[label.of.mark] if label.of else None
    if label.of is None or not isinstance(mark, spec.Bars):
        return False
    over = max(map(abs, mark.bars[label.of.item].reach)) if mark.whisker else 0.0
    return label.role in ("name", "middle") or (label.role == "end" and not stacked and over < span * _SHORT)


def _pieces(
    plot: Plot, listed: tuple[str, ...], taken: set[spec.Label], apart: Mapping[Of, Label]
) -> list[Piece]:
    labels = dict(apart) | {
        label.of: Label(runs(label.text), label.colour, _PLACES[label.role], label.ground)
        for label in taken
        if label.role != "name"
    }
    pieces = []
    for of, mark, bar in plot.pieces:
        own = Label(runs(bar.text), bar.ink, _PLACES[mark.where]) if bar.text else labels.get(of)
        place = float(listed.index(bar.place)) if isinstance(bar.place, str) else real(bar.place)
        pieces.append(Piece(of, place, bar, mark, own))
    return pieces


def _place_of(label: spec.Label, pieces: list[Piece]) -> float:
    return next(piece.place for piece in pieces if piece.of == label.of)


def _edges(across: spec.Axis, listed: tuple[str, ...], *, lying: bool) -> tuple[float, float]:
    """The ends of the axis in the order of drawing: from the left, and for lying bars from the top."""
    if listed:
        return -0.5, len(listed) - 0.5
    assert across.ends
    low, high = (real(end) for end in across.ends)
    return (high, low) if lying else (low, high)


def _clustered(plot: Plot, pieces: list[Piece], at: Slots) -> list[BarSeries]:
    """A series a mark, each bar in the slot of the nearest tick."""
    return [
        _series(
            [
                (at.index(min(at.places, key=lambda tick: abs(tick - piece.place))), piece)
                for piece in pieces
                if piece.of.mark == number
            ],
            at.count,
            mark.name,
        )
        for number, mark in plot.bars
    ]


def _layered(pieces: list[Piece], at: Slots) -> list[BarSeries]:
    """Which bar of each place comes first from zero, which next? Where nothing leads to a bar, a clear one does."""
    by_place: dict[float, list[Piece]] = defaultdict(list)
    for piece in pieces:
        by_place[piece.place].append(piece)
    columns: dict[float, list[Piece | Bar]] = {}
    for place, own in by_place.items():
        reached = 0.0
        column: list[Piece | Bar] = []
        for piece in sorted(own, key=lambda piece: piece.base):
            if abs(piece.base - reached) > _NEAR * max(1.0, abs(reached)):
                column.append(Bar(piece.base - reached))
            column.append(piece)
            reached = piece.bar.end
        columns[place] = column
    return [
        _series(
            [(at.index(place), column[layer]) for place, column in columns.items() if layer < len(column)],
            at.count,
            "",
        )
        for layer in range(max(map(len, columns.values())))
    ]


def _series(filled: list[tuple[int, Piece | Bar]], count: int, name: str) -> BarSeries:
    bars: list[Bar | None] = [None] * count
    whisker: Stroke | None = None
    for slot, piece in filled:
        bars[slot] = piece.drawn if isinstance(piece, Piece) else piece
        if isinstance(piece, Piece):
            whisker = whisker or piece.kind.whisker
    return BarSeries(name, tuple(bars), whisker)


def _categories(
    at: Slots, listed: tuple[str, ...], named: dict[float, str], *, lying: bool
) -> tuple[str, ...]:
    texts = [""] * at.count
    if not lying and not listed:
        texts = [f"{at.places[0] + slot * at.unit:g}" for slot in range(at.count)]
    for place, slot in zip(at.places, at.at, strict=True):
        if listed:
            texts[slot] = listed[int(place)]
        elif place in named:
            texts[slot] = named[place]
    return tuple(texts)


def _every(across: spec.Axis, at: Slots) -> int:
    """Every which category is named? As far apart as the chart's own ticks."""
    if across.names or len(across.ticks) < 2:
        return 1
    first, second = (real(tick) for tick in across.ticks[:2])
    return max(1, round(abs((second - first) / at.unit)))


def _gaps(pieces: list[Piece], at: Slots, thick: float, clusters: int) -> dict[str, int]:
    """How far apart are bars of one slot, and slots, in percent of the width of a bar?"""
    if clusters:
        apart = min(
            (abs(one.place - other.place) for one in pieces for other in pieces if one.place != other.place),
            default=thick,
        )
        group = apart * (len(pieces) // clusters - 1) + thick
        return {"gap": round((1 - group) / thick * 100), "overlap": -round((apart - thick) / thick * 100)}
    slot = abs(at.edges[1] - at.edges[0]) if at.count == 1 else abs(at.unit)
    return {"gap": max(0, round((slot / thick - 1) * 100)), "overlap": 100}
