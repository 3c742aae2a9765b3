"""The five facts of the source report, each in a sentence computed from the record."""

from __future__ import annotations

from collections.abc import Callable

from lib.facts.emerging import emerging_share, has_mix
from lib.facts.enterprises import enterprise_count
from lib.facts.fact import Fact
from lib.facts.goal import goal_path
from lib.facts.outsourcing import growth_on_base
from lib.facts.period import Period
from lib.facts.record import Record
from lib.words.answers.emerging_sectors import sectors_text, share_of_what
from lib.words.speak import Words

Sentence = Callable[[Record, Words], str]


def total_and_goal(record: Record, words: Words) -> str:
    """How large is the trade, which place does it take, and how far should it go?"""
    path = goal_path(record)
    rank = record.one("services_trade_rank", period=path.outcome.period, category="central_west")
    return words("overview.fact_1", total=path.outcome, rank=rank, goal=path.goal, stated=path.stated)


def outsourcing_and_growth(record: Record, words: Words) -> str:
    """How much offshore outsourcing was executed, how fast did it grow, and from which base?"""
    pair = growth_on_base(record, record.latest("offshore_outsourcing_executed"))
    return words("overview.fact_2", executed=pair.level, growth=pair.growth, base=pair.base)


def last_full_year(record: Record, words: Words) -> str:
    """How much was executed in the last full year that was ranked, and which places do the sources give it?"""
    rank = record.latest("offshore_outsourcing_executed_rank", category="central_west")
    period, places = rank.period, _places(record, rank.period)
    key = "overview.fact_3" if len(places) > 1 else "overview.fact_3_agreed"
    return words(
        key,
        executed=record.one("offshore_outsourcing_executed", period=period, kind="outcome"),
        rank=rank,
        places=words.list([_place(place, record, words) for place in places]),
    )


def emerging_sectors(record: Record, words: Words) -> str:
    """What share do emerging sectors have, and which are they?"""
    key = "overview.fact_4_split" if has_mix(record) else "overview.fact_4"
    share = emerging_share(record)
    return words(key, share=share, of=share_of_what(share, words), sectors=sectors_text(record, words))


def enterprises_and_talent(record: Record, words: Words) -> str:
    """How many enterprises are there, and what does the talent programme have and plan?"""
    plan = {
        name: record.latest(indicator, kind="target")
        for name, indicator in (
            ("planned", "talent_training_bases"),
            ("partners", "talent_partner_enterprises"),
            ("trained", "talent_high_end_trained"),
            ("per_year", "talent_trained_per_year"),
        )
    }
    bases = record.latest("talent_training_bases")
    return words("overview.fact_5", count=enterprise_count(record), bases=bases, **plan)


FIVE_FACTS: tuple[Sentence, ...] = (
    total_and_goal,
    outsourcing_and_growth,
    last_full_year,
    emerging_sectors,
    enterprises_and_talent,
)


def _places(record: Record, period: Period) -> list[Fact]:
    """Which different places do sources print? The better place first."""
    printed = record.all(
        "offshore_outsourcing_executed_rank",
        category="national",
        period_start=period.start,
        period_end=period.end,
    )
    return sorted({fact.value: fact for fact in reversed(printed)}.values(), key=lambda fact: fact.value)


def _place(place: Fact, record: Record, words: Words) -> str:
    row = record.row(place.observations[0])
    publisher = record.source(row["source_id"])[f"publisher_{words.lang}"]
    return words("overview.place", place=place, publisher=publisher)
