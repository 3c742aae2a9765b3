"""A panel as chart XML: what PowerPoint, Excel and Word draw from one part, with the cells that it is drawn from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from lib.charts.extent import width_of, wrapped
from lib.charts.tokens import LIGHT
from lib.draw.area import beside_names
from lib.draw.fixed import SIDES, Side, is_shared, runs_across, why_fixed
from lib.draw.held import SLOT_DECIMALS, hold_bars, hold_once, hold_points, hold_ticks
from lib.draw.held_calls import hold_calls
from lib.draw.held_ends import Reach, hold_ends, hold_far
from lib.draw.hollow import with_clear
from lib.draw.model import Axis, Drawing, Label, Panel, Points, Run
from lib.draw.ooxml_axes import category_axis, reach_of, value_axis
from lib.draw.ooxml_parts import Inside, chart_space, legend_of, plot_area
from lib.draw.ooxml_scatter import Series, scatter
from lib.draw.ooxml_series import bar_series, label_series, line_series
from lib.draw.style import Style
from lib.draw.table import Table
from lib.draw.xml import Element, node, val
from lib.words.speak import Words

_ONE, _OTHER = 111, 112  # ids of the axes
_BESIDE_NAMES = 24.0
"""Points between a name and its axis, and to the edge, where LibreOffice would break it once more."""


def bar_chart(
    panel: Panel,
    inside: Inside,
    table: Table,
    words: Words,
    style: Style,
    *,
    frame: tuple[float, float],
    shown: Drawing,
) -> Element:
    """Which chart shows the bars of a panel of a drawing? Fills the table that it is drawn from.

    `frame` is how wide and high the chart is, in points. An axis that nothing else goes by is automatic, so that an
    edit may make a bar longer than any.
    """
    style = style.of_chart((inside.width, inside.height), frame)
    bars = panel.bars
    assert bars is not None
    across, along = (panel.y, panel.x) if bars.horizontal else (panel.x, panel.y)
    side: Side = "x" if bars.horizontal else "y"
    free, shared = not why_fixed(panel, shown, side), is_shared(panel, shown, side)
    _tell(table, panel, shown, (side,), words)
    if bars.horizontal and across.shown:
        bars = replace(bars, categories=_in_lines(bars.categories, inside.left * frame[0], style))
    held = hold_bars(table, bars, words, unit=along.unit, legend=shown.legend)
    if bars.calls:
        across = replace(across, line="")
    reach = _reach(along, free=free and bars.overlap == 100, alike=shared)
    if bars.calls:
        clear = hold_calls(table, bars, held, words)
    else:
        clear = hold_ends(
            table, bars, held, words, reach=reach, span=along.high - along.low, each=style.forms
        )
    drawn = [*zip(bars.series, held, strict=True), *clear]
    plot = plot_area(
        inside,
        node(
            "c:barChart",
            val("c:barDir", "bar" if bars.horizontal else "col"),
            val("c:grouping", "stacked" if bars.stacked else "clustered"),
            val("c:varyColors", 0),
            *(bar_series(order, series, place, table, style) for order, (series, place) in enumerate(drawn)),
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
    without = range(len(bars.series), len(drawn))
    return chart_space(plot, legend=legend_of(style, without) if shown.legend else None)


def _is_free(panel: Panel, shown: Drawing, side: Side) -> bool:
    """Does an axis of lines end where their numbers ask for it? Behind bars they keep to their places."""
    return not panel.bars and not why_fixed(panel, shown, side)


def _reach(axis: Axis, *, free: bool, alike: bool) -> Reach:
    return Reach(reach_of(axis, alike=alike), alike) if free else Reach(0.0)


def _tell(table: Table, panel: Panel, shown: Drawing, sides: Sequence[Side], words: Words) -> None:
    """Says under the numbers how far an edit may go on axes of one scale."""
    reasons = {why_fixed(panel, shown, side) for side in sides} - {"places", "share"}
    if reasons - {""}:
        table.told.append(words("briefing.native.one_scale"))
    elif any(is_shared(panel, shown, side) and not why_fixed(panel, shown, side) for side in sides):
        table.told.append(words("briefing.native.one_end", name=words("briefing.native.end")))


def _in_lines(names: tuple[str, ...], room: float, style: Style) -> tuple[str, ...]:
    """Names as their axis has room for them: LibreOffice breaks none, and one too long would reach out of its chart."""
    if beside_names(names, style.category / style.point) * style.point <= room + 1:
        return names
    return tuple(_parted(name, room - _BESIDE_NAMES, style.category) for name in names)


def _parted(name: str, room: float, size: float) -> str:
    """A name in lines of at most so many points, parted at its dots where it has some.

    >>> _parted("Chengdu · services trade · Nov 2017", 150, 9).split("\\n")
    ['Chengdu · services trade ·', 'Nov 2017']
    """
    lines = [""]
    for piece in re.split("(?<=·) ", name):
        longer = f"{lines[-1]} {piece}".strip()
        if lines[-1] and width_of(longer, size) > room:
            lines.append(piece)
        else:
            lines[-1] = longer
    return "\n".join(wrapped(line, room, size).replace("<br>", "\n") for line in lines)


def xy_chart(
    panel: Panel,
    inside: Inside,
    table: Table,
    words: Words,
    style: Style,
    *,
    frame: tuple[float, float],
    pixels: float,
    shown: Drawing,
) -> Element:
    """Which chart shows the lines and points of a panel of a drawing? Fills the table that it is drawn from.

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
    hold_once(table, panel.points, held)
    series: list[Series] = [
        (len(points.x), partial(line_series, points=points, held=held[place], table=table, style=style))
        for place, points in with_clear(panel.points)
    ]
    x, y = panel.x, panel.y
    free = _is_free(panel, shown, "x"), _is_free(panel, shown, "y")
    reach = tuple(
        _reach(axis, free=found, alike=is_shared(panel, shown, side))
        for axis, found, side in zip((x, y), free, SIDES, strict=True)
    )
    _tell(table, panel, shown, SIDES, words)
    across = tuple(
        [
            found
            for found, points in zip(held, panel.points, strict=True)
            if own and runs_across(points, axis, side)
        ]
        for axis, own, side in zip((x, y), free, SIDES, strict=True)
    )
    if far := hold_far(table, held, words, low=(x.low, y.low), reach=reach, across=across):
        series.append(
            (1, partial(line_series, points=Points("", (), ()), held=far, table=table, style=style))
        )
    if panel.bars:
        x, y = (replace(found, shown=False, grid=False, line="") for found in (x, y))
    elif x.ticks:
        ticks = hold_ticks(table, x.ticks, y.high if y.backwards else y.low, words)
        size = style.tick / style.label
        texts = [Label(((Run(text),),), LIGHT.text, "below", size=size) for _, text in x.ticks]
        series.append((len(texts), partial(label_series, found=texts, held=ticks, table=table, style=style)))
    return chart_space(scatter(inside, series, x, y, style, free=free))
