"""A panel as chart XML: what PowerPoint, Excel and Word draw from one part, with the cells that it is drawn from."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from lib.charts.tokens import LIGHT
from lib.draw.held import SLOT_DECIMALS, hold_bars, hold_points, hold_ticks
from lib.draw.hollow import with_clear
from lib.draw.model import Drawing, Label, Panel, Run
from lib.draw.ooxml_axes import category_axis, value_axis
from lib.draw.ooxml_parts import Inside, chart_space, legend_of, plot_area
from lib.draw.ooxml_scatter import Series, scatter
from lib.draw.ooxml_series import bar_series, label_series, line_series
from lib.draw.style import Style
from lib.draw.table import Table
from lib.draw.xml import Element, node, val
from lib.words.speak import Words

_ONE, _OTHER = 111, 112  # ids of the axes


def bar_chart(
    panel: Panel,
    inside: Inside,
    table: Table,
    words: Words,
    style: Style,
    *,
    frame: tuple[float, float],
    legend: bool,
    free: bool = False,
) -> Element:
    """Which chart shows the bars of a panel? Fills the table that it is drawn from.

    `frame` is how wide and high the chart is, in points. With a `free` axis an edit may make a bar longer than any.
    """
    style = style.of_chart((inside.width, inside.height), frame)
    bars = panel.bars
    assert bars is not None
    across, along = (panel.y, panel.x) if bars.horizontal else (panel.x, panel.y)
    held = hold_bars(table, bars, words, unit=along.unit, legend=legend)
    plot = plot_area(
        inside,
        node(
            "c:barChart",
            val("c:barDir", "bar" if bars.horizontal else "col"),
            val("c:grouping", "stacked" if bars.stacked else "clustered"),
            val("c:varyColors", 0),
            *(
                bar_series(order, series, held[order], table, style)
                for order, series in enumerate(bars.series)
            ),
            val("c:gapWidth", min(500, bars.gap)),
            val("c:overlap", 100 if bars.stacked else bars.overlap),
            val("c:axId", _ONE),
            val("c:axId", _OTHER),
        ),
        category_axis(across, style, own=_ONE, other=_OTHER, horizontal=bars.horizontal, every=bars.every),
        value_axis(
            along,
            style,
            own=_OTHER,
            other=_ONE,
            at="b" if bars.horizontal else "l",
            crosses="max" if bars.horizontal else "autoZero",
            free=free,
        ),
    )
    return chart_space(plot, legend=legend_of(style) if legend else None)


def xy_chart(
    panel: Panel,
    inside: Inside,
    table: Table,
    words: Words,
    style: Style,
    *,
    frame: tuple[float, float],
    pixels: float,
) -> Element:
    """Which chart shows the lines and points of a panel? Fills the table that it is drawn from.

    Behind bars it has no axes of its own: the chart of the bars shows them. `pixels` is the height of the plot in
    pixels of the screen, from which strokes of a fixed length follow. `frame` is as in `bar_chart`.
    """
    style = style.of_chart((inside.width, inside.height), frame)
    pixel = (panel.y.high - panel.y.low) / pixels
    least = SLOT_DECIMALS if panel.bars else 0
    units = panel.x.unit, panel.y.unit
    held = [
        hold_points(table, points, words, pixel=pixel, least=least, units=units) for points in panel.points
    ]
    series: list[Series] = [
        (len(points.x), partial(line_series, points=points, held=held[place], table=table, style=style))
        for place, points in with_clear(panel.points)
    ]
    x, y = panel.x, panel.y
    if panel.bars:
        x, y = (replace(found, shown=False, grid=False, line="") for found in (x, y))
    elif x.ticks:
        ticks = hold_ticks(table, x.ticks, y.high if y.backwards else y.low, words)
        size = style.tick / style.label
        texts = [Label(((Run(text),),), LIGHT.text, "below", size=size) for _, text in x.ticks]
        series.append((len(texts), partial(label_series, found=texts, held=ticks, table=table, style=style)))
    return chart_space(scatter(inside, series, x, y, style))


def stands_alone(panel: Panel, drawing: Drawing) -> bool:
    """Does nothing else go by the scale of these bars: no other panel, no line behind them, no text among them?"""
    among = any(panel.top < note.y < panel.bottom for note in drawing.notes)
    bars = [bar for series in panel.bars.series for bar in series.bars if bar] if panel.bars else []
    among = among or any(bar.label.apart for bar in bars if bar.label)
    return len(drawing.panels) == 1 and not panel.points and not among and not _is_of_a_whole(panel)


def _is_of_a_whole(panel: Panel) -> bool:
    axis = panel.x if panel.bars and panel.bars.horizontal else panel.y
    return "%" in axis.form and axis.high >= 100
