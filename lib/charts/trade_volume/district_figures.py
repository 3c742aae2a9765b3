"""Services trade printed for parts of Chongqing, each with the doubt that its note states."""

from __future__ import annotations

from lib.charts.card import Card, Look
from lib.charts.listed import Item, items, listed, rows, told
from lib.facts.further import districts
from lib.facts.record import HEADLINE_CONFIDENCE, Record
from lib.words.speak import Words


def district_figures_card(record: Record, words: Words, look: Look) -> Card:
    """Which services trade is printed for Liangjiang and other parts of the city, and how sure is it?"""
    shown = items(districts(record), record, words, area=True)
    return Card(
        name="district_figures",
        title=words("trade_volume.district_figures.title", count=words.count(len(shown))),
        subtitle=words("trade_volume.district_figures.subtitle"),
        chart=listed(shown, words, look),
        rows=rows(shown),
        alt=told(shown, words),
        notes=tuple(note for item in shown for note in _notes(item, words)),
    )


def _notes(item: Item, words: Words) -> tuple[str, ...]:
    """What a reader must know of a figure before it is used."""
    said = words.note(item.fact.note)
    name = item.label
    if item.fact.confidence not in HEADLINE_CONFIDENCE:
        name = words("trade_volume.district_figures.doubt", name=name)
    return (words("trade_volume.district_figures.note", name=name, note=said),) if said else ()
