"""The bars of a panel as a native chart with its numbers."""

from __future__ import annotations

from itertools import accumulate

from lib.briefing.deck.chart_xml import (
    TICK,
    Inside,
    category_axis,
    chart_space,
    clear,
    error_bars,
    labels,
    plot_area,
    value_axis,
)
from lib.briefing.deck.datasheet import DataSheet, data_sheet
from lib.briefing.native.columns import bar_columns
from lib.charts.tokens import LIGHT
from lib.draw.model import Bars, BarSeries, Fill, Panel
from lib.draw.typeface import Type, chart_text
from lib.draw.xml import Element, hatch, line, node, solid, val
from lib.words.speak import Words

_PLACES = {"out": "outEnd", "centre": "ctr", "base": "inBase"}
_CATEGORY_ID, _VALUE_ID = 111, 112


def bar_chart(
    panel: Panel, inside: Inside, words: Words, *, legend: bool, free: bool = False
) -> tuple[Element, DataSheet]:
    """Which chart shows the bars of a panel, and which sheet holds its numbers? With a `free` axis an edit may make
    a bar longer than any.
    """
    bars = panel.bars
    assert bars is not None
    marks = {
        column: [bar.label if bar else None for bar in series.bars]
        for column, series in zip(_columns(bars), bars.series, strict=True)
    }
    sheet = data_sheet(bar_columns(bars, words), marks, words)
    across, along = (panel.y, panel.x) if bars.horizontal else (panel.x, panel.y)
    kind = "bar" if bars.horizontal else "col"
    overlap = 100 if bars.stacked else bars.overlap
    plot = plot_area(
        inside,
        node(
            "c:barChart",
            val("c:barDir", kind),
            val("c:grouping", "stacked" if bars.stacked else "clustered"),
            val("c:varyColors", 0),
            *_all_series(panel, sheet, words.lang),
            val("c:gapWidth", min(500, bars.gap)),
            val("c:overlap", overlap),
            val("c:axId", _CATEGORY_ID),
            val("c:axId", _VALUE_ID),
        ),
        category_axis(
            across,
            words.lang,
            own=_CATEGORY_ID,
            other=_VALUE_ID,
            horizontal=bars.horizontal,
            every=bars.every,
        ),
        value_axis(
            along,
            words.lang,
            own=_VALUE_ID,
            other=_CATEGORY_ID,
            at="b" if bars.horizontal else "l",
            crosses="max" if bars.horizontal else "autoZero",
            free=free,
        ),
    )
    shown = _legend(words.lang) if legend else None
    return chart_space(plot, legend=shown), sheet


def _all_series(panel: Panel, sheet: DataSheet, lang: str) -> list[Element]:
    assert panel.bars is not None
    found = zip(_columns(panel.bars), panel.bars.series, strict=True)
    return [_series(order, series, sheet, column, lang) for order, (column, series) in enumerate(found)]


def _columns(bars: Bars) -> list[int]:
    """In which column of the sheet does each series stand? Its whiskers follow it."""
    return list(accumulate((3 if series.whisker else 1 for series in bars.series), initial=1))[:-1]


def _series(order: int, series: BarSeries, sheet: DataSheet, column: int, lang: str) -> Element:
    fills = [bar.fill if bar else None for bar in series.bars]
    usual = next((fill for fill in fills if fill), None)
    whisker = None
    if series.whisker:
        less, more = sheet.numbers("c:minus", column + 1), sheet.numbers("c:plus", column + 2)
        whisker = error_bars(series.whisker, more, less, upright=None)
    return node(
        "c:ser",
        val("c:idx", order),
        val("c:order", order),
        sheet.head(column),
        _filled(usual),
        val("c:invertIfNegative", 0),
        *(
            node(
                "c:dPt",
                val("c:idx", place),
                val("c:invertIfNegative", 0),
                val("c:bubble3D", 0),
                _filled(fill),
            )
            for place, (bar, fill) in enumerate(zip(series.bars, fills, strict=True))
            if bar and fill != usual
        ),
        labels([bar.label if bar else None for bar in series.bars], lang, _PLACES, sheet.labels(column)),
        whisker,
        sheet.texts("c:cat", 0),
        sheet.numbers("c:val", column),
        sheet.label_range(column),
    )


def _filled(fill: Fill | None) -> Element:
    if fill is None:
        return clear()
    if fill.hatched:
        return node("c:spPr", hatch(fill.colour, fill.edge), line(fill.colour, 1.0))
    return node("c:spPr", solid(fill.colour), line(fill.edge, 1.25))


def _legend(lang: str) -> Element:
    return node(
        "c:legend",
        val("c:legendPos", "t"),
        val("c:overlay", 0),
        chart_text(Type(lang, TICK, LIGHT.quiet)),
    )
