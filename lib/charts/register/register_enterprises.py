"""Distinct enterprises of a register: in each month, and from January to the newest."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.register.months import draw_months
from lib.facts.record import Record
from lib.facts.register import enterprises
from lib.words.speak import Words


def register_enterprises_card(record: Record, words: Words, look: Look) -> Card:
    """How many different enterprises had a contract, in each month and since January?"""
    whole, months = enterprises(record)
    return Card(
        name="register_enterprises",
        title=words("register_chart.enterprises.title", whole=whole, month=months[-1]),
        subtitle=words("register_chart.enterprises.subtitle"),
        chart=draw_months(months, words, look, scale=0),
        rows=(
            Row(words("register_chart.enterprises.since_january", whole=whole), whole),
            *(Row(words.period(fact.period), fact) for fact in months[::-1]),
        ),
        alt=words(
            "register_chart.enterprises.alt",
            whole=whole,
            months=words.list(
                [words("register_chart.part", name=words.period(f.period), figure=f) for f in months]
            ),
        ),
        notes=(words("register_chart.enterprises.note"),),
    )
