"""Enterprises beside Chongqing's, each with what is counted and when: for orientation, not ranked."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.strips import Strip, add_strips
from lib.charts.theme import frame
from lib.facts.enterprises import counts_elsewhere, enterprise_count
from lib.facts.fact import Fact
from lib.facts.record import CHONGQING, Record
from lib.words.speak import Words

ROW_HEIGHT = 52


def enterprise_counts_card(record: Record, words: Words, look: Look) -> Card:
    """How many service-trade enterprises has Chongqing, and which counts do other places print?"""
    own = enterprise_count(record)
    strips = tuple(_strip(count, record, words) for count in (own, *counts_elsewhere(record)))
    figure = frame(look.theme, height=ROW_HEIGHT * len(strips) + 16)
    add_strips(figure, strips, words, look)
    figure.update_xaxes(visible=False, range=[0, max(strip.fact.at(0) for strip in strips) * 1.42])
    return Card(
        name="enterprise_counts",
        title=words("enterprises.enterprise_counts.title", count=own),
        subtitle=words("enterprises.enterprise_counts.subtitle"),
        figure=figure,
        rows=tuple(Row(strip.name, strip.fact) for strip in strips),
        alt=words(
            "enterprises.enterprise_counts.alt",
            counts=words.join(
                words("enterprises.enterprise_counts.alt_count", name=strip.name, count=strip.fact)
                for strip in strips
            ),
        ),
        notes=(words("enterprises.enterprise_counts.note"),),
    )


def _strip(count: Fact, record: Record, words: Words) -> Strip:
    name = words(
        "enterprises.enterprise_counts.name",
        area=record.name("areas", count.ref_area, words.lang),
        kind=words(f"enterprises.kind.{count.indicator}"),
        count=count,
    )
    return Strip(count, name, words.label(count), own=count.ref_area == CHONGQING)
