"""The talent programme: what is planned, what is known of it, and how long the plan would take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from lib.calc.interval import Interval
from lib.calc.ratio import value_per_unit
from lib.calc.target import years_needed
from lib.facts.derive import derive
from lib.facts.errors import maybe
from lib.facts.fact import Derivation, Fact
from lib.facts.record import Record

BASES, ENTERPRISES = "talent_training_bases", "talent_partner_enterprises"
PERSONS, PER_YEAR = "talent_high_end_trained", "talent_trained_per_year"


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the plan: its goal and the outcome, None where one was not published; never both."""

    indicator: str
    plan: Fact | None
    outcome: Fact | None


@dataclass(frozen=True, slots=True)
class Base:
    """A named base: its name by language, blank where not seen, what it trains, and who names it."""

    names: Mapping[str, str]
    focus: str
    source_id: str


@dataclass(frozen=True, slots=True)
class YearsOfPlan:
    """How long the plan takes if the yearly number is meant in all, and for each base, None without their number."""

    persons: Fact
    per_year: Fact
    bases: Fact | None
    persons_per_base: Fact | None
    in_all: Fact
    per_base: Fact | None


def programme(record: Record) -> tuple[Step, ...]:
    """What does the plan ask for, part by part, and how much of each is known to be done?"""
    asked = (
        Step(indicator, maybe(record.latest, indicator, kind="target"), maybe(record.latest, indicator))
        for indicator in (BASES, ENTERPRISES, PERSONS)
    )
    steps = tuple(step for step in asked if step.plan or step.outcome)
    if not steps:
        raise record.missing(BASES)
    return steps


def named_bases(record: Record) -> tuple[Base, ...]:
    """Which bases does the source name, in its order?"""
    return tuple(
        Base(MappingProxyType({"zh": row["name_zh"], "en": row["name_en"]}), row["focus"], row["source_id"])
        for row in record.lines("talent_bases")
    )


def bases_by_focus(record: Record) -> tuple[Fact, ...]:
    """How many of the named bases train what? Counted in the source's own list, most first."""
    bases = named_total(record)
    counts: dict[str, int] = {}
    for base in named_bases(record):
        counts[base.focus] = counts.get(base.focus, 0) + 1
    return tuple(
        _counted(bases, focus, count) for focus, count in sorted(counts.items(), key=lambda item: -item[1])
    )


def named_total(record: Record) -> Fact:
    """Which printed number of bases is the one that the list of names goes with? That of its source."""
    sources = {base.source_id for base in named_bases(record)}
    found = record.all(BASES, category="total", kind="outcome", source_id=tuple(sources))
    if not found:
        raise record.missing(BASES)
    return found[-1]


def years_of_plan(record: Record) -> YearsOfPlan:
    """How many years does the plan take on each reading of the yearly number?

    Both are worked out from the printed numbers, which are lower ends ("over 3,000", "over 200"): the result
    is neither the least nor the most that it can take, so its bounds are open and no word says "at least".
    """
    persons, per_year = record.latest(PERSONS, kind="target"), record.latest(PER_YEAR, kind="target")
    bases = maybe(record.latest, BASES)
    each = bases and derive(
        value_per_unit,
        like=persons,
        unit="PERSONS",
        assumptions=("bases_share_alike",),
        amount=persons,
        count=bases,
    )
    return YearsOfPlan(
        persons=persons,
        per_year=per_year,
        bases=bases,
        persons_per_base=each,
        in_all=_years(persons, persons, per_year, "yearly_number_in_all", 0),
        per_base=_years(persons, each, per_year, "yearly_number_for_each_base", 2) if each else None,
    )


def _counted(bases: Fact, focus: str, count: int) -> Fact:
    return replace(
        bases,
        value=float(count),
        bounds=Interval.point(count),
        category=focus,
        observations=(),
        derivation=Derivation(
            function="count_in_list",
            formula="{named} / {bases}",
            inputs=(("named", float(count)), ("bases", bases)),
            assumptions=("counted_in_list",),
        ),
    )


def _years(like: Fact, total: Fact, per_year: Fact, reading: str, decimals: int) -> Fact:
    years = derive(
        years_needed,
        like=like,
        unit="YEARS",
        assumptions=("printed_lower_ends", reading),
        decimals=decimals,
        total=total,
        per_year=per_year,
    )
    return replace(years, qualifier="derived")
