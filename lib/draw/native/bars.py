"""The bars of a panel as series over categories: slots for their places, labels where they belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from lib.charts import spec
from lib.charts.spec import Of, Stroke
from lib.draw.model import Axis, Bar, Bars, BarSeries, Label
from lib.draw.native.axes import NEAR, axis, real
from lib.draw.native.calls import Called, called_of
from lib.draw.native.naming import bar_name
from lib.draw.native.pieces import Piece, ends_of, is_at_end, last_of, pieces_of
from lib.draw.native.plot import Plot
from lib.draw.native.slots import Slots, slots
from lib.draw.text import plain, runs
from lib.words.speak import Words

_WIDTH = 0.8
_SHORT = 0.02
"""Up to which part of its axis does a whisker hide nothing of the label at its bar?"""


@dataclass(frozen=True, slots=True)
class BarPlot:
    """Bars, the slots of their places, the axis of their values, and the labels that are on them or name them.

    `led` are the lines that their own take the place of.
    """

    bars: Bars
    slots: Slots
    values: Axis
    taken: frozenset[spec.Label]
    led: frozenset[int] = frozenset()


def bar_plot(plot: Plot, words: Words, apart: Mapping[Of, Label] = MappingProxyType({})) -> BarPlot:
    """Which bars does a panel show, in which slots, with which labels as names and on them, or `apart` from them?"""
    across = plot.panel.y if plot.lying else plot.panel.x
    along = plot.panel.x if plot.lying else plot.panel.y
    listed = across.categories
    values = axis(along, [bar.end for _, _, bar in plot.pieces], grid=not plot.lying)
    clusters = _clusters(across, plot)
    stacked = not clusters and _is_stacked(plot, values.high - values.low)
    called = (called_of(plot) if stacked else None) or Called()
    last = last_of(plot) if stacked else frozenset()
    on_bars = (label for label in plot.labels if label not in called.labels)
    taken = {label for label in on_bars if _is_on_bar(label, plot, values, last)}
    pieces = pieces_of(plot, listed, taken, apart, last)
    own = called.places or {piece.place for piece in pieces}
    wanted = list(clusters) or ([*range(len(listed))] if listed else list(own))
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
        ends=ends_of(pieces, at),
        calls=called.calls,
        **_gaps(pieces, at, thick, len(clusters)),
    )
    return BarPlot(bars, at, values, called.labels | taken, called.lines)


def _clusters(across: spec.Axis, plot: Plot) -> dict[spec.Value, str]:
    """Which ticks have several bars beside each other, and what are they called?"""
    places = {bar.place for _, _, bar in plot.pieces}
    if not across.names or across.categories or places & set(across.ticks):
        return {}
    return dict(zip(across.ticks, across.names, strict=True))


def _is_stacked(plot: Plot, span: float) -> bool:
    """Do bars stand on each other, or what stands at their ends on whiskers?"""
    bars = [(mark, bar) for _, mark, bar in plot.pieces]
    heaped = any(abs(bar.base or 0.0) > NEAR for _, bar in bars)
    told = {label.of for label in plot.labels if label.role == "end"}
    over = any(of in told and _over(mark, bar) >= span * _SHORT for of, mark, bar in plot.pieces)
    return heaped or (over and (not plot.lying or all(bar.end >= 0 for _, bar in bars)))


def _over(mark: spec.Bars, bar: spec.Bar) -> float:
    """How far does the whisker of a bar reach?"""
    return max(map(abs, bar.reach)) if mark.whisker else 0.0


def _is_on_bar(label: spec.Label, plot: Plot, values: Axis, last: frozenset[Of]) -> bool:
    """Is a label a bar's name, or can it stand on it? At the end of a bar with a short whisker, or of a stack, of which
    the `last` parts are known.
    """
    mark = plot.chart.marks[label.of.mark] if label.of else None
    if label.of is None or not isinstance(mark, spec.Bars):
        return False
    if label.role in ("name", "middle"):
        return True
    if last:
        return label.of in last and is_at_end(label, plot)
    short = _over(mark, mark.bars[label.of.item]) < (values.high - values.low) * _SHORT
    return label.role == "end" and short


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
            if abs(piece.base - reached) > NEAR * max(1.0, abs(reached)):
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
