"""The shorthand of observation status explained where it is used: under the chart and in its alt text."""

from __future__ import annotations

from dataclasses import replace

from lib.charts.card import Card, Draw, Look
from lib.facts.record import Record
from lib.words.speak import Words
from lib.words.statuses import used


def explained(draw: Draw) -> Draw:
    """Which card does a chart give with the statuses of its figures explained?"""

    def build(record: Record, words: Words, look: Look) -> Card:
        return with_marks(draw(record, words, look), words)

    return build


def with_marks(card: Card, words: Words) -> Card:
    """What is a card with a note, and a clause of its alt text, for each status that its figures have?"""
    legend = words.join(words(f"status.{status}") for status in used(card.facts))
    if not legend:
        return card
    said = words("status.legend", legend=legend)
    return replace(card, notes=(*card.notes, said), alt=words("status.alt", alt=card.alt, legend=said))
