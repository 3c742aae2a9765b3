"""The districts whose enterprises carry out most of a register; all of them are in the table."""

from __future__ import annotations

from lib.charts.card import Card, Look
from lib.charts.register.parts import parts_card
from lib.facts.record import Record
from lib.facts.register import by_category
from lib.words.speak import Words

MOST = 10


def register_districts_card(record: Record, words: Words, look: Look) -> Card:
    """How much of what the register carried out is of each district?"""
    parts = by_category(record, "district")
    absent = [record.name("categories", code, words.lang) for code in parts.absent]
    return parts_card(
        "districts",
        parts,
        lambda fact: record.name("categories", fact.category, words.lang),
        absent,
        words,
        look,
        most=MOST,
    )
