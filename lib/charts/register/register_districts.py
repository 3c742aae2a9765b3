"""The districts whose enterprises carry out most of a register; all of them are in the table."""

from __future__ import annotations

from lib.charts.card import Card, Look
from lib.charts.register.parts import categories_card
from lib.facts.record import Record
from lib.words.speak import Words

MOST = 10


def register_districts_card(record: Record, words: Words, look: Look) -> Card:
    """How much of what the register carried out is of each district?"""
    return categories_card("districts", "district", record, words, look, most=MOST)
