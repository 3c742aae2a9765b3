"""The one Plotly template, light and dark, and the frame that every figure is drawn in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import plotly.graph_objects as go

from lib.charts.canvas import Canvas
from lib.charts.tokens import FONT, THEMES, Tokens

HEIGHT = 250
BAR_WIDTH = 0.46


@cache
def template(theme: str) -> go.layout.Template:
    """How do all charts look in a theme?"""
    tokens = THEMES[theme]
    axis = {
        "color": tokens.text,
        "gridcolor": tokens.rule,
        "linecolor": tokens.quiet,
        "zeroline": False,
        "ticks": "",
        "title": {"font": {"size": 12, "color": tokens.quiet}},
        "tickfont": {"size": 12.5},
        "automargin": True,
        "fixedrange": True,
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 13, "color": tokens.text},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "margin": {"l": 8, "r": 12, "t": 12, "b": 8},
            "showlegend": False,
            "legend": {
                "orientation": "h",
                "x": 0,
                "y": 1.02,
                "xanchor": "left",
                "yanchor": "bottom",
                "font": {"size": 12, "color": tokens.quiet},
                "itemclick": False,
                "itemdoubleclick": False,
            },
            "hoverlabel": {
                "bgcolor": tokens.card,
                "bordercolor": tokens.rule,
                "font": {"family": FONT, "size": 12.5, "color": tokens.text},
                "align": "left",
            },
            "xaxis": axis | {"showgrid": False},
            "yaxis": axis,
            "modebar": {
                "bgcolor": "rgba(0,0,0,0)",
                "color": tokens.quiet,
                "activecolor": tokens.chongqing,
            },
            "dragmode": False,
            "bargap": 0.35,
            "bargroupgap": 0.08,
            "uniformtext": {"mode": "show", "minsize": 11},
        }
    )


def frame(
    theme: str, *, height: int = HEIGHT, traces: Sequence[Mapping[str, Any]] = (), **layout: Any
) -> Canvas:
    """What does a chart draw on? Bars start at zero; zoom and pan are off."""
    return Canvas({"template": template(theme), "height": height} | layout, [dict(trace) for trace in traces])


def tokens_of(theme: str) -> Tokens:
    """Which colours has a theme?"""
    return THEMES[theme]


def hatched(colour: str, ground: str) -> dict[str, Any]:
    """How is a bar filled that is derived, possible or unknown? Hatched, so that grey print tells it too."""
    return {
        "color": ground,
        "line": {"color": colour, "width": 1.2},
        "pattern": {"shape": "/", "fgcolor": colour, "bgcolor": ground, "size": 6, "solidity": 0.22},
    }


def whisker(lower: list[float], value: list[float], upper: list[float], colour: str) -> dict[str, Any]:
    """How is what rounding allows drawn on a bar? As a whisker from the lower to the upper bound."""
    return {
        "type": "data",
        "symmetric": False,
        "array": [high - middle for high, middle in zip(upper, value, strict=True)],
        "arrayminus": [middle - low for low, middle in zip(lower, value, strict=True)],
        "color": colour,
        "thickness": 1.4,
        "width": 5,
    }
