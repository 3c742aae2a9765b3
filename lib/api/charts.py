"""A chart by address: its texts and its figures, and the table behind it."""

from __future__ import annotations

from lib.api.asked import SHOWN, Asked
from lib.api.figures import Figures, document, written
from lib.api.made import MIME, Made
from lib.charts.card import CURRENCIES, Card, Look
from lib.charts.registry import EVERY
from lib.facts.outsourcing_periods import period_codes
from lib.facts.record import Record
from lib.site.pages import charts_of
from lib.words.problem import Problem
from lib.words.provenance import source_line
from lib.words.speak import Words
from lib.words.tables import csv_bytes

CHOICES = ("currency", "period", "theme")
THEMES = ("light", "dark")


def chart(name: str, form: str, asked: Asked, record: Record) -> Made:
    """What does a chart say, as JSON or CSV? Raises Problem and RecordError."""
    words = Words(asked.lang)
    card = drawn(name, asked, record)
    content = _csv(card, record, words) if form == "csv" else written(_document(card, record, words))
    return Made(content, MIME[form], f"{name}_{words.lang}.{form}")


def drawn(name: str, asked: Asked, record: Record) -> Card:
    """What is on the card of a chart, with these choices?"""
    look = look_of(asked, record)
    return EVERY[named(name, record)](record, Words(asked.lang), look)


def named(name: str, record: Record) -> str:
    """Is there a chart of this name? Raises Problem, which lists them."""
    known = charts_of("all", record)
    if name not in known:
        raise Problem(404, "api.problem.chart", allowed=known, name=name[:SHOWN])
    return name


def look_of(asked: Asked, record: Record) -> Look:
    """How is a chart to look? Raises Problem for a choice that its page does not offer."""
    asked.only(*CHOICES)
    return Look(
        theme=asked.among("theme", THEMES, THEMES[0]),
        currency=asked.among("currency", CURRENCIES, CURRENCIES[0]),
        period=asked.among("period", period_codes(record)),
    )


def _csv(card: Card, record: Record, words: Words) -> bytes:
    return csv_bytes([(row.label, row.fact) for row in card.rows], record, words)


def _document(card: Card, record: Record, words: Words) -> dict[str, object]:
    figures = Figures(record, words)
    found = [figures.printed(row.label, row.fact) for row in card.rows]
    return document(
        "chart",
        card.name,
        record,
        words,
        found,
        title=card.title,
        subtitle=card.subtitle,
        alt=card.alt,
        notes=list(card.notes),
        source=source_line(card.facts, record, words),
        sources=figures.sources(),
    )
