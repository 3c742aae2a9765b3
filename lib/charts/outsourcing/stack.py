"""Parts end to end in one bar: what is printed solid, what is worked out hatched, each with its label."""

from __future__ import annotations

from dataclasses import dataclass

from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.labels import hover, label
from lib.charts.spec import Axis, Bar, Fill, Of, Point, Stroke
from lib.charts.strips import ink_on
from lib.charts.theme import hatched, tokens_of, whisker
from lib.facts.fact import Fact
from lib.words.speak import Words

WIDTH = 0.5


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: its figure, what it is called, its label, and where the label has room.

    `where` is `in` the part, or `over` or `under` it where the part is too narrow. `quiet` draws it grey, as
    what is not the point of the chart; `whisker` says what rounding allows of its end.
    """

    fact: Fact
    name: str
    text: str
    where: str = "in"
    quiet: bool = False
    whisker: bool = False


def add_stack(
    canvas: Canvas,
    segments: tuple[Segment, ...],
    words: Words,
    look: Look,
    *,
    scale: int,
    place: float = 0,
) -> tuple[float, Of]:
    """Draws parts from zero on, one behind the other, and says where the last one ends and which it is."""
    tokens, start, last = tokens_of(look.theme), 0.0, Of(0)
    for segment in segments:
        fact = segment.fact
        colour = tokens.others if segment.quiet else tokens.chongqing
        bar = Bar(
            place,
            fact.at(scale),
            hatched(colour, tokens.card) if fact.is_derived else Fill(colour, tokens.card),
            fact,
            base=start,
            hover=f"{segment.name}<br>{hover(fact, words, scale)}",
            bounds=fact.bounds_at(scale) if segment.whisker else None,
        )
        kind = whisker(tokens.text) if segment.whisker else None
        last = Of(canvas.bars([bar], width=WIDTH, lying=True, whisker=kind))
        _write(canvas, segment, bar, place, last, look)
        start = bar.end
    return start, last


def alone(canvas: Canvas, end: float) -> None:
    """Leaves a single bar without axes: its labels say its numbers, and its whole length is the total."""
    canvas.axes(x=Axis(ends=(0, end * 1.005), shown=False), y=Axis(ends=(-0.72, 0.72), shown=False))


def _write(canvas: Canvas, segment: Segment, bar: Bar, place: float, of: Of, look: Look) -> None:
    tokens, middle = tokens_of(look.theme), ((bar.base or 0.0) + bar.end) / 2
    ink = tokens.text if segment.fact.is_derived else ink_on(not segment.quiet, look)
    if segment.where == "in":
        ground = {"ground": tokens.card, "pad": 2} if segment.fact.is_derived else {}
        label(canvas, segment.text, middle, place, colour=ink, of=of, role="middle", **ground)
        return
    side = 1 if segment.where == "over" else -1
    edge, tip = place + side * WIDTH / 2, place + side * (WIDTH / 2 + 0.08)
    canvas.points([Point(middle, edge), Point(middle, tip)], stroke=Stroke(tokens.quiet, 1), leads=True)
    label(
        canvas,
        segment.text,
        bar.end,
        tip,
        colour=tokens.text,
        of=of,
        align="right",
        across="right",
        along="bottom" if side > 0 else "top",
    )
