"""What a register carried out in each month, up to the newest."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.register.months import draw_months
from lib.facts.outsourcing import growth_on_base
from lib.facts.record import Record
from lib.facts.register import by_month
from lib.words.scales import SMALL, unit_name
from lib.words.speak import Words


def register_months_card(record: Record, words: Words, look: Look) -> Card:
    """How much was carried out in the newest month, and in each month of the two years up to it?"""
    months, scale = by_month(record), SMALL[words.lang]
    last = months[-1]
    growth = growth_on_base(record, last).growth
    change = "" if growth.is_missing else words("register_chart.months.change", growth=growth)
    return Card(
        name="register_months",
        title=words("register_chart.months.title", level=last, change=change),
        subtitle=words("register_chart.months.subtitle", unit=unit_name("USD", scale, words.lang)),
        chart=draw_months(months, words, look, scale=scale),
        rows=(
            *(Row(words.period(fact.period), fact) for fact in months[::-1]),
            *(() if growth.is_missing else (Row(words("register_chart.months.growth", level=last), growth),)),
        ),
        alt=words(
            "register_chart.months.alt",
            months=words.list(
                [words("register_chart.part", name=words.period(f.period), figure=f) for f in months]
            ),
        ),
        notes=() if growth.is_missing else (words("register_chart.months.note"),),
    )
