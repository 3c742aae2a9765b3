"""Outcomes, paths of growth and goals by year, drawn alike in every chart of the goal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lib.charts.canvas import Canvas
from lib.charts.labels import label
from lib.charts.shown import point_of
from lib.charts.spec import Axis, Of, Point, Stroke, Symbol
from lib.charts.years import every, sparse
from lib.facts.fact import Fact
from lib.facts.series import runs_of_years
from lib.words.speak import Words

MOST_LABELS = 4


def add_outcomes(
    canvas: Canvas, outcomes: tuple[Fact, ...], goal: Fact, *, colour: str, words: Words, scale: int
) -> dict[int, Of]:
    """Draws outcomes as points, joined by a line where years follow each other, with a few labels.

    The label of the goal's year stands under both, its outcome and the goal. Says which point is of which year.
    """
    of: dict[int, Of] = {}
    for run in runs_of_years(outcomes):
        mark = canvas.points(
            _points(run, words, scale),
            stroke=Stroke(colour, 2.4) if len(run) > 1 else None,
            symbol=Symbol("circle", 11 if len(outcomes) < 8 else 7, colour),
        )
        of |= {fact.period.end.year: Of(mark, item) for item, fact in enumerate(run)}
    for fact in sparse(outcomes, MOST_LABELS):
        under = lowest(fact, goal) if fact.period == goal.period else fact
        text, year = words.label(fact, scale), fact.period.end.year
        say(canvas, text, under, of[year], colour=colour, scale=scale, below=True)
    return of


def lowest(*facts: Fact) -> Fact:
    """Which of some figures of one unit is the lowest?"""
    return min(facts, key=lambda fact: fact.at(0))


def highest(*facts: Fact) -> Fact:
    """Which of some figures of one unit is the highest?"""
    return max(facts, key=lambda fact: fact.at(0))


def add_path(
    canvas: Canvas, points: Sequence[Fact], *, dash: str, colour: str, words: Words, scale: int
) -> int:
    """Joins the level of each year on a path; dashed, because none of them is an outcome."""
    return canvas.points(_points(points, words, scale), stroke=Stroke(colour, 2, dash))


def add_point(canvas: Canvas, point: Fact, *, open_: bool, colour: str, words: Words, scale: int) -> Of:
    """Marks an outcome, or a goal by an open circle."""
    symbol = Symbol("circle", 11, colour, open=open_, edge=2.5)
    return Of(canvas.points(_points((point,), words, scale), symbol=symbol))


def say(
    canvas: Canvas,
    text: str,
    at: Fact,
    of: Of | None,
    *,
    colour: str,
    scale: int,
    below: bool = False,
    **how: Any,
) -> None:
    """Writes a text over the point of a figure, or below it; `how` is what else a `Label` has."""
    place = {"role": "under", "up": -16} if below else {"role": "over", "up": 13}
    label(canvas, text, at.period.end.year, at.at(scale), colour=colour, of=of, **place | how)


def years_of(points: Sequence[Fact]) -> Axis:
    """Which axis shows the years of these points, evenly skipped where they are many?"""
    years = [point.period.end.year for point in points]
    first, last = min(years), max(years)
    room = max((last - first) * 0.06, 0.3)
    return Axis(ends=(first - room, last + room), ticks=tuple(every(range(first, last + 1))))


def _points(facts: Sequence[Fact], words: Words, scale: int) -> list[Point]:
    return [point_of(fact.period.end.year, fact, words, scale) for fact in facts]
