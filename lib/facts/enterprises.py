"""How many enterprises trade in services: Chongqing, places that print a like count, and the nation."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lib.calc.interval import Interval
from lib.calc.ratio import value_per_unit
from lib.facts.derive import derive
from lib.facts.fact import Fact
from lib.facts.headline import headline
from lib.facts.record import CHINA, CHONGQING, WORLD, Record
from lib.facts.register_scope import REGISTER_BASES
from lib.facts.series import once_a_period

KINDS = ("services_trade_enterprises", "outsourcing_enterprises", "key_services_trade_enterprises")
# An average is told to 10,000 yuan: 3752万元, CNY 37.52m.
AVERAGE_TO = 4


def enterprise_count(record: Record) -> Fact:
    """How many enterprises in Chongqing trade in services?"""
    return headline(record, "services_trade_enterprises")


def counts_elsewhere(record: Record) -> tuple[Fact, ...]:
    """Which other counts are printed? The newest of each place, grouped by what is counted, not ranked.

    Among them what Chongqing counts otherwise, such as the firms that report their outsourcing.
    """
    found = []
    for indicator in KINDS:
        rows = record.frame(record.dataset_of(indicator))
        rows = rows[
            (rows["indicator"] == indicator) & (rows["kind"] == "outcome") & (rows["category"] == "total")
        ]
        areas = dict.fromkeys(rows.sort_values("ref_area")["ref_area"])
        for area in areas:
            own = area == CHONGQING and indicator == KINDS[0]
            bases = _published_scopes(record, indicator, area)
            if not own and area not in (CHINA, WORLD) and bases:
                found.append(record.latest(indicator, ref_area=area, basis=bases))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class ValuePerEnterprise:
    """A whole year's services trade, the newest count, the average that they give, and what it may be said to be.

    `said` is the end of the average that is sure, and `as_least` tells which: True, it is at least that; False,
    at most; None, both ends are near and it is about the average.
    """

    total: Fact
    count: Fact
    each: Fact
    said: Fact
    as_least: bool | None


def value_per_enterprise(record: Record) -> ValuePerEnterprise:
    """How much services trade of the newest whole year is there for each enterprise?

    "Nearly 1,800" is fewer than 1,800, and fewer enterprises mean more for each: the amount over 1,800 is the
    least that the average can be. Of "over 1,800" it is the most.
    """
    scope = headline(record, "services_trade_total")
    series = once_a_period(record, "services_trade_total", basis=scope.basis, unit=scope.unit)
    years = [fact for fact in series if fact.period.is_year]
    if not years:
        raise record.missing("services_trade_total", basis=scope.basis)
    total = years[-1]
    count = enterprise_count(record)
    each = _average(total, count)
    least, most = ends_of(each)
    if count.qualifier in ("nearly", "under"):
        return ValuePerEnterprise(total, count, each, replace(least, qualifier="at_least"), as_least=True)
    if count.qualifier == "over":
        return ValuePerEnterprise(total, count, each, replace(most, qualifier="at_most"), as_least=False)
    return ValuePerEnterprise(total, count, each, each, as_least=None)


def _average(total: Fact, count: Fact) -> Fact:
    return derive(
        value_per_unit,
        like=total,
        unit="CNY_PER_ENTERPRISE",
        across_scopes=True,
        assumptions=("value_and_count_differ_in_date",),
        decimals=max(0, total.unit_mult - AVERAGE_TO),
        amount=total,
        count=count,
    )


def ends_of(fact: Fact) -> tuple[Fact, Fact]:
    """Which two figures are the ends of what a figure can stand for? For labels; neither is printed."""
    lower, upper = (
        replace(fact, value=float(end), exact=end, bounds=Interval.point(end), qualifier="exact")
        for end in fact.bounds.exact_ends
    )
    return lower, upper


def national_year_ends(record: Record) -> tuple[Fact, ...]:
    """How many outsourcing enterprises had the nation at the end of each year that is printed?"""
    found = record.all("outsourcing_enterprises", ref_area=CHINA, category="total", kind="outcome")
    at_year_end = tuple(fact for fact in found if (fact.period.end.month, fact.period.end.day) == (12, 31))
    if not at_year_end:
        raise record.missing("outsourcing_enterprises", ref_area=CHINA)
    return at_year_end


def missing_years(facts: tuple[Fact, ...]) -> tuple[int, ...]:
    """Which years between the first and the last have no figure?"""
    years = [fact.period.end.year for fact in facts]
    return tuple(year for year in range(years[0], years[-1]) if year not in years)


def _published_scopes(record: Record, indicator: str, area: str) -> tuple[str, ...]:
    """All but those of a register of one's own, which is told on a card of its own."""
    rows = record.rows(indicator, ref_area=area, category="total", kind="outcome")
    return tuple({str(row["basis"]) for row in rows} - set(REGISTER_BASES))
