"""All sectors of a register, the largest first."""

from __future__ import annotations

from lib.charts.card import Card, Look
from lib.charts.register.parts import parts_card
from lib.facts.record import Record
from lib.facts.register import by_category
from lib.words.speak import Words

MOST = 12


def register_sectors_card(record: Record, words: Words, look: Look) -> Card:
    """How much of what the register carried out is of each sector?"""
    parts = by_category(record, "sector")
    absent = [record.name("categories", code, words.lang) for code in parts.absent]
    return parts_card(
        "sectors",
        parts,
        lambda fact: record.name("categories", fact.category, words.lang),
        absent,
        words,
        look,
        most=MOST,
    )
