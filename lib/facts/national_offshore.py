"""The nation's offshore outsourcing year by year, whole and by type, beside the years known of Chongqing."""

from __future__ import annotations

from dataclasses import dataclass

from lib.calc.share import share_pct
from lib.facts.cities import BASIS
from lib.facts.derive import derive
from lib.facts.errors import NoSuchFigure, maybe
from lib.facts.fact import Fact
from lib.facts.outsourcing import CONTRACT, EXECUTED, annual
from lib.facts.outsourcing_parts import TYPES
from lib.facts.record import CHINA, Record
from lib.facts.series import once_a_period, whole_years


@dataclass(frozen=True, slots=True)
class NationalOffshore:
    """Whole years in yuan, the printed growth of the newest, Chongqing's years in dollars.

    `in_dollars` are years of the nation between or after those in yuan that were printed in dollars alone.
    """

    contract: tuple[Fact, ...]
    executed: tuple[Fact, ...]
    growth: Fact
    own: tuple[Fact, ...]
    in_dollars: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class NationalTypes:
    """The years of each type that has any, the largest of the newest year, and its share where a total is printed."""

    by_type: tuple[tuple[Fact, ...], ...]
    largest: Fact
    total: Fact | None
    share: Fact | None


def national_offshore(record: Record) -> NationalOffshore:
    """How much offshore outsourcing had the nation in each year, in yuan, and Chongqing, in dollars?"""
    executed = _years(record, EXECUTED)
    years = {fact.period for fact in executed}
    dollars = maybe(_years, record, EXECUTED, unit="USD") or ()
    return NationalOffshore(
        contract=maybe(_years, record, CONTRACT) or (),
        executed=executed,
        growth=record.growth(executed[-1]),
        own=tuple(year.level for year in maybe(annual, record) or ()),
        in_dollars=tuple(
            fact for fact in dollars if fact.period not in years and fact.period > executed[0].period
        ),
    )


def national_types(record: Record) -> NationalTypes:
    """How much of the nation's offshore outsourcing was of each type, in each year?"""
    by_type = tuple(
        years for code in TYPES if (years := maybe(_years, record, EXECUTED, category=code) or ())
    )
    if not by_type:
        raise record.missing(EXECUTED, ref_area=CHINA, category=TYPES[0])
    newest = max(years[-1].period for years in by_type)
    of_newest = [years[-1] for years in by_type if years[-1].period == newest]
    largest = max(of_newest, key=lambda fact: fact.at(0))
    total = maybe(
        record.one, EXECUTED, period=newest, ref_area=CHINA, unit="CNY", basis=BASIS, kind="outcome"
    )
    share = derive(share_pct, like=largest, unit="PERCENT", part=largest, whole=total) if total else None
    return NationalTypes(by_type, largest, total, share)


def _years(record: Record, indicator: str, *, unit: str = "CNY", category: str = "total") -> tuple[Fact, ...]:
    series = once_a_period(record, indicator, ref_area=CHINA, basis=BASIS, unit=unit, category=category)
    try:
        return whole_years(series)
    except NoSuchFigure as error:
        raise record.missing(indicator, ref_area=CHINA, category=category) from error
