"""Two bars under one name, row by row: a figure and the one that it is compared with, each with its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts import spec
from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.labels import hover, label
from lib.charts.spec import Axis, Of
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
    canvas: Canvas,
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
        first = Of(canvas.count)
        label(
            canvas, name, 0, top + 0.5, colour=tokens.text, of=first, role="name",
            across="left", along="bottom", dx=-4,
        )  # fmt: skip
        for under, bar in enumerate(bars):
            ends.append(_bar(canvas, bar, top - under, words, look, scale))
    canvas.axes(
        x=Axis(ends=(min(ends) * 1.62, max(ends) * 1.62), shown=False),
        y=Axis(ends=(-(len(rows) - 1) * STEP - 1.5, 1.6), shown=False),
    )


def _bar(canvas: Canvas, bar: Bar, place: float, words: Words, look: Look, scale: int) -> float:
    """Draws one bar with its label beyond what rounding allows, and says how far it reaches."""
    tokens, value, derived = tokens_of(look.theme), bar.fact.at(scale), bar.fact.is_derived
    colour = tokens.chongqing if bar.own else tokens.others
    low, high = bar.fact.bounds_at(scale)
    shown = spec.Bar(
        place,
        value,
        hatched(colour, tokens.card) if derived else spec.Fill(colour),
        bar.fact,
        hover=f"{bar.name}<br>{hover(bar.fact, words, scale)}",
        bounds=(low, high) if derived else None,
    )
    of = Of(canvas.bars([shown], width=WIDTH, lying=True, whisker=whisker(tokens.text) if derived else None))
    end = high if derived else value
    ink = tokens.chongqing if bar.own else tokens.text
    label(canvas, bar.text, max(end, 0.0), place, colour=ink, of=of, role="end", across="left", dx=4)
    return end
