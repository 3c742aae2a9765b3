"""The lines and points of a panel as a native XY chart with its numbers."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from lib.briefing.deck.chart_xml import (
    POINT,
    Inside,
    chart_space,
    error_bars,
    labels,
    plot_area,
    stroked,
    value_axis,
)
from lib.briefing.deck.datasheet import DataSheet, data_sheet
from lib.briefing.native.columns import point_columns
from lib.draw.hollow import with_clear
from lib.draw.model import Mark, Panel, Points
from lib.draw.xml import Element, line, node, solid, val
from lib.words.speak import Words

_PLACES = {"above": "t", "below": "b", "right": "r"}
_X_ID, _Y_ID = 121, 122


def xy_chart(panel: Panel, inside: Inside, words: Words, *, height: float) -> tuple[Element, DataSheet]:
    """Which chart shows the lines and points of a panel, and which sheet holds its numbers?

    Behind bars it has no axes of its own: the chart of the bars shows them. `height` is that of the plot in
    points, from which strokes of a fixed length follow.
    """
    pixel = (panel.y.high - panel.y.low) * POINT / height
    found = [point_columns(points, words, pixel=pixel) for points in panel.points]
    marks = {
        column + 1: points.labels
        for column, points in zip(_columns(panel), panel.points, strict=True)
        if points.labels
    }
    sheet = data_sheet([column for own in found for column in own], marks, words)
    x, y = panel.x, panel.y
    if panel.bars:
        x, y = (replace(found, shown=False, grid=False, line="") for found in (x, y))
    plot = plot_area(
        inside,
        node(
            "c:scatterChart",
            val("c:scatterStyle", "lineMarker"),
            val("c:varyColors", 0),
            *_all_series(panel, sheet, words.lang),
            val("c:axId", _X_ID),
            val("c:axId", _Y_ID),
        ),
        value_axis(
            x,
            words.lang,
            own=_X_ID,
            other=_Y_ID,
            at="b",
            crosses="max" if y.backwards else "min",
            between="midCat",
        ),
        value_axis(y, words.lang, own=_Y_ID, other=_X_ID, at="l", crosses="min", between="midCat"),
    )
    return chart_space(plot), sheet


def _all_series(panel: Panel, sheet: DataSheet, lang: str) -> list[Element]:
    columns = _columns(panel)
    return [
        _series(order, points, sheet, columns[place], lang)
        for order, (place, points) in enumerate(with_clear(panel.points))
    ]


def _columns(panel: Panel) -> list[int]:
    """In which column of the sheet does each line begin? x and y, then its whiskers."""
    return list(accumulate((4 if points.whisker else 2 for points in panel.points), initial=0))[:-1]


def _series(order: int, points: Points, sheet: DataSheet, column: int, lang: str) -> Element:
    whisker = None
    if points.whisker:
        less, more = sheet.numbers("c:minus", column + 2), sheet.numbers("c:plus", column + 3)
        whisker = error_bars(points.whisker, more, less, upright=True, capped=not points.tick)
    return node(
        "c:ser",
        val("c:idx", order),
        val("c:order", order),
        sheet.head(column + 1),
        node("c:spPr", stroked(points.stroke)),
        _marked(points.mark),
        labels(points.labels, lang, _PLACES, sheet.labels(column + 1)),
        whisker,
        sheet.numbers("c:xVal", column),
        sheet.numbers("c:yVal", column + 1),
        val("c:smooth", 0),
        sheet.label_range(column + 1) if points.labels else None,
    )


def _marked(mark: Mark | None) -> Element:
    if mark is None:
        return node("c:marker", val("c:symbol", "none"))
    ground = node("a:noFill") if mark.open else solid(mark.colour, clear=mark.clear)
    edge = line() if mark.clear else line(mark.colour, 2.0 if mark.open else 0.75)
    return node(
        "c:marker",
        val("c:symbol", mark.symbol),
        val("c:size", min(72, max(2, round(mark.size * POINT)))),
        node("c:spPr", ground, edge),
    )
