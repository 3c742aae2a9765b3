"""Parts of a whole that add up: one stacked bar of the sectors' shares, with a line at one half."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.spec import Axis, Bar, Chart, Fill, Of, Rule, Stroke
from lib.charts.theme import frame, tokens_of
from lib.facts.emerging import HALF, sector_mix
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.speak import Words

# Half the width of the bar, in units of its axis.
EDGE = 0.25


def emerging_mix_card(record: Record, words: Words, look: Look) -> Card:
    """Which share of services trade has each emerging sector? Raises NoSuchFigure while none is printed."""
    parts = sector_mix(record)
    named = [(record.name("categories", part.category, words.lang), part) for part in parts]
    largest_name, largest = max(named, key=lambda pair: pair[1].value)
    return Card(
        name="emerging_mix",
        title=words("emerging_sectors.emerging_mix.title", name=largest_name, share=largest),
        subtitle=words("emerging_sectors.emerging_mix.subtitle", share=largest),
        chart=_draw(named, words, look),
        rows=tuple(Row(words("emerging_sectors.emerging_mix.row", name=name), part) for name, part in named),
        alt=words(
            "emerging_sectors.emerging_mix.alt",
            share=largest,
            parts=words.list([_text(*one, words) for one in named]),
        ),
    )


def _text(name: str, part: Fact, words: Words) -> str:
    return words("emerging_sectors.emerging_mix.part", name=name, share=part)


def _draw(named: list[tuple[str, Fact]], words: Words, look: Look) -> Chart:
    tokens = tokens_of(look.theme)
    canvas = frame(look.theme, height=300)
    top = 0.0
    for name, part in named:
        bar = Bar(
            0,
            part.at(0),
            Fill(tokens.chongqing, tokens.card),
            part,
            base=top,
            hover=f"{name}<br>{hover(part, words)}",
        )
        of = Of(canvas.bars([bar], width=2 * EDGE))
        # Beside its piece of the bar, where the line at one half strikes through nothing.
        middle, top = top + part.at(0) / 2, bar.end
        label(canvas, _text(name, part, words), EDGE, middle, colour=tokens.text, of=of, across="left", dx=6)
    line = canvas.mark(Rule((-2 * EDGE, EDGE), (HALF, HALF), Stroke(tokens.goal, 1.6)))
    label(
        canvas,
        words("emerging_sectors.line", half=words.constant(HALF)),
        -EDGE,
        HALF,
        colour=tokens.goal_text,
        of=Of(line),
        across="right",
        along="bottom",
        dx=-4,
    )
    canvas.axes(
        x=Axis(ends=(-3.4 * EDGE, 10.6 * EDGE), shown=False),
        y=Axis(ends=(0, max(top, HALF) * 1.08), shown=False),
    )
    return canvas.chart
