"""What a briefing says, made once for every format: headline figures, charts with their texts, sources."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from lib.briefing.order import OVERVIEW_KPIS, PAGE_OF, Order, RefusedOrder, check
from lib.charts.card import Card
from lib.charts.registry import CHARTS
from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.address import address
from lib.words.answers import ANSWERS
from lib.words.kpis import KPIS, Kpi
from lib.words.origins import as_of_line, mark
from lib.words.provenance import Source, entry, source_line, sources_of
from lib.words.speak import Words
from lib.words.workbook import release_day

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A chart with what stands around it.

    `source` is the line under it (publishers, as-of day); `method` has for each figure a heading and what is
    known of it as pairs of a name and a text; `link` reopens the chart in the dashboard.
    """

    card: Card
    source: str
    method: tuple[tuple[str, Pairs], ...]
    sources: tuple[Source, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything that a file is made of; texts are in the language of `words`."""

    order: Order
    record: Record
    words: Words
    title: str
    lead: str
    as_of: str
    version: str
    released: date
    kpis: tuple[Kpi, ...]
    sheets: tuple[Sheet, ...]
    sources: tuple[Source, ...]
    link: str

    def only(self, names: Collection[str]) -> Briefing:
        """What is the same briefing with none but these charts?"""
        return replace(self, sheets=tuple(sheet for sheet in self.sheets if sheet.card.name in names))


def briefing(order: Order, record: Record) -> Briefing:
    """What does a briefing of this order say? Raises RefusedOrder where it cannot be made."""
    check(order, record)
    words = Words(order.lang)
    sheets = tuple(sheet for name in order.charts if (sheet := _sheet(name, order, record, words)))
    kpis = tuple(KPIS[name](record, words, order.look.currency) for name in OVERVIEW_KPIS)
    facts = [fact for kpi in kpis for _, fact in kpi.rows]
    facts += [fact for sheet in sheets for fact in sheet.card.facts]
    return Briefing(
        order=order,
        record=record,
        words=words,
        title=_title(order.title or words("briefing.title"), facts, record, words),
        lead=ANSWERS["overview"](record, words),
        as_of=as_of_line(record, words),
        version=record.version,
        released=release_day(record),
        kpis=kpis,
        sheets=sheets,
        sources=sources_of(facts, record, words),
        link=order.base + address("overview", lang=order.lang),
    )


def _title(title: str, facts: Collection[Fact], record: Record, words: Words) -> str:
    said = mark(record.origin_of(facts), words)
    return words("briefing.title_own", title=title, mark=said) if said else title


def _sheet(name: str, order: Order, record: Record, words: Words) -> Sheet | None:
    try:
        return sheet(name, order, record)
    except NoSuchFigure as error:
        if order.leave_out:
            return None
        raise RefusedOrder(words("briefing.refused.unpublished", name=name)) from error


def sheet(name: str, order: Order, record: Record) -> Sheet:
    """What stands around one chart? Raises NoSuchFigure where nothing was published for it."""
    words = Words(order.lang)
    card = CHARTS[name](record, words, order.look)
    asked = {
        "lang": order.lang,
        "view": "slide",
        "chart": name,
        "currency": order.look.currency if order.look.currency != "CNY" else "",
        "period": order.look.period,
    }
    return Sheet(
        card=card,
        source=source_line(card.facts, record, words),
        method=tuple(
            (f"{row.label} · {words.fact(row.fact)}", entry(row.fact, record, words)) for row in card.rows
        ),
        sources=sources_of(card.facts, record, words),
        link=order.base + address(PAGE_OF[name], **asked),
    )
