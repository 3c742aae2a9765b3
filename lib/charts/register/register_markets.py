"""The markets that most of a register is carried out for; all of them are in the table."""

from __future__ import annotations

from lib.charts.card import Card, Look
from lib.charts.register.parts import card_of_parts
from lib.facts.fact import Fact
from lib.facts.record import CHINA, Record
from lib.facts.register import by_market
from lib.words.speak import Words

MOST = 10


def register_markets_card(record: Record, words: Words, look: Look) -> Card:
    """How much of what the register carried out is for each market, the mainland among them?"""
    parts = by_market(record)
    absent = [record.name("areas", code, words.lang) for code in parts.absent]

    def called(fact: Fact) -> str:
        if fact.counterpart == CHINA:
            return words("register_chart.home")
        return record.name("areas", fact.counterpart, words.lang)

    return card_of_parts(
        "markets",
        parts,
        called,
        absent,
        words,
        look,
        most=MOST,
    )
