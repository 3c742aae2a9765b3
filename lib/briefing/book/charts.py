"""A panel as native charts of Excel."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lib.briefing.book.block import Block
from lib.charts.tokens import LIGHT
from lib.draw.area import Box
from lib.draw.hollow import with_clear
from lib.draw.model import Axis, Fill, Label, Mark, Panel, Stroke
from lib.draw.text import plain

TEXT = 9.5
_PLACES = {"out": "outside_end", "centre": "center", "base": "inside_base"}
_DASH = {"solid": "solid", "dash": "dash", "dot": "round_dot", "dashdot": "dash_dot"}
_CLEAR = {"none": True}


def bar_chart(book: Any, panel: Panel, block: Block, font: str, *, legend: bool) -> Any:
    """Which chart shows the bars of a panel from these cells?"""
    bars = panel.bars
    assert bars is not None
    kind = {"type": "bar" if bars.horizontal else "column"}
    chart = book.add_chart(kind | ({"subtype": "stacked"} if bars.stacked else {}))
    column = 1
    for series in bars.series:
        fills = [bar.fill if bar else None for bar in series.bars]
        usual = next((fill for fill in fills if fill), None)
        given: dict[str, Any] = {
            "name": block.name(column),
            "categories": block.cells(0),
            "values": block.cells(column),
            "gap": min(500, bars.gap),
            "overlap": 100 if bars.stacked else bars.overlap,
            "points": [_filled(fill) for fill in fills],
            **_filled(usual),
        }
        labels = [bar.label if bar else None for bar in series.bars]
        if any(labels):
            given["data_labels"] = _labels(labels, font)
        if series.whisker:
            given["x_error_bars" if bars.horizontal else "y_error_bars"] = _whisker(
                series.whisker, block, column
            )
        chart.add_series(given)
        column += 3 if series.whisker else 1
    across, along = (panel.y, panel.x) if bars.horizontal else (panel.x, panel.y)
    categories = {
        "reverse": bars.horizontal,
        "crossing": "max" if bars.horizontal else None,
        "label_position": "low" if across.shown else "none",
        "interval_unit": bars.every,
        "num_font": {"name": font, "size": TEXT, "color": LIGHT.text},
        "line": _line(across.line),
        "major_tick_mark": "none",
        "major_gridlines": {"visible": False},
        "text_axis": True,
    }
    if bars.horizontal:  # the library counts x as what lies level
        chart.set_y_axis(categories)
        chart.set_x_axis(_axis(along, font))
    else:
        chart.set_x_axis(categories)
        chart.set_y_axis(_axis(along, font))
    shown = {"position": "top", "font": {"name": font, "size": TEXT, "color": LIGHT.quiet}}
    chart.set_legend(shown if legend else _CLEAR)
    return chart


def xy_chart(book: Any, panel: Panel, block: Block, font: str) -> Any:
    """Which chart shows the lines and points of a panel from these cells? Behind bars without axes."""
    chart = book.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    wide = [4 if points.whisker else 2 for points in panel.points]
    for place, points in with_clear(panel.points):
        column = sum(wide[:place])
        given: dict[str, Any] = {
            "name": block.name(column + 1),
            "categories": block.cells(column),
            "values": block.cells(column + 1),
            "line": stroked(points.stroke),
            "marker": _marked(points.mark),
        }
        if points.whisker:
            given["y_error_bars"] = _whisker(points.whisker, block, column + 1, capped=not points.tick)
        chart.add_series(given)
    x, y = panel.x, panel.y
    if panel.bars:
        x, y = (replace(found, shown=False, grid=False, line="") for found in (x, y))
    chart.set_x_axis(_axis(x, font) | {"crossing": "min"})
    chart.set_y_axis(_axis(y, font) | {"crossing": "max" if y.backwards else "min"})
    chart.set_legend(_CLEAR)
    return chart


def bare_chart(book: Any) -> Any:
    """Which chart has points between 0 and 1 and no axes to be seen?"""
    chart = book.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    for set_axis in (chart.set_x_axis, chart.set_y_axis):
        set_axis({"min": 0, "max": 1, "visible": False, "major_gridlines": {"visible": False}})
    chart.set_legend(_CLEAR)
    return chart


def laid_out(chart: Any, plot: Box, frame: Box, *, alt: str) -> dict[str, Any]:
    """Puts the plot to its place in the frame; gives how the chart is to be inserted."""
    chart.set_title(_CLEAR)
    chart.set_chartarea({"border": _CLEAR, "fill": _CLEAR})
    chart.set_plotarea(
        {
            "border": _CLEAR,
            "fill": _CLEAR,
            "layout": {
                "x": (plot.left - frame.left) / frame.width,
                "y": (plot.top - frame.top) / frame.height,
                "width": plot.width / frame.width,
                "height": plot.height / frame.height,
            },
        }
    )
    chart.set_size({"width": frame.width, "height": frame.height})
    return {"x_offset": frame.left, "y_offset": frame.top, "object_position": 2, "description": alt}


def _axis(found: Axis, font: str) -> dict[str, Any]:
    return {
        "min": found.low,
        "max": found.high,
        "major_unit": found.step,
        "num_format": found.form,
        "reverse": found.backwards,
        "visible": found.shown or found.grid or bool(found.line),
        "label_position": "next_to" if found.shown else "none",
        "num_font": {"name": font, "size": TEXT, "color": LIGHT.text},
        "line": _line(found.line),
        "major_tick_mark": "none",
        "major_gridlines": {"visible": found.grid, "line": {"color": LIGHT.rule, "width": 0.75}},
    }


def _line(colour: str) -> dict[str, Any]:
    return {"color": colour, "width": 0.75} if colour else _CLEAR


def stroked(stroke: Stroke | None) -> dict[str, Any]:
    """How is a line of the screen drawn?"""
    if stroke is None:
        return _CLEAR
    return {"color": stroke.colour, "width": stroke.width, "dash_type": _DASH[stroke.dash]}


def _marked(mark: Mark | None) -> dict[str, Any]:
    if mark is None:
        return {"type": "none"}
    return {
        "type": mark.symbol,
        "size": max(2, round(mark.size * 0.8)),
        "fill": _CLEAR if mark.open else {"color": mark.colour, "transparency": 100 * mark.clear},
        "border": _CLEAR if mark.clear else {"color": mark.colour, "width": 1.5 if mark.open else 0.75},
    }


def _filled(fill: Fill | None) -> dict[str, Any]:
    if fill is None:
        return {"fill": _CLEAR, "border": _CLEAR}
    if fill.hatched:
        pattern = {"pattern": "wide_upward_diagonal", "fg_color": fill.colour, "bg_color": fill.edge}
        return {"pattern": pattern, "border": {"color": fill.colour, "width": 1.0}}
    return {"fill": {"color": fill.colour}, "border": _line(fill.edge)}


def _whisker(stroke: Stroke, block: Block, column: int, *, capped: bool = True) -> dict[str, Any]:
    return {
        "type": "custom",
        "end_style": int(capped),
        "minus_values": block.formula(column + 1),
        "minus_data": block.values(column + 1),
        "plus_values": block.formula(column + 2),
        "plus_data": block.values(column + 2),
        "line": {"color": stroke.colour, "width": stroke.width},
    }


def _labels(found: list[Label | None], font: str) -> dict[str, Any]:
    place = next(label.place for label in found if label)
    return {
        "value": True,
        "position": _PLACES[place],
        "custom": [
            {
                "value": plain(label.lines, "\n"),
                "font": {"name": font, "size": TEXT, "color": label.colour},
                "fill": {"color": label.ground} if label.ground else _CLEAR,
            }
            if label
            else {"delete": True}
            for label in found
        ],
    }
