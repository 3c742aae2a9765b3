"""The periods of Chongqing's offshore outsourcing that a reader can choose, and what each tells of its year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from lib.calc.cumulative import remainder
from lib.calc.share import share_pct
from lib.facts.derive import derive
from lib.facts.errors import NoSuchFigure, RecordError
from lib.facts.fact import Fact
from lib.facts.headline import HEADLINES
from lib.facts.outsourcing import EXECUTED, GrowthOnBase, growth_on_base
from lib.facts.period import Period
from lib.facts.record import Record

LONGEST = 12
"""Months: a sum over several years grew on no same period of a year before."""


@dataclass(frozen=True, slots=True)
class RestOfYear:
    """A cumulative period on its base, the whole year of that base, and what its other months must be."""

    pair: GrowthOnBase
    year: Fact
    rest: Fact
    share: Fact


def levels(record: Record) -> tuple[Fact, ...]:
    """How much was executed in each period of up to a year, newest first, of two that end together the longer one?

    In the scope of the headline where that has the period; periods that only another scope has, such as those of
    a register of one's own, come after them. Raises NoSuchFigure where there is none.
    """
    of_any_scope = record.all(EXECUTED, category="total", kind="outcome")
    periods = {fact.period for fact in of_any_scope if 0 < fact.period.months <= LONGEST}
    if not periods:
        raise record.missing(EXECUTED)
    newest_first = sorted(periods, key=lambda period: (period.end, period.months), reverse=True)
    found = [_level(record, period) for period in newest_first]
    return tuple(sorted(found, key=lambda level: level.basis != HEADLINES[EXECUTED]["basis"]))


def period_codes(record: Record) -> tuple[str, ...]:
    """Which periods can a reader choose, newest first? None where the record cannot tell."""
    try:
        return tuple(level.period.code for level in levels(record))
    except RecordError:
        return ()


def growth_in(record: Record, code: str) -> GrowthOnBase:
    """What was printed for a period, on which base? Of the newest for "" and for any code that the record lacks."""
    found = levels(record)
    return growth_on_base(record, next((level for level in found if level.period.code == code), found[0]))


def of_one_year(record: Record, chosen: Fact) -> tuple[GrowthOnBase, ...]:
    """Which periods began when the chosen one did, in its scope, the shortest first, each on its base?"""
    found = (
        level
        for level in reversed(levels(record))
        if level.period.start == chosen.period.start and _alike(level, chosen)
    )
    return tuple(growth_on_base(record, level) for level in found)


def rest_of_year(record: Record, code: str) -> RestOfYear:
    """What must the other months of the year before have been, given the base of its first ones?

    Of the chosen period; where that is a whole year, which leaves no other months, or has no base or no whole
    year before it, of the newest one that can tell, of its own scope if any. Raises NoSuchFigure where none can.
    """
    found = levels(record)
    newest = next((level for level in found if level.period.code == code), found[0])
    of_its_scope = (level for level in found if _alike(level, newest))
    for level in (newest, *of_its_scope, *found):
        split = _split(record, level)
        if split:
            return split
    raise record.missing(EXECUTED, Period(*_year(newest.period.start.year - 1)))


def _split(record: Record, level: Fact) -> RestOfYear | None:
    first, last = _year(level.period.start.year)
    if level.period.start != first or level.period.end == last:
        return None
    pair = growth_on_base(record, level)
    year = _whole_year(record, level)
    if year is None or pair.base.is_missing:
        return None
    rest = derive(
        remainder,
        like=replace(year, period=year.period.after(pair.base.period)),
        assumptions=("year_and_growth_one_edition",) if pair.base.is_derived else (),
        longer=year,
        shorter=pair.base,
    )
    return RestOfYear(pair, year, rest, derive(share_pct, like=rest, unit="PERCENT", part=rest, whole=year))


def _whole_year(record: Record, level: Fact) -> Fact | None:
    """The printed year before, in the unit and scope of a level."""
    try:
        return record.one(
            EXECUTED,
            period=Period(*_year(level.period.start.year - 1)),
            kind="outcome",
            unit=level.unit,
            basis=level.basis,
        )
    except NoSuchFigure:
        return None


def _level(record: Record, period: Period) -> Fact:
    """The total of a period from its most trusted source."""
    try:
        return record.one(EXECUTED, period=period, kind="outcome", **HEADLINES[EXECUTED])
    except NoSuchFigure:
        return record.one(EXECUTED, period=period, kind="outcome")


def _alike(one: Fact, other: Fact) -> bool:
    return (one.basis, one.unit) == (other.basis, other.unit)


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
