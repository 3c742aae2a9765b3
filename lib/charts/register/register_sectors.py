"""All sectors of a register, the largest first."""

from __future__ import annotations

from lib.charts.card import Card, Look
from lib.charts.register.parts import categories_card
from lib.facts.record import Record
from lib.words.speak import Words

MOST = 12


def register_sectors_card(record: Record, words: Words, look: Look) -> Card:
    """How much of what the register carried out is of each sector?"""
    return categories_card("sectors", "sector", record, words, look, most=MOST)
