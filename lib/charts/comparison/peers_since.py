"""What peers printed after the newest year of the common table: each figure on its own, none ranked."""

from __future__ import annotations

from collections import defaultdict

from lib.charts.card import Card, Look
from lib.charts.listed import items, listed, rows, told
from lib.facts.fact import Fact
from lib.facts.further import common_year, peers_since
from lib.facts.record import Record
from lib.words.cities import city_name
from lib.words.speak import Words

MOST = 8
"""As many as a slide has room for, the newest of each area before others."""


def peers_since_card(record: Record, words: Words, look: Look) -> Card:
    """What has become known of peers since, each with its own indicator and period?"""
    found, after = peers_since(record), common_year(record)
    chosen = _first(found)
    shown = items((fact for fact in found if fact in chosen), record, words, area=True)
    areas = dict.fromkeys(fact.ref_area for fact in found)
    notes = [words("comparison.peers_since.note")]
    if len(shown) < len(found):
        notes.append(words("comparison.peers_since.note_more", most=words.count(MOST)))
    return Card(
        name="peers_since",
        title=words(
            f"comparison.peers_since.{'title' if after else 'title_all'}",
            after=words.year(after),
            areas=words.list([city_name(code, record, words) for code in areas]),
            count=words.count(len(found)),
        ),
        subtitle=words("comparison.peers_since.subtitle"),
        chart=listed(shown, words, look),
        rows=rows(items(found, record, words, area=True)),
        alt=told(shown, words),
        notes=tuple(notes),
    )


def _first(found: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Which figures are drawn? The newest of every area, then the second newest, as far as there is room."""
    seen: dict[str, int] = defaultdict(int)
    turns = []
    for fact in sorted(found, key=lambda fact: fact.period.end, reverse=True):
        turns.append((seen[fact.ref_area], fact))
        seen[fact.ref_area] += 1
    return tuple(fact for _, fact in sorted(turns, key=lambda turn: turn[0])[:MOST])
