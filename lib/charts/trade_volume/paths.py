"""Outcomes, paths of growth and goals by year, drawn alike in every chart of the goal."""

from __future__ import annotations

from collections.abc import Sequence

from lib.charts.canvas import Canvas
from lib.charts.labels import hover, label
from lib.charts.years import every, sparse
from lib.facts.fact import Fact
from lib.facts.series import runs_of_years
from lib.words.speak import Words

MOST_LABELS = 4


def add_outcomes(
    figure: Canvas, outcomes: tuple[Fact, ...], goal: Fact, *, colour: str, words: Words, scale: int
) -> None:
    """Draws outcomes as points, joined by a line where years follow each other, with a few labels.

    The label of the goal's year stands under both, its outcome and the goal.
    """
    for run in runs_of_years(outcomes):
        figure.add_scatter(
            x=[fact.period.end.year for fact in run],
            y=[fact.at(scale) for fact in run],
            mode="lines+markers" if len(run) > 1 else "markers",
            line={"color": colour, "width": 2.4},
            marker={"size": 11 if len(outcomes) < 8 else 7, "symbol": "circle", "color": colour},
            hovertext=[hover(fact, words, scale) for fact in run],
            hoverinfo="text",
        )
    for fact in sparse(outcomes, MOST_LABELS):
        under = lowest(fact, goal) if fact.period == goal.period else fact
        say(figure, words.label(fact, scale), under, colour=colour, scale=scale, below=True)


def lowest(*facts: Fact) -> Fact:
    """Which of some figures of one unit is the lowest?"""
    return min(facts, key=lambda fact: fact.at(0))


def highest(*facts: Fact) -> Fact:
    """Which of some figures of one unit is the highest?"""
    return max(facts, key=lambda fact: fact.at(0))


def add_path(
    figure: Canvas, points: Sequence[Fact], *, dash: str, colour: str, words: Words, scale: int
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


def add_point(figure: Canvas, point: Fact, *, symbol: str, colour: str, words: Words, scale: int) -> None:
    """Marks an outcome (a filled circle) or a goal (an open one)."""
    figure.add_scatter(
        x=[point.period.end.year],
        y=[point.at(scale)],
        mode="markers",
        marker={"size": 11, "symbol": symbol, "color": colour, "line": {"width": 2.5, "color": colour}},
        hovertext=[hover(point, words, scale)],
        hoverinfo="text",
    )


def say(figure: Canvas, text: str, at: Fact, *, colour: str, scale: int, below: bool = False) -> None:
    """Writes a text over the point of a figure, or below it."""
    label(
        figure, text, at.period.end.year, at.at(scale),
        colour=colour, yshift=-16 if below else 13,
    )  # fmt: skip


def show_years(figure: Canvas, points: Sequence[Fact]) -> None:
    """Shows the years of these points, evenly skipped where they are many."""
    years = [point.period.end.year for point in points]
    first, last = min(years), max(years)
    room = max((last - first) * 0.06, 0.3)
    figure.update_xaxes(
        range=[first - room, last + room], tickmode="array", tickvals=every(range(first, last + 1))
    )
