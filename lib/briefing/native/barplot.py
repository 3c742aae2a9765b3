"""A plot with bars as a panel: slots for their places, series for their layers, labels where they stand."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lib.briefing.native import notes
from lib.briefing.native.axes import axis, number
from lib.briefing.native.bars import Piece, layers, pieces, stacked
from lib.briefing.native.grouped import Plot
from lib.briefing.native.naming import bar_name
from lib.briefing.native.slots import Slots, slots
from lib.draw.model import Axis, Bar, Bars, BarSeries
from lib.draw.text import plain, runs
from lib.words.speak import Words

Dict = Mapping[str, Any]
_NEAR = 0.3  # of a slot: how far a name may be from where its bar is expected


@dataclass(frozen=True, slots=True)
class BarPlot:
    """Bars, the slots of their places, the axis of their values, and the annotations that are left."""

    bars: Bars
    slots: Slots
    values: Axis
    names: tuple[str, ...]
    left: tuple[Dict, ...]


def bar_plot(plot: Plot, annotations: list[Dict], words: Words) -> BarPlot:
    """Which bars does a plot show, in which slots, with which of these annotations as names and labels?"""
    across = plot.yaxis if plot.horizontal else plot.xaxis
    along = plot.xaxis if plot.horizontal else plot.yaxis
    listed = _listed(plot, across)
    found = pieces(plot, listed)
    clusters = (
        list(zip(across["tickvals"], across["ticktext"], strict=True))
        if not listed and _clustered(found, across)
        else []
    )
    thick = float(plot.bars[0].get("width") or 0.8)
    named: dict[float, str] = {}
    others = annotations
    if plot.horizontal and not listed:
        named, others = _named(annotations, found, thick)
    places = [place for place, _ in clusters] or [piece.place for piece in found] + list(named)
    if listed:
        places += [float(place) for place in range(len(listed))]
    at = slots(places, edges=_edges(across, listed, horizontal=plot.horizontal))
    found, rest = _labelled(found, others, plot, listed)
    columns = _columns(plot, found, at, clusters)
    return BarPlot(
        bars=Bars(
            horizontal=plot.horizontal,
            stacked=stacked(found),
            categories=_categories(at, listed, named, clusters, plot.horizontal),
            series=tuple(replace(series, name=bar_name(series, words)) for series in columns),
            every=_every(across, at),
            **_gaps(found, at, thick, clusters),
        ),
        slots=at,
        values=axis(along, [piece.end for piece in found], grid=not plot.horizontal),
        names=listed,
        left=tuple(rest),
    )


def _listed(plot: Plot, across: Dict) -> tuple[str, ...]:
    """The categories of a plot whose bars stand at texts, not at numbers."""
    places = [place for trace in plot.bars for place in trace["y" if plot.horizontal else "x"]]
    if not isinstance(places[0], str):
        return ()
    return tuple(across.get("categoryarray") or dict.fromkeys(places))


def _edges(across: Dict, listed: tuple[str, ...], *, horizontal: bool) -> tuple[float, float]:
    """The ends of the axis in the order of drawing: from the left, and for lying bars from the top."""
    if listed:
        ends = -0.5, len(listed) - 0.5
        return ends if not horizontal or across.get("autorange") == "reversed" else ends[::-1]
    low, high = (float(end) for end in across["range"])
    return (high, low) if horizontal else (low, high)


def _clustered(found: list[Piece], across: Dict) -> bool:
    """Do several bars share a named tick, each beside it?"""
    return "ticktext" in across and not {piece.place for piece in found} & set(across["tickvals"])


def _named(annotations: list[Dict], found: list[Piece], thick: float) -> tuple[dict[float, str], list[Dict]]:
    """Names by place, and the other annotations. A name without a bar has a place of its own."""
    named: dict[float, str] = {}
    others = []
    places = {piece.place for piece in found}
    for annotation in annotations:
        if not notes.is_name(annotation):
            others.append(annotation)
            continue
        expected = annotation["y"] - thick / 2
        nearest = min(places, key=lambda place: abs(place - expected))
        place = nearest if abs(nearest - expected) < _NEAR else round(expected, 9)
        named[place] = plain(runs(annotation["text"]))
    return named, others


def _labelled(
    found: list[Piece], annotations: list[Dict], plot: Plot, listed: tuple[str, ...]
) -> tuple[list[Piece], list[Dict]]:
    """The bars with those annotations on them that stand at their end or in their middle."""
    done, rest = list(found), []
    whole = not stacked(found)
    for annotation in annotations:
        spot = _spot(annotation, plot, listed)
        for order, piece in enumerate(done):
            if spot is None or piece.label or piece.length is None or spot[0] != piece.place:
                continue
            if math.isclose(spot[1], piece.base + piece.length / 2):
                done[order] = replace(piece, label=notes.on_bar(annotation, "centre"))
                break
            if whole and math.isclose(spot[1], piece.end) and piece.more is None:
                done[order] = replace(piece, label=notes.on_bar(annotation, "out"))
                break
        else:
            rest.append(annotation)
    return done, rest


def _spot(annotation: Dict, plot: Plot, listed: tuple[str, ...]) -> tuple[float, float] | None:
    if notes.is_free(annotation, "x") or notes.is_free(annotation, "y"):
        return None
    across, along = (
        (annotation["y"], annotation["x"]) if plot.horizontal else (annotation["x"], annotation["y"])
    )
    if isinstance(across, str):
        return (float(listed.index(across)), float(along)) if across in listed else None
    return float(across), number(along) or 0.0


def _columns(plot: Plot, found: list[Piece], at: Slots, clusters: list[tuple[float, str]]) -> list[BarSeries]:
    if clusters:
        return [
            _series(
                [
                    (at.index(min(at.places, key=lambda tick: abs(tick - piece.place))), piece)
                    for piece in found
                    if piece.trace == order
                ],
                at.count,
                trace.get("name", ""),
            )
            for order, trace in enumerate(plot.bars)
        ]
    return [
        _series([(at.index(place), piece) for place, piece in layer.items()], at.count, "")
        for layer in layers(found)
    ]


def _series(filled: list[tuple[int, Piece | Bar]], count: int, name: str) -> BarSeries:
    bars: list[Bar | None] = [None] * count
    whiskers = []
    for slot, piece in filled:
        bars[slot] = piece.bar if isinstance(piece, Piece) else piece
        if isinstance(piece, Piece) and piece.whisker:
            whiskers.append(piece.whisker)
    return BarSeries(name, tuple(bars), whiskers[0] if whiskers else None)


def _categories(
    at: Slots,
    listed: tuple[str, ...],
    named: dict[float, str],
    clusters: list[tuple[float, str]],
    horizontal: bool,
) -> tuple[str, ...]:
    if clusters:
        return tuple(plain(runs(text)) for _, text in clusters)
    texts = [""] * at.count
    if not horizontal and not listed:
        texts = [f"{at.places[0] + slot * at.unit:g}" for slot in range(at.count)]
    for place, slot in zip(at.places, at.at, strict=True):
        if listed:
            texts[slot] = listed[int(place)]
        elif place in named:
            texts[slot] = named[place]
    return tuple(texts)


def _every(across: Dict, at: Slots) -> int:
    """Every which category is named? As far apart as the figure's own ticks."""
    ticks = across.get("tickvals")
    if not ticks or "ticktext" in across or len(ticks) < 2:
        return 1
    return max(1, round(abs(float(ticks[1] - ticks[0]) / at.unit)))


def _gaps(found: list[Piece], at: Slots, thick: float, clusters: list[tuple[float, str]]) -> dict[str, int]:
    if clusters:
        per = len(found) // len(clusters)
        apart = min(
            (abs(one.place - other.place) for one in found for other in found if one.place != other.place),
            default=thick,
        )
        group = apart * (per - 1) + thick
        return {"gap": round((1 - group) / thick * 100), "overlap": -round((apart - thick) / thick * 100)}
    slot = abs(at.edges[1] - at.edges[0]) if at.count == 1 else abs(at.unit)
    return {"gap": max(0, round((slot / thick - 1) * 100)), "overlap": 100}
