"""Chongqing's offshore outsourcing over time: growth and its base, years, the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from lib.calc.accounts import rest_of_whole
from lib.calc.growth import growth_pct, implied_base
from lib.facts.derive import derive
from lib.facts.errors import maybe
from lib.facts.fact import Fact
from lib.facts.growth_beside import no_growth
from lib.facts.headline import HEADLINES
from lib.facts.period import Period
from lib.facts.record import Record

EXECUTED, CONTRACT = "offshore_outsourcing_executed", "offshore_outsourcing_contract"
PLAN_GROWTH = "offshore_outsourcing_executed_plan_growth"


@dataclass(frozen=True, slots=True)
class GrowthOnBase:
    """A level, its growth, and the level of the same period a year earlier: see `growth_on_base`."""

    level: Fact
    growth: Fact
    base: Fact


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year, the growth that a source prints for it, and the one that the two levels give."""

    level: Fact
    printed: Fact
    computed: Fact | None


@dataclass(frozen=True, slots=True)
class PlanTotal:
    """The printed total of a plan period, the years printed within it, and what is left for the others.

    `steps` are the differences on the way, the last of them `before`; `growth` is on the plan period before.
    """

    total: Fact
    years: tuple[Fact, ...]
    steps: tuple[Fact, ...]
    growth: Fact | None

    @property
    def before(self) -> Fact:
        """What do the years without a printed figure add up to?"""
        return self.steps[-1]


def growth_on_base(record: Record, level: Fact) -> GrowthOnBase:
    """From which base did a level grow, and by how much?

    The base is the printed level of the same period a year earlier, in the same unit and scope. Where there is
    none, it is worked out from the printed growth. The growth is the printed one, else that of the two levels.
    What cannot be told is a missing figure.
    """
    growth, period = record.growth(level), level.period.year_before()
    printed = _same(record, level, period)
    if printed is None:
        base = derive(
            implied_base,
            like=replace(level, period=period),
            assumptions=("same_scope_a_year_earlier",),
            current=level,
            growth_pct=growth,
        )
        return GrowthOnBase(level, growth, base)
    return GrowthOnBase(
        level, _change(level, printed, decimals=None) if growth.is_missing else growth, printed
    )


def contract_and_executed(record: Record, codes: tuple[str, ...]) -> tuple[GrowthOnBase, ...]:
    """What was contracted and what was executed in the newest period with a contract value, and from which base?

    For each of the categories `codes` first the contract value, then the executed value, as far as printed.
    """
    newest = _newest(record, CONTRACT)
    asked = [(measure, code) for code in codes for measure in (CONTRACT, EXECUTED)]
    levels = [
        maybe(record.one, measure, period=newest.period, category=code, basis=newest.basis)
        for measure, code in asked
    ]
    return tuple(growth_on_base(record, level) for level in levels if level)


def annual(record: Record, *, like: Fact | None = None) -> tuple[Year, ...]:
    """How much was executed in each printed calendar year, and how did it change from the year before?

    In the unit and scope of the newest figure of the headline, unless that of another is asked for.
    """
    newest = like or _newest(record, EXECUTED)
    levels = [level for level in _each_period(record, newest) if level.period.is_year]
    if not levels:
        raise record.missing(EXECUTED)
    before = {level.period: level for level in levels}
    return tuple(
        Year(level, _printed(record, level), _change(level, last) if last else None)
        for level in levels
        for last in (before.get(level.period.year_before()),)
    )


def plan_total(record: Record) -> PlanTotal:
    """How do the years of the newest five-year plan add up to its printed total?

    Years are taken off from the last one on, as far as one after the other is printed.
    """
    whole = _newest_plan(record)
    growth = maybe(record.one, PLAN_GROWTH, period=whole.period, basis=whole.basis)
    printed = {level.period.end: level for level in _each_period(record, whole) if level.period.is_year}
    years: list[Fact] = []
    steps: list[Fact] = []
    end = whole.period.end
    while end in printed and printed[end].period.start > whole.period.start:
        year, rest = printed[end], steps[-1] if steps else whole
        end = year.period.start - timedelta(days=1)
        left = Period(rest.period.start, end)
        steps.append(less(rest, year, replace(whole, period=left), "plan_and_years_one_edition"))
        years.insert(0, year)
    if not steps:
        raise record.missing(EXECUTED, Period(date(end.year, 1, 1), end), basis=whole.basis)
    return PlanTotal(whole, tuple(years), tuple(steps), growth)


def _newest(record: Record, measure: str) -> Fact:
    """In the scope of the headline; only where that has none, in another, such as that of a register."""
    return maybe(record.latest, measure, **HEADLINES[EXECUTED]) or record.latest(measure)


def _newest_plan(record: Record) -> Fact:
    """The newest total over several years."""
    totals = record.all(EXECUTED, category="total", kind="outcome")
    periods = [fact.period for fact in totals if fact.period.years > 1]
    if not periods:
        raise record.missing(EXECUTED)
    return record.one(EXECUTED, period=periods[-1], kind="outcome")


def less(whole: Fact, part: Fact, like: Fact, assumption: str) -> Fact:
    """What is left of a figure when another is taken off, taking something for granted?"""
    return derive(rest_of_whole, like=like, assumptions=(assumption,), whole=whole, part=part)


def _same(record: Record, level: Fact, period: Period) -> Fact | None:
    """The printed figure of a level's own kind for another period."""
    return maybe(
        record.one,
        level.indicator,
        period=period,
        ref_area=level.ref_area,
        counterpart=level.counterpart,
        category=level.category,
        kind=level.kind,
        unit=level.unit,
        basis=level.basis,
    )


def _each_period(record: Record, like: Fact, **where: object) -> list[Fact]:
    """The total of each period once, from its most trusted source, in the unit and scope of `like`."""
    codes = {"kind": "outcome", "unit": like.unit, "basis": like.basis} | where
    periods = dict.fromkeys(fact.period for fact in record.all(like.indicator, category="total", **codes))
    return [record.one(like.indicator, period=period, **codes) for period in periods]


def _printed(record: Record, level: Fact) -> Fact:
    growth = record.growth(level)
    return no_growth(level) if growth.is_derived else growth


def _change(level: Fact, before: Fact, *, decimals: int | None = 1) -> Fact:
    """By how much did a level change? To the digits of the rates that it stands beside, or of its bounds."""
    return derive(growth_pct, like=level, unit="PERCENT", decimals=decimals, current=level, base=before)
