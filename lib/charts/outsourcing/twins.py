"""Two bars under one name, row by row: a figure and the one that it is compared with, each with its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.labels import hover, label
from lib.charts.theme import hatched, tokens_of, whisker
from lib.facts.fact import Fact
from lib.words.speak import Words

WIDTH, STEP, HEIGHT = 0.82, 3.3, 290


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its figure, the label at its end, its name when pointed at, whether it is in the focus."""

    fact: Fact
    text: str
    name: str
    own: bool


def add_twins(
    figure: Canvas,
    rows: Sequence[tuple[str, tuple[Bar, ...]]],
    words: Words,
    look: Look,
    *,
    scale: int = 0,
) -> None:
    """Draws rows from the top down: a name, and under it its bars, solid where printed, else hatched."""
    tokens = tokens_of(look.theme)
    ends = [0.0]
    for row, (name, bars) in enumerate(rows):
        top = -row * STEP
        label(figure, name, 0, top + 0.5, colour=tokens.text, xanchor="left", yanchor="bottom", xshift=-4)
        for under, bar in enumerate(bars):
            ends.append(_bar(figure, bar, top - under, words, look, scale))
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(range=[min(ends) * 1.62, max(ends) * 1.62], visible=False)
    figure.update_yaxes(visible=False, range=[-(len(rows) - 1) * STEP - 1.5, 1.6])


def _bar(figure: Canvas, bar: Bar, place: float, words: Words, look: Look, scale: int) -> float:
    """Draws one bar with its label beyond what rounding allows, and says how far it reaches."""
    tokens, value = tokens_of(look.theme), bar.fact.at(scale)
    colour = tokens.chongqing if bar.own else tokens.others
    low, high = bar.fact.bounds_at(scale)
    figure.add_bar(
        x=[value],
        y=[place],
        width=WIDTH,
        orientation="h",
        marker=hatched(colour, tokens.card) if bar.fact.is_derived else {"color": colour},
        error_x=whisker([low], [value], [high], tokens.text) if bar.fact.is_derived else None,
        hovertext=[f"{bar.name}<br>{hover(bar.fact, words, scale)}"],
        hoverinfo="text",
    )
    end = high if bar.fact.is_derived else value
    ink = tokens.chongqing if bar.own else tokens.text
    label(figure, bar.text, max(end, 0.0), place, colour=ink, xanchor="left", xshift=4)
    return end
