"""Parts end to end in one bar: what is printed solid, what is worked out hatched, each with its label."""

from __future__ import annotations

from dataclasses import dataclass

from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.labels import hover, label
from lib.charts.theme import hatched, tokens_of
from lib.facts.fact import Fact
from lib.words.speak import Words

WIDTH = 0.5


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: its figure, what it is called, its label, and where the label has room.

    `where` is `in` the part, or `over` or `under` it where the part is too narrow. `quiet` draws it grey, as
    what is not the point of the chart.
    """

    fact: Fact
    name: str
    text: str
    where: str = "in"
    quiet: bool = False


def add_stack(
    figure: Canvas,
    segments: tuple[Segment, ...],
    words: Words,
    look: Look,
    *,
    scale: int,
    place: float = 0,
) -> float:
    """Draws parts from zero on, one behind the other, and says where the last one ends."""
    tokens, start = tokens_of(look.theme), 0.0
    for segment in segments:
        fact = segment.fact
        colour = tokens.others if segment.quiet else tokens.chongqing
        solid = {"color": colour, "line": {"color": tokens.card, "width": 2}}
        figure.add_bar(
            x=[fact.at(scale)],
            base=[start],
            y=[place],
            width=WIDTH,
            orientation="h",
            marker=hatched(colour, tokens.card) if fact.is_derived else solid,
            hovertext=[f"{segment.name}<br>{hover(fact, words, scale)}"],
            hoverinfo="text",
        )
        end = start + fact.at(scale)
        _write(figure, segment, start, end, place, look)
        start = end
    figure.update_layout(barmode="overlay")
    return start


def alone(figure: Canvas, end: float) -> None:
    """Leaves a single bar without axes: its labels say its numbers, and its whole length is the total."""
    figure.update_xaxes(visible=False, range=[0, end * 1.005])
    figure.update_yaxes(visible=False, range=[-0.72, 0.72])


def _write(figure: Canvas, segment: Segment, start: float, end: float, place: float, look: Look) -> None:
    tokens, middle = tokens_of(look.theme), (start + end) / 2
    ink = tokens.text if segment.fact.is_derived or segment.quiet else tokens.card
    if segment.where == "in":
        ground = {"bgcolor": tokens.card, "borderpad": 2} if segment.fact.is_derived else {}
        label(figure, segment.text, middle, place, colour=ink, **ground)
        return
    side = 1 if segment.where == "over" else -1
    edge, tip = place + side * WIDTH / 2, place + side * (WIDTH / 2 + 0.08)
    figure.add_scatter(
        x=[middle, middle],
        y=[edge, tip],
        mode="lines",
        line={"color": tokens.quiet, "width": 1},
        hoverinfo="skip",
    )
    label(
        figure,
        segment.text,
        end,
        tip,
        colour=tokens.text,
        align="right",
        xanchor="right",
        yanchor="bottom" if side > 0 else "top",
    )
