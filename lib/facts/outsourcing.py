"""Chongqing's offshore outsourcing over time: growth and its base, the rest of a year, years, the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from lib.calc.accounts import rest_of_whole
from lib.calc.cumulative import remainder
from lib.calc.growth import growth_pct, implied_base
from lib.calc.share import share_pct
from lib.facts.derive import derive
from lib.facts.errors import NoSuchFigure, RecordError
from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.facts.record import Record

EXECUTED, CONTRACT = "offshore_outsourcing_executed", "offshore_outsourcing_contract"
PLAN_GROWTH = "offshore_outsourcing_executed_plan_growth"


@dataclass(frozen=True, slots=True)
class GrowthOnBase:
    """A level, its printed growth, and the level of the same period a year earlier that the two imply."""

    level: Fact
    growth: Fact
    base: Fact


@dataclass(frozen=True, slots=True)
class RestOfYear:
    """A cumulative period on its base, the whole year of that base, and what its other months must be."""

    pair: GrowthOnBase
    year: Fact
    rest: Fact
    share: Fact


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year, the growth that a source prints for it, and the one that the two levels give."""

    level: Fact
    printed: Fact
    computed: Fact | None


@dataclass(frozen=True, slots=True)
class PlanTotal:
    """The printed total of a plan period, the years printed within it, and what is left for the others.

    `steps` are the differences on the way, the last of them `before`.
    """

    total: Fact
    years: tuple[Fact, ...]
    steps: tuple[Fact, ...]
    growth: Fact

    @property
    def before(self) -> Fact:
        """What do the years without a printed figure add up to?"""
        return self.steps[-1]


def growth_on_base(record: Record, level: Fact) -> GrowthOnBase:
    """From which base did a level grow? Worked out from the printed growth, never from another release."""
    growth = record.growth(level)
    base = derive(
        implied_base,
        like=replace(level, period=level.period.year_before()),
        assumptions=("same_scope_a_year_earlier",),
        current=level,
        growth_pct=growth,
    )
    return GrowthOnBase(level, growth, base)


def periods_of_newest_year(record: Record, indicator: str = EXECUTED) -> tuple[GrowthOnBase, ...]:
    """Which cumulative periods of the newest year have a printed growth, and on which base?"""
    newest = record.latest(indicator)
    levels = _each_period(record, newest, period_start=newest.period.start)
    found = tuple(
        pair for pair in (growth_on_base(record, level) for level in levels) if not pair.growth.is_missing
    )
    if not found:
        raise NoSuchFigure(f"no printed growth of {indicator} for {newest.period.code}")
    return found


def period_codes(record: Record) -> tuple[str, ...]:
    """Which cumulative periods can a reader choose, newest first? None where the record cannot tell."""
    try:
        pairs = periods_of_newest_year(record)
    except RecordError:
        return ()
    return tuple(pair.level.period.code for pair in reversed(pairs))


def growth_in(record: Record, code: str) -> GrowthOnBase:
    """What was printed for a cumulative period, and on which base? The newest for any other code."""
    pairs = periods_of_newest_year(record)
    return next((pair for pair in pairs if pair.level.period.code == code), pairs[-1])


def contract_and_executed(record: Record, codes: tuple[str, ...]) -> tuple[GrowthOnBase, ...]:
    """What was contracted and what was executed in the newest period that has both, and from which base?

    For each of the categories `codes` first the contract value, then the executed value; a category that has
    only one of them is left out.
    """
    period = record.latest(CONTRACT).period
    found: list[GrowthOnBase] = []
    for code in codes:
        try:
            levels = [record.one(measure, period=period, category=code) for measure in (CONTRACT, EXECUTED)]
        except NoSuchFigure:
            continue
        pairs = [growth_on_base(record, level) for level in levels]
        found += [] if any(pair.growth.is_missing for pair in pairs) else pairs
    if not found:
        raise NoSuchFigure(f"no {CONTRACT} and {EXECUTED} for {period.code}")
    return tuple(found)


def rest_of_year(record: Record, code: str) -> RestOfYear:
    """What must the other months of the year before have been, given the base of its first ones?

    A whole year leaves no other months: for one, the newest shorter period is taken.
    """
    parts = [pair for pair in periods_of_newest_year(record) if not pair.level.period.is_year]
    if not parts:
        raise NoSuchFigure(f"no growth of {EXECUTED} for a part of a year")
    pair = next((pair for pair in parts if pair.level.period.code == code), parts[-1])
    start = pair.base.period.start
    year = record.one(
        EXECUTED,
        period=Period(start, date(start.year, 12, 31)),
        kind="outcome",
        unit=pair.level.unit,
        basis=pair.level.basis,
    )
    rest = derive(
        remainder,
        like=replace(year, period=year.period.after(pair.base.period)),
        assumptions=("year_and_growth_one_edition",),
        longer=year,
        shorter=pair.base,
    )
    return RestOfYear(pair, year, rest, derive(share_pct, like=rest, unit="PERCENT", part=rest, whole=year))


def annual(record: Record, *, like: Fact | None = None) -> tuple[Year, ...]:
    """How much was executed in each printed calendar year, and how did it change from the year before?

    In the unit and scope of the newest figure, unless that of another is asked for.
    """
    newest = like or record.latest(EXECUTED)
    levels = [level for level in _each_period(record, newest) if level.period.is_year]
    if not levels:
        raise NoSuchFigure(f"no calendar year of {EXECUTED}")
    before = {level.period: level for level in levels}
    return tuple(
        Year(level, record.growth(level), _change(level, before.get(level.period.year_before())))
        for level in levels
    )


def plan_total(record: Record) -> PlanTotal:
    """How do the years of the newest five-year plan add up to its printed total?"""
    growth = record.latest(PLAN_GROWTH)
    whole = record.one(EXECUTED, period=growth.period, kind="outcome", basis=growth.basis)
    years = tuple(
        year.level
        for year in annual(record, like=whole)
        if whole.period.start < year.level.period.start and year.level.period.end <= whole.period.end
    )
    steps: list[Fact] = []
    for year in reversed(years):
        rest = steps[-1] if steps else whole
        if year.period.end != rest.period.end:
            raise NoSuchFigure(f"no {EXECUTED} for the year that ends {rest.period.end}")
        left = Period(rest.period.start, year.period.start - timedelta(days=1))
        steps.append(less(rest, year, replace(whole, period=left), "plan_and_years_one_edition"))
    if not steps:
        raise NoSuchFigure(f"no year of {EXECUTED} within {whole.period.code}")
    return PlanTotal(whole, years, tuple(steps), growth)


def less(whole: Fact, part: Fact, like: Fact, assumption: str) -> Fact:
    """What is left of a figure when another is taken off, taking something for granted?"""
    return derive(rest_of_whole, like=like, assumptions=(assumption,), whole=whole, part=part)


def _each_period(record: Record, like: Fact, **where: object) -> list[Fact]:
    """The total of each period once, from its most trusted source, in the unit and scope of `like`."""
    codes = {"kind": "outcome", "unit": like.unit, "basis": like.basis} | where
    periods = dict.fromkeys(fact.period for fact in record.all(like.indicator, category="total", **codes))
    return [record.one(like.indicator, period=period, **codes) for period in periods]


def _change(level: Fact, before: Fact | None) -> Fact | None:
    if before is None:
        return None
    return derive(growth_pct, like=level, unit="PERCENT", decimals=1, current=level, base=before)
