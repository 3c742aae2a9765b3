"""Labels on charts, placed once for all: beside a point, over a line, at the end of a bar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from lib.charts.canvas import Canvas
from lib.charts.extent import runs
from lib.charts.placing import OPTIONAL
from lib.facts.fact import Fact
from lib.words.speak import Words
from lib.words.statuses import marked

LEVEL = 6
"""From how many years on a mark of a gap lies level."""


def label(figure: Canvas, text: str, x: Any, y: Any, *, colour: str, **placed: Any) -> None:
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


def gaps(figure: Canvas, years: Iterable[int], words: Words, *, colour: str, **placed: Any) -> None:
    """Marks years without a figure on the ground of a chart, those that follow each other by one mark.

    Upright, since a gap between bars is narrow. Left out where there is no room: the notes of a chart name them too.
    """
    for first, last in runs(sorted(years)):
        one = (
            words("chart.unseen")
            if first == last
            else words("chart.unseen_years", first=words.year(first), last=words.year(last))
        )
        turned = {} if last - first >= LEVEL else {"textangle": -90}
        where = {"yanchor": "bottom", "yshift": 3, OPTIONAL: True} | turned | placed
        label(figure, one, (first + last) / 2, 0, colour=colour, **where)


def threshold(figure: Canvas, text: str, *, y: float, colour: str, text_colour: str, x: float = 0.0) -> None:
    """Draws a goal across the chart as a line with its name over it."""
    figure.add_hline(y=y, line={"color": colour, "width": 1.6})
    label(figure, text, x, y, xref="paper", colour=text_colour, xanchor="left", yanchor="bottom", yshift=2)


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
