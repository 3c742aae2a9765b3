"""The marks of a chart as traces of Plotly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lib.charts.spec import Bar, Bars, Chart, Fill, Interval, Point, Points, Stroke, Symbol

Piece = dict[str, Any]
_CAP = 5
"""Pixels that the ends of a whisker are wide."""


def traces(chart: Chart) -> list[Piece]:
    """What does Plotly draw? Texts, colours and hover texts go with each mark."""
    found = []
    for mark in chart.marks:
        match mark:
            case Bars() if any(bar.length is not None or bar.hover for bar in mark.bars):
                found.append(_bars(mark))
            case Points():
                found.append(_points(mark))
            case Interval():
                found.append(_interval(mark))
    return found


def line(stroke: Stroke) -> Piece:
    """What does Plotly call a line?"""
    return {"color": stroke.colour, "width": stroke.width} | (
        {"dash": stroke.dash} if stroke.dash != "solid" else {}
    )


def _bars(mark: Bars) -> Piece:
    along, across = ("x", "y") if mark.lying else ("y", "x")
    found: Piece = {
        "type": "bar",
        across: [bar.place for bar in mark.bars],
        along: [bar.length for bar in mark.bars],
        "marker": _marker([bar.fill for bar in mark.bars]),
        "cliponaxis": False,
    }
    if mark.lying:
        found["orientation"] = "h"
    if mark.name:
        found["name"] = mark.name
    if mark.width:
        found["width"] = mark.width
    if any(bar.base is not None for bar in mark.bars):
        found["base"] = [bar.base or 0.0 for bar in mark.bars]
    if any(bar.text for bar in mark.bars):
        found |= _texts(mark)
    if mark.whisker:
        found[f"error_{along}"] = _whisker(mark.bars, mark.whisker)
    return found | _hover(mark.bars) | _axes(mark.panel)


def _texts(mark: Bars) -> Piece:
    inks = [bar.ink for bar in mark.bars]
    font = {"color": inks[0] if len(set(inks)) == 1 else inks, "size": mark.size}
    found: Piece = {"text": [bar.text for bar in mark.bars], "textangle": 0}
    if mark.where == "end":
        return found | {"textposition": "outside", "textfont": font}
    return found | {"textposition": "inside", "insidetextanchor": mark.where, "insidetextfont": font}


def _marker(fills: Sequence[Fill]) -> Piece:
    """How bars are filled that are all alike, or each in a plain colour of its own."""
    first = fills[0]
    if len(set(fills)) > 1:
        assert not any(fill.hatched or fill.edge for fill in fills), "bars of several kinds are several marks"
        return {"color": [fill.colour for fill in fills]}
    if first.hatched:
        pattern = {"shape": "/", "fgcolor": first.colour, "bgcolor": first.edge, "size": 6, "solidity": 0.22}
        return {"color": first.edge, "line": {"color": first.colour, "width": 1.2}, "pattern": pattern}
    return {"color": first.colour} | ({"line": {"color": first.edge, "width": 2}} if first.edge else {})


def _points(mark: Points) -> Piece:
    mode = [
        kind
        for kind, there in (
            ("lines", mark.stroke),
            ("markers", mark.symbol),
            ("text", any(point.text for point in mark.points)),
        )
        if there
    ]
    found: Piece = {
        "type": "scatter",
        "x": [point.x for point in mark.points],
        "y": [point.y for point in mark.points],
        "mode": "+".join(mode),
        "cliponaxis": False,
    }
    if mark.name:
        found["name"] = mark.name
    if mark.stroke:
        found |= {"line": line(mark.stroke), "connectgaps": False}
    if mark.symbol:
        found["marker"] = _symbol(mark.symbol)
    if "text" in mode:
        found |= {
            "text": [point.text for point in mark.points],
            "textposition": "middle right",
            "textfont": {"color": mark.ink, "size": 12.5},
        }
    if mark.fade < 1:
        found["opacity"] = mark.fade
    if mark.whisker:
        found["error_y"] = _whisker(mark.points, mark.whisker)
    return found | _hover(mark.points) | _axes(mark.panel)


def _symbol(symbol: Symbol) -> Piece:
    shape = f"{symbol.shape}-open" if symbol.open else symbol.shape
    found: Piece = {"size": symbol.size, "color": symbol.colour, "symbol": shape}
    return found | ({"line": {"width": symbol.edge, "color": symbol.colour}} if symbol.edge else {})


def _interval(mark: Interval) -> Piece:
    """A box as a closed line, filled."""
    fill, low, high = mark.fill, mark.place - mark.half, mark.place + mark.half
    pattern = {"shape": "/", "fgcolor": fill.colour, "bgcolor": fill.edge, "size": 6, "solidity": 0.3}
    return {
        "type": "scatter",
        "x": [mark.low, mark.low, mark.high, mark.high, mark.low],
        "y": [low, high, high, low, low],
        "mode": "lines",
        "fill": "toself",
        "line": {"color": fill.colour, "width": 1.2},
        "fillcolor": fill.edge if fill.hatched else fill.colour,
        "opacity": 0.9,
        "hovertext": [mark.hover] * 5,
        "hoverinfo": "text",
    } | ({"fillpattern": pattern} if fill.hatched else {})


def _whisker(ends: Sequence[Bar | Point], stroke: Stroke) -> Piece:
    return {
        "type": "data",
        "symmetric": False,
        "array": [end.reach[1] for end in ends],
        "arrayminus": [end.reach[0] for end in ends],
        "color": stroke.colour,
        "thickness": stroke.width,
        "width": _CAP,
    }


def _hover(said: Sequence[Bar | Point]) -> Piece:
    if not any(one.hover for one in said):
        return {"hoverinfo": "skip"}
    return {"hovertext": [one.hover for one in said], "hoverinfo": "text"}


def _axes(panel: int) -> Piece:
    ordinal = str(panel + 1) if panel else ""
    return {"xaxis": f"x{ordinal}", "yaxis": f"y{ordinal}"}
