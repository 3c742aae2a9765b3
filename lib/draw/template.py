"""How every Plotly chart looks, light and dark."""

from __future__ import annotations

from functools import cache
from typing import Any

from lib.charts.tokens import FONT, THEMES


@cache
def template(theme: str) -> dict[str, Any]:
    """What does Plotly call the look of all charts in a theme?"""
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
    return {
        "layout": {
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
    }
