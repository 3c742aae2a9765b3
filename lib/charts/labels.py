"""Labels on charts: what they say, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from lib.charts.canvas import Canvas
from lib.charts.extent import runs
from lib.charts.spec import Label, Of, Spot, Stroke, Whole
from lib.facts.fact import Fact
from lib.words.speak import Words
from lib.words.statuses import marked

LEVEL = 6
"""From how many years on a mark of a gap lies level."""


def label(canvas: Canvas, text: str, x: Spot, y: Spot, *, colour: str, **how: Any) -> None:
    """Writes a text; `how` is what else a `Label` has: the mark that it is of, and where it stands."""
    canvas.write(Label(text, x, y, colour, **how))


def gaps(canvas: Canvas, years: Iterable[int], words: Words, *, colour: str, panel: int = 0) -> None:
    """Marks years without a figure on the ground of a panel, those that follow each other by one mark.

    Upright, since a gap between bars is narrow. Left out where there is no room: the notes of a chart name them too.
    """
    for first, last in runs(sorted(years)):
        one = (
            words("chart.unseen")
            if first == last
            else words("chart.unseen_years", first=words.year(first), last=words.year(last))
        )
        label(
            canvas, one, (first + last) / 2, 0, colour=colour, along="bottom", up=3,
            upright=last - first < LEVEL, optional=True, panel=panel,
        )  # fmt: skip


def threshold(canvas: Canvas, text: str, *, y: float, colour: str, text_colour: str, x: float = 0.0) -> None:
    """Draws a goal across the chart as a line with its name over it."""
    line = canvas.level(y, Stroke(colour, 1.6))
    label(canvas, text, Whole(x), y, colour=text_colour, of=Of(line), across="left", along="bottom", up=2)


def hover(fact: Fact, words: Words, scale: int | None = None) -> str:
    """What does a mark say when pointed at? The period, the figure, and its bounds where they say more."""
    lines = [words.period(fact.period), marked(words.fact(fact, scale), fact, words.lang)]
    if fact.lower != fact.upper:
        lines.append(words("chart.bounds", bounds=words.bounds(fact, scale)))
    return "<br>".join(lines)


def apart(places: Sequence[float], least: float) -> list[float]:
    """Where do labels stand that would else be written over each other? Each as near its place as may be.

    >>> apart([5.3, 4.6, 4.7, 8.1], 0.5)
    [5.6, 4.6, 5.1, 8.1]
    """
    order = sorted(range(len(places)), key=lambda index: places[index])
    found = list(places)
    for below, above in pairwise(order):
        found[above] = max(places[above], found[below] + least)
    return found
