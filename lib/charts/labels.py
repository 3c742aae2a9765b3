"""Labels on charts, placed once for all: beside a point, over a line, at the end of a bar."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from lib.facts.fact import Fact
from lib.words.speak import Words
from lib.words.statuses import marked


def label(figure: go.Figure, text: str, x: Any, y: Any, *, colour: str, **placed: Any) -> None:
    """Writes a text at a point of the axes; `placed` are Plotly's own words for where (xanchor, yshift…)."""
    figure.add_annotation(**note(text, x, y, colour=colour, **placed))


def note(text: str, x: Any, y: Any, *, colour: str, **placed: Any) -> dict[str, Any]:
    """What does Plotly call a text at a point of the axes? See `label`."""
    return {
        "text": text,
        "x": x,
        "y": y,
        "showarrow": False,
        "font": {"color": colour, "size": 12.5},
    } | placed


def threshold(
    figure: go.Figure, text: str, *, y: float, colour: str, text_colour: str, x: float = 0.0
) -> None:
    """Draws a goal across the chart as a line with its name over it."""
    figure.add_hline(y=y, line={"color": colour, "width": 1.6})
    label(figure, text, x, y, xref="paper", colour=text_colour, xanchor="left", yanchor="bottom", yshift=2)


def hover(fact: Fact, words: Words, scale: int | None = None) -> str:
    """What does a mark say when pointed at? The period, the figure, and its bounds where they say more."""
    lines = [words.period(fact.period), marked(words.fact(fact, scale), fact)]
    if fact.lower != fact.upper:
        lines.append(words("chart.bounds", bounds=words.bounds(fact, scale)))
    return "<br>".join(lines)
