"""A chart by address: its texts and its figures, and the table behind it."""

from __future__ import annotations

import re

from lib.api.asked import SHOWN, Asked
from lib.api.explored import YEAR, YEARS, choices
from lib.api.figures import Figures, document, written
from lib.api.made import MIME, Made
from lib.briefing.content import briefing
from lib.briefing.order import Order, RefusedOrder
from lib.briefing.xlsx_book import book
from lib.catalog.codes import CURRENCIES
from lib.charts.card import Card, Look
from lib.explore.by_name import Vain, in_vain, name_of
from lib.explore.by_name import drawn as drawn_by_name
from lib.explore.card import NAME as EXPLORE
from lib.explore.choice import MOST_AREAS, NAMES
from lib.explore.offered import parse
from lib.facts.outsourcing_periods import period_codes
from lib.facts.record import Record
from lib.site.pages import charts_of
from lib.words.problem import Problem
from lib.words.provenance import source_line
from lib.words.speak import Words
from lib.words.tables import csv_bytes

CHOICES = ("currency", "period")
THEMES = ("light", "dark")


def chart(name: str, form: str, asked: Asked, record: Record) -> Made:
    """What does a chart say, as JSON, as CSV, or as a workbook that draws it too? Raises Problem and RecordError."""
    words = Words(asked.lang)
    card = drawn(name, asked, record)
    if form == "xlsx":
        content = _xlsx(name, asked, record)
    elif form == "csv":
        content = _csv(card, record, words)
    else:
        content = written(_document(name, card, record, words))
    return Made(content, MIME[form], f"{card.name}_{words.lang}.{form}")


def drawn(name: str, asked: Asked, record: Record) -> Card:
    """What is on the card of a chart, with these choices?"""
    called, look = wanted(name, asked, record)
    return drawn_by_name(called, record, Words(asked.lang), look)


def named(name: str, record: Record) -> str:
    """Is there a chart of this name? Raises Problem, which lists them."""
    known = (*charts_of("all", record), EXPLORE)
    if name not in known:
        raise Problem(404, "api.problem.chart", allowed=known, name=name[:SHOWN])
    return name


def wanted(name: str, asked: Asked, record: Record, *, themes: tuple[str, ...] = THEMES) -> tuple[str, Look]:
    """Which chart is meant, as briefings call it, and how is it to look?

    Raises Problem for a choice that its page does not offer. `themes` is empty where a chart is always light.
    """
    own = ("theme",) if themes else ()
    asked.only(*(NAMES if named(name, record) == EXPLORE else CHOICES), *own)
    theme = asked.among("theme", themes, THEMES[0]) if themes else THEMES[0]
    if name == EXPLORE:
        return _explored(asked, record), Look(theme=theme)
    return name, Look(
        theme=theme,
        currency=asked.among("currency", CURRENCIES, CURRENCIES[0]),
        period=asked.among("period", period_codes(record)),
    )


def _explored(asked: Asked, record: Record) -> str:
    """Raises Problem: 404 for what is known and has nothing beside the rest of the choice, 400 for what is unknown."""
    choice = {name: value for name, value in asked.values if name in NAMES}
    for vain in in_vain(choice, record):
        if vain.name == "area" and vain.value in vain.allowed:
            raise Problem(400, "api.problem.many", name=vain.name, most=str(MOST_AREAS))
        known = vain.value in choices(record).get(vain.name, ()) or _is_year(vain)
        given = {"name": vain.name, "value": vain.value[:SHOWN]}
        raise Problem(404 if known else 400, "api.problem.value", allowed=vain.allowed, **given)
    return name_of(parse(choice, record).choice)


def _is_year(vain: Vain) -> bool:
    return vain.name in YEARS and re.fullmatch(YEAR, vain.value) is not None


def _csv(card: Card, record: Record, words: Words) -> bytes:
    return csv_bytes([(row.label, row.fact) for row in card.rows], record, words)


def _xlsx(name: str, asked: Asked, record: Record) -> bytes:
    called, look = wanted(name, asked, record)
    try:
        return book(briefing(Order(asked.lang, (called,), look, base=""), record))
    except RefusedOrder as refused:
        raise Problem(404, "api.problem.record", said=str(refused)) from refused


def _document(name: str, card: Card, record: Record, words: Words) -> dict[str, object]:
    figures = Figures(record, words)
    found = [figures.printed(row.label, row.fact) for row in card.rows]
    return document(
        "chart",
        name,
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
