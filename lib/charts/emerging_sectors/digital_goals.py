"""The goals that a plan sets for Chongqing's digital trade."""

from __future__ import annotations

from lib.charts.card import Card, Look
from lib.charts.listed import items, listed, rows, told
from lib.facts.emerging import scope_text
from lib.facts.further import goals
from lib.facts.record import Record
from lib.words.speak import Words

INDICATORS = ("digital_trade_avg_annual_growth", "digital_trade_parks")


def digital_goals_card(record: Record, words: Words, look: Look) -> Card:
    """What is digital trade to reach, by when, and is it said how it is measured?"""
    found = goals(record, *INDICATORS)
    shown = items(found, record, words, area=False)
    newest = [fact for fact in found if fact.period == found[-1].period]
    said = [
        words(
            "emerging_sectors.digital_goals.said",
            name=record.name("indicators", fact.indicator, words.lang),
            fact=fact,
        )
        for fact in newest
    ]
    bases = dict.fromkeys(fact.basis for fact in found)
    return Card(
        name="digital_goals",
        title=words("emerging_sectors.digital_goals.title", period=newest[0].period, said=words.comma(said)),
        subtitle=words("emerging_sectors.digital_goals.subtitle"),
        chart=listed(shown, words, look),
        rows=rows(shown),
        alt=told(shown, words),
        notes=tuple(scope_text(record, basis, words.lang) for basis in bases),
    )
