"""Horizontal bars under their names: solid to what is known, hatched to what is possible."""

from __future__ import annotations

import math
from dataclasses import dataclass

from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.labels import hover, label
from lib.charts.theme import hatched, tokens_of, whisker
from lib.facts.emerging import is_open
from lib.facts.fact import Fact
from lib.words.speak import Words

WIDTH = 0.44
STUB = 0.08
SEEN = 0.01


@dataclass(frozen=True, slots=True)
class Strip:
    """A bar: its figure, the name over it, the text at its end or in it, and whether it is Chongqing's."""

    fact: Fact
    name: str
    text: str
    own: bool = False


def extent(fact: Fact, scale: int = 0) -> tuple[float, float]:
    """From zero to where is a figure known, and to where is it possible, in units of ten to the `scale`?

    Only a figure that is open on one side has anything possible beyond the known: over 50 % is known to 50
    and possible to 100. What rounding allows is a whisker, not a hatch.
    """
    if not is_open(fact):
        return fact.at(scale), fact.at(scale)
    lower, upper = fact.bounds_at(scale)
    return max(lower, 0.0), upper


def add_strips(
    figure: Canvas,
    strips: tuple[Strip, ...],
    words: Words,
    look: Look,
    *,
    scale: int = 0,
    inside: bool = False,
) -> None:
    """Draws the bars from the top down, each under its name; `inside` writes the figures into the bars.

    `scale` is the power of ten of the axis, which is left to the chart. A bar without an upper end has a
    hatched stub.
    """
    far = max(extent(strip.fact, scale)[0] for strip in strips)
    for place, strip in enumerate(strips):
        known, possible = extent(strip.fact, scale)
        end = known + far * STUB if math.isinf(possible) else possible
        said = f"{strip.name}<br>{hover(strip.fact, words, scale)}"
        _known(figure, strip, -place, known, said, look, inside=inside)
        if end > known:
            _possible(figure, strip, -place, known, end, said, look)
        else:
            _rounding(figure, strip, strip.fact.bounds_at(scale), known, far, look)
        _texts(figure, strip, -place, end, look, inside=inside)
    figure.update_layout(barmode="overlay")
    figure.update_yaxes(visible=False, range=[-len(strips) + 0.72, 0.72])


def add_line(figure: Canvas, text: str, x: float, look: Look) -> None:
    """Draws a threshold as an upright line with its name at the top."""
    tokens = tokens_of(look.theme)
    figure.add_vline(x=x, line={"color": tokens.goal, "width": 1.6})
    label(figure, text, x, 1, yref="paper", colour=tokens.goal_text, xanchor="left", yanchor="top", xshift=6)


def _known(
    figure: Canvas, strip: Strip, place: int, known: float, said: str, look: Look, *, inside: bool
) -> None:
    tokens = tokens_of(look.theme)
    figure.add_bar(
        x=[known],
        y=[place],
        width=WIDTH,
        orientation="h",
        marker={"color": tokens.chongqing if strip.own else tokens.others},
        text=[strip.text] if inside else None,
        textposition="inside",
        insidetextanchor="start",
        insidetextfont={"color": ink_on(strip.own, look), "size": 13.5},
        textangle=0,
        hovertext=[said],
        hoverinfo="text",
    )


def _possible(
    figure: Canvas, strip: Strip, place: int, known: float, end: float, said: str, look: Look
) -> None:
    tokens = tokens_of(look.theme)
    figure.add_bar(
        x=[end - known],
        base=[known],
        y=[place],
        width=WIDTH,
        orientation="h",
        marker=hatched(tokens.chongqing if strip.own else tokens.others, tokens.card),
        hovertext=[said],
        hoverinfo="text",
    )


def _rounding(
    figure: Canvas, strip: Strip, bounds: tuple[float, float], known: float, far: float, look: Look
) -> None:
    """A whisker for what rounding allows, where it is wide enough to be seen."""
    lower, upper = bounds
    if upper - lower < far * SEEN:
        return
    within = upper <= known
    colour = ink_on(strip.own, look) if within else tokens_of(look.theme).text
    figure.traces[-1]["error_x"] = whisker([lower], [known], [upper], colour)


def _texts(figure: Canvas, strip: Strip, place: int, end: float, look: Look, *, inside: bool) -> None:
    tokens = tokens_of(look.theme)
    colour = tokens.chongqing if strip.own else tokens.text
    over = place + WIDTH / 2
    label(figure, strip.name, 0, over, colour=colour, xanchor="left", yanchor="bottom", xshift=-2)
    if not inside:
        label(figure, f"<b>{strip.text}</b>", end, place, colour=colour, xanchor="left", xshift=5)


def ink_on(own: bool, look: Look) -> str:
    """In which colour is text readable on a bar, Chongqing's or another's?"""
    tokens = tokens_of(look.theme)
    if look.theme == "dark":
        return tokens.page
    return tokens.card if own else tokens.text
