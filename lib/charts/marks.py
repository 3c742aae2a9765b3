"""The shorthand of observation status explained where it is used: under the chart and in its alt text."""

from __future__ import annotations

from dataclasses import replace

from lib.charts.card import Card, Draw, Look
from lib.facts.record import Record
from lib.words.origins import mark
from lib.words.speak import Words
from lib.words.statuses import used


def explained(draw: Draw) -> Draw:
    """Which card does a chart give with the statuses of its figures explained?"""

    def build(record: Record, words: Words, look: Look) -> Card:
        return with_marks(draw(record, words, look), words, record)

    return build


def with_marks(card: Card, words: Words, record: Record) -> Card:
    """What is a card with a note, and a clause of its alt text, for each status that its figures have?

    One that rests on rows which were not published says so in its subtitle, its alt text and its picture.
    """
    card = _with_origin(card, words, record)
    legend = words.join(words(f"status.{status}") for status in used(card.facts))
    if not legend:
        return card
    said = words("status.legend", legend=legend)
    return replace(card, notes=(*card.notes, said), alt=words("status.alt", alt=card.alt, legend=said))


def _with_origin(card: Card, words: Words, record: Record) -> Card:
    said = mark(record.origin_of(card.facts), words)
    if not said:
        return card
    title = words("common.marked", text=card.title, mark=said)
    return replace(
        card,
        title=title,
        subtitle=f"{said} · {card.subtitle}",
        alt=f"{said} · {card.alt}",
        chart=replace(card.chart, origin=said),
    )
