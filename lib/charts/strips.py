"""Horizontal bars under their names: solid to what is known, hatched to what is possible."""

from __future__ import annotations

import math
from dataclasses import dataclass

from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.labels import hover, label
from lib.charts.spec import Axis, Bar, Fill, Of, Stroke, Whole
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
    canvas: Canvas,
    strips: tuple[Strip, ...],
    words: Words,
    look: Look,
    x: Axis,
    *,
    scale: int = 0,
    inside: bool = False,
) -> None:
    """Draws the bars from the top down, each under its name; `inside` writes the figures into the bars.

    `scale` is the power of ten of the axis. A bar without an upper end has a hatched stub.
    """
    far = max(extent(strip.fact, scale)[0] for strip in strips)
    for place, strip in enumerate(strips):
        known, possible = extent(strip.fact, scale)
        end = known + far * STUB if math.isinf(possible) else possible
        bar = _bar(canvas, strip, -place, known, end, far, words, look, scale, inside=inside)
        tokens = tokens_of(look.theme)
        colour, over = tokens.chongqing if strip.own else tokens.text, -place + WIDTH / 2
        label(
            canvas, strip.name, 0, over, colour=colour, of=Of(bar), role="name",
            across="left", along="bottom", dx=-2,
        )  # fmt: skip
        if not inside:
            last = Of(bar + 1 if end > known else bar)
            label(
                canvas, f"<b>{strip.text}</b>", end, -place, colour=colour, of=last, role="end", across="left", dx=5
            )  # fmt: skip
    canvas.axes(x=x, y=Axis(ends=(-len(strips) + 0.72, 0.72), shown=False))


def add_line(canvas: Canvas, text: str, x: float, look: Look) -> None:
    """Draws a threshold as an upright line with its name at the top."""
    tokens = tokens_of(look.theme)
    line = canvas.plumb(x, Stroke(tokens.goal, 1.6))
    label(canvas, text, x, Whole(1), colour=tokens.goal_text, of=Of(line), across="left", along="top", dx=6)


def _bar(
    canvas: Canvas,
    strip: Strip,
    place: int,
    known: float,
    end: float,
    far: float,
    words: Words,
    look: Look,
    scale: int,
    *,
    inside: bool,
) -> int:
    """Draws a bar, solid to what is known and hatched to its end, and says which mark the solid one is."""
    tokens = tokens_of(look.theme)
    colour = tokens.chongqing if strip.own else tokens.others
    said = f"{strip.name}<br>{hover(strip.fact, words, scale)}"
    lower, upper = strip.fact.bounds_at(scale)
    seen = end == known and upper - lower >= far * SEEN  # where rounding is wide enough to be seen
    rounding = ink_on(strip.own, look) if upper <= known else tokens.text
    bar = canvas.bars(
        [
            Bar(
                place,
                known,
                Fill(colour),
                strip.fact,
                text=strip.text if inside else "",
                ink=ink_on(strip.own, look),
                hover=said,
                bounds=(lower, upper) if seen else None,
            )
        ],
        width=WIDTH,
        lying=True,
        where="start" if inside else "end",
        size=13.5 if inside else 12.5,
        whisker=whisker(rounding) if seen else None,
    )
    if end > known:
        rest = Bar(place, end - known, hatched(colour, tokens.card), strip.fact, base=known, hover=said)
        canvas.bars([rest], width=WIDTH, lying=True)
    return bar


def ink_on(own: bool, look: Look) -> str:
    """In which colour is text readable on a bar, Chongqing's or another's?"""
    tokens = tokens_of(look.theme)
    if look.theme == "dark":
        return tokens.page
    return tokens.card if own else tokens.text
