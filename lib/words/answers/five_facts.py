"""The five facts of the source report, each in a sentence computed from the record."""

from __future__ import annotations

from collections.abc import Callable

from lib.facts.emerging import emerging_share, has_mix
from lib.facts.fact import Fact
from lib.facts.headline import headline
from lib.facts.outsourcing import EXECUTED, annual
from lib.facts.period import Period
from lib.facts.record import Record
from lib.words.answers import talent
from lib.words.answers.emerging_sectors import sectors_text, share_of_what
from lib.words.answers.goal import goal_statements
from lib.words.answers.outsourcing import told_on_base
from lib.words.answers.shared import total_statement
from lib.words.speak import Words
from lib.words.telling import Clause, Statement, Teller

Sentence = Callable[[Record, Words], str]


def total_and_goal(record: Record, words: Words) -> str:
    """How large is the trade, which place does it take, and how far should it go?"""
    teller = Teller(record, words)
    total = teller.ask(headline, record, "services_trade_total")
    return teller.tell(total_statement(teller, total), *goal_statements(teller))


def outsourcing_and_growth(record: Record, words: Words) -> str:
    """How much offshore outsourcing was executed, how fast did it grow, and from which base?"""
    teller = Teller(record, words)
    return teller.tell(told_on_base(teller, teller.ask(headline, record, EXECUTED)))


def last_full_year(record: Record, words: Words) -> str:
    """How much was executed in the last full year, and which places do the sources give it?"""
    teller = Teller(record, words)
    newest = teller.ask(headline, record, EXECUTED)
    level = annual(record, like=newest)[-1].level
    rank = teller.ask(record.latest, f"{EXECUTED}_rank", category="central_west", basis=level.basis)
    return teller.tell(
        teller.of(
            level.period,
            teller.clause("overview.executed", executed=level),
            teller.beside(level, rank, same="overview.rank", older="overview.rank_older"),
        ),
        _places(teller, level),
    )


def emerging_sectors(record: Record, words: Words) -> str:
    """What share do emerging sectors have, which are among them, and is a split published?"""
    teller = Teller(record, words)
    share = emerging_share(record)
    said = words(
        "overview.fact_4", share=share, of=share_of_what(share, words), sectors=sectors_text(record, words)
    )
    unsplit = None if has_mix(record) else teller.clause("emerging_sectors.unpublished.split")
    return teller.tell(
        Statement((Clause(said, (share,)),), share.period),
        Statement((unsplit,), share.period) if unsplit else None,
    )


def enterprises_and_talent(record: Record, words: Words) -> str:
    """How many enterprises are there, and what does the talent programme have and plan?"""
    teller = Teller(record, words)
    count = teller.ask(headline, record, "services_trade_enterprises")
    head = teller.of(count.period, teller.clause("enterprises.count_short", count=count)) if count else None
    return teller.tell(head, *talent.statements(teller, _per_year(teller)))


FIVE_FACTS: tuple[Sentence, ...] = (
    total_and_goal,
    outsourcing_and_growth,
    last_full_year,
    emerging_sectors,
    enterprises_and_talent,
)


def _per_year(teller: Teller) -> Statement | None:
    """How many are to be trained a year? The source does not say whether in all or for each base."""
    planned = teller.ask(teller.record.latest, "talent_trained_per_year", kind="target")
    if planned is None:
        return None
    return teller.of(planned.period, teller.clause("overview.per_year", per_year=planned))


def _places(teller: Teller, level: Fact) -> Statement | None:
    """Which national places do sources print for that year? Two that differ stand side by side."""
    printed = _national(teller.record, level.period)
    if not printed:
        return None
    said = [_place(place, teller) for place in printed]
    key = "overview.places" if len(printed) > 1 else "overview.places_one"
    return Statement(
        (Clause(teller.words(key, places=teller.words.list(said)), tuple(printed)),), level.period
    )


def _national(record: Record, period: Period) -> list[Fact]:
    """Which different places do sources print? The better place first."""
    printed = record.all(
        f"{EXECUTED}_rank", category="national", period_start=period.start, period_end=period.end
    )
    return sorted({fact.value: fact for fact in reversed(printed)}.values(), key=lambda fact: fact.value)


def _place(place: Fact, teller: Teller) -> str:
    row = teller.record.row(place.observations[0])
    publisher = teller.record.source(row["source_id"])[f"publisher_{teller.words.lang}"]
    return teller.words("overview.place", place=place, publisher=publisher)
