"""Paths of growth and the points that they join, drawn alike in every chart of the goal."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from lib.charts.labels import hover
from lib.facts.fact import Fact
from lib.words.speak import Words


def add_path(
    figure: go.Figure, points: Sequence[Fact], *, dash: str, colour: str, words: Words, scale: int
) -> None:
    """Joins the level of each year on a path; dashed, because none of them is an outcome."""
    figure.add_scatter(
        x=[point.period.end.year for point in points],
        y=[point.at(scale) for point in points],
        mode="lines",
        line={"color": colour, "dash": dash, "width": 2},
        hovertext=[hover(point, words, scale) for point in points],
        hoverinfo="text",
    )


def add_point(figure: go.Figure, point: Fact, *, symbol: str, colour: str, words: Words, scale: int) -> None:
    """Marks an outcome (a filled circle) or a goal (an open one)."""
    figure.add_scatter(
        x=[point.period.end.year],
        y=[point.at(scale)],
        mode="markers",
        marker={"size": 11, "symbol": symbol, "color": colour, "line": {"width": 2.5, "color": colour}},
        hovertext=[hover(point, words, scale)],
        hoverinfo="text",
    )
