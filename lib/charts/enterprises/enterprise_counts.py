"""Enterprises beside Chongqing's, each with what is counted and when: for orientation, not ranked."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.spec import Axis
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
    others = counts_elsewhere(record)
    strips = (_strip(own, record, words), *(_strip(count, record, words, other=True) for count in others))
    canvas = frame(look.theme, height=ROW_HEIGHT * len(strips) + 16)
    longest = max(strip.fact.at(0) for strip in strips)
    add_strips(canvas, strips, words, look, Axis(ends=(0, longest * 1.42), shown=False))
    return Card(
        name="enterprise_counts",
        title=words("enterprises.enterprise_counts.title", count=own),
        subtitle=words("enterprises.enterprise_counts.subtitle"),
        chart=canvas.chart,
        rows=tuple(Row(strip.name, strip.fact) for strip in strips),
        alt=words(
            "enterprises.enterprise_counts.alt",
            counts=words.join(
                words("enterprises.enterprise_counts.alt_count", name=strip.name, count=strip.fact)
                for strip in strips
            ),
        ),
        notes=(
            words("enterprises.enterprise_counts.note"),
            *(_apart(strip, own, words) for strip in strips[1:] if strip.own),
        ),
    )


def _apart(strip: Strip, own: Fact, words: Words) -> str:
    """Why are two counts of Chongqing not one series? In the words of the record, where it has some."""
    note = words.note(strip.fact.note)
    said = "note_record" if note else "note_other"
    return words(f"enterprises.enterprise_counts.{said}", name=strip.name, note=note, own=own)


def _strip(count: Fact, record: Record, words: Words, *, other: bool = False) -> Strip:
    """A bar; a second one of Chongqing's own is named as another count, not as a later one."""
    apart = other and count.ref_area == CHONGQING
    name = words(
        f"enterprises.enterprise_counts.{'name_other' if apart else 'name'}",
        area=record.name("areas", count.ref_area, words.lang),
        kind=words(f"enterprises.kind.{count.indicator}"),
        count=count,
    )
    return Strip(count, name, words.label(count), own=count.ref_area == CHONGQING)
