"""What a briefing says, made once for every format: headline figures, charts with their texts, sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from lib.briefing.head import Head, seen
from lib.briefing.left_out import LeftOut, attempt, told
from lib.briefing.logo import Logo, checked
from lib.briefing.order import Order, RefusedOrder, check
from lib.charts.card import Card
from lib.explore.by_name import drawn, settled
from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.site.pages import OVERVIEW
from lib.site.places import place_of
from lib.words.address import address
from lib.words.answers import ANSWERS
from lib.words.answers.since import said_since
from lib.words.kpis import KPIS, Kpi
from lib.words.origins import as_of_line, mark
from lib.words.plain import plain
from lib.words.provenance import Source, entry, source_line, sources_of
from lib.words.responsible import responsible_line
from lib.words.speak import Words
from lib.words.workbook import release_day

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Exhibit:
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
    since: str
    as_of: str
    version: str
    released: date
    kpis: tuple[Kpi, ...]
    exhibits: tuple[Exhibit, ...]
    sources: tuple[Source, ...]
    link: str

    left: tuple[LeftOut, ...] = ()
    head: Head = field(default_factory=Head)
    logo: Logo | None = None

    @property
    def responsible(self) -> str:
        """Who answers for the site that made it, and whom to ask? Blank where that is not set."""
        return responsible_line(self.words)

    @property
    def colophon(self) -> str:
        """What stands at the foot of a cover: who answers for it, how it closes, whom to ask, in one line?"""
        return " · ".join(text for text in (self.responsible, self.head.foot(self.words)) if text)

    @property
    def without(self) -> str:
        """What does the file say of what it had to leave out? Blank where nothing is missing."""
        return told(self.left, self.words)

    def only(self, names: Collection[str]) -> Briefing:
        """What is the same briefing with none but these charts?"""
        return replace(
            self, exhibits=tuple(exhibit for exhibit in self.exhibits if exhibit.card.name in names)
        )

    def lacking(self, more: Iterable[LeftOut]) -> Briefing:
        """What is the same briefing without the charts among these, and with all of them named as left out?"""
        gone = tuple(more)
        names = {part.name for part in gone if part.kind == "chart"}
        kept = [exhibit.card.name for exhibit in self.exhibits if exhibit.card.name not in names]
        return replace(self.only(kept), left=(*self.left, *gone))


def briefing(order: Order, record: Record) -> Briefing:
    """What does a briefing of this order say?

    A part that cannot be made is left out and named. Raises RefusedOrder where none of the charts that were asked
    for was published, and what kept the first part from being made where there is nothing to say at all.
    """
    check(order, record)
    words, left = Words(order.lang), list[LeftOut]()
    tried = [attempt("chart", name, partial(exhibit, name, order, record), left) for name in order.charts]
    exhibits = tuple(made for made in tried if made)
    if not exhibits and not order.leave_out and isinstance(left[0].error, NoSuchFigure):
        raise RefusedOrder(words("briefing.refused.unpublished", name=left[0].name)) from left[0].error
    left = [part for part in left if order.is_missed(part.name, part.error)]
    made_kpis = [
        attempt("kpi", name, partial(KPIS[name], record, words, order.look.currency), left)
        for name in OVERVIEW.kpis
    ]
    kpis = tuple(kpi for kpi in made_kpis if kpi)
    if left and not exhibits and (not order.leave_out or not kpis):
        raise left[0].error
    facts = [fact for kpi in kpis for _, fact in kpi.rows]
    facts += [fact for made in exhibits for fact in made.card.facts]
    return Briefing(
        order=order,
        record=record,
        words=words,
        title=_title(plain(order.title) or words("briefing.title"), facts, record, words),
        lead=attempt("sentence", "answer", partial(ANSWERS["overview"], record, words), left) or "",
        since=attempt("sentence", "since", partial(said_since, record, words), left) or "",
        as_of=attempt("sentence", "as_of", partial(as_of_line, record, words), left) or "",
        version=record.version,
        released=release_day(record),
        kpis=kpis,
        exhibits=exhibits,
        sources=attempt("sentence", "sources", partial(sources_of, facts, record, words), left) or (),
        link=order.base + address("overview", lang=order.lang),
        left=tuple(left),
        head=seen(order.head),
        logo=checked(order.head.logo) if order.head.logo else None,
    )


def _title(title: str, facts: Collection[Fact], record: Record, words: Words) -> str:
    said = mark(record.origin_of(facts), words)
    return words("briefing.title_own", title=title, mark=said) if said else title


def exhibit(name: str, order: Order, record: Record) -> Exhibit:
    """What stands around one chart? Raises NoSuchFigure where nothing was published for it."""
    words = Words(order.lang)
    card = drawn(name, record, words, order.look)
    return Exhibit(
        card=card,
        source=source_line(card.facts, record, words),
        method=tuple(
            (f"{row.label} · {words.fact(row.fact)}", entry(row.fact, record, words)) for row in card.rows
        ),
        sources=sources_of(card.facts, record, words),
        link=order.base + place_of(settled(name, record), order.lang, order.look).page,
    )
