"""How many enterprises trade in services: Chongqing, places that print a like count, and the nation."""

from __future__ import annotations

from dataclasses import replace

from lib.calc.interval import Interval
from lib.calc.ratio import value_per_unit
from lib.facts.derive import derive
from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.record import CHINA, CHONGQING, WORLD, Record

KINDS = ("services_trade_enterprises", "outsourcing_enterprises", "key_services_trade_enterprises")
# An average is told to 10,000 yuan: 3752万元, CNY 37.52m.
AVERAGE_TO = 4


def enterprise_count(record: Record) -> Fact:
    """How many enterprises in Chongqing trade in services?"""
    return record.latest("services_trade_enterprises")


def counts_elsewhere(record: Record) -> tuple[Fact, ...]:
    """Which counts do other places print? The newest of each, grouped by what is counted, not ranked."""
    found = []
    for indicator in KINDS:
        rows = record.frame(record.dataset_of(indicator))
        rows = rows[
            (rows["indicator"] == indicator) & (rows["kind"] == "outcome") & (rows["category"] == "total")
        ]
        areas = dict.fromkeys(rows.sort_values("ref_area")["ref_area"])
        for area in areas:
            if area not in (CHONGQING, CHINA, WORLD) and _trusted(record, indicator, area):
                found.append(record.latest(indicator, ref_area=area))
    return tuple(found)


def value_per_enterprise(record: Record) -> Fact:
    """How much services trade is there for each enterprise?

    "Nearly 1,800" is fewer than 1,800, and fewer enterprises mean more for each: the amount over 1,800 is the
    least that the average can be.
    """
    total = record.latest("services_trade_total", basis="services_trade_cny")
    return derive(
        value_per_unit,
        like=total,
        unit="CNY_PER_ENTERPRISE",
        across_scopes=True,
        assumptions=("value_and_count_differ_in_date",),
        decimals=max(0, total.unit_mult - AVERAGE_TO),
        amount=total,
        count=enterprise_count(record),
    )


def ends_of(fact: Fact) -> tuple[Fact, Fact]:
    """Which two figures are the ends of what a figure can stand for? For labels; neither is printed."""
    lower, upper = (
        replace(fact, value=end, bounds=Interval.point(end), qualifier="exact")
        for end in (fact.lower, fact.upper)
    )
    return lower, upper


def national_year_ends(record: Record) -> tuple[Fact, ...]:
    """How many outsourcing enterprises had the nation at the end of each year that is printed?"""
    found = record.all("outsourcing_enterprises", ref_area=CHINA, category="total", kind="outcome")
    at_year_end = tuple(fact for fact in found if (fact.period.end.month, fact.period.end.day) == (12, 31))
    if not at_year_end:
        raise NoSuchFigure("no national count of outsourcing enterprises at the end of a year")
    return at_year_end


def missing_years(facts: tuple[Fact, ...]) -> tuple[int, ...]:
    """Which years between the first and the last have no figure?"""
    years = [fact.period.end.year for fact in facts]
    return tuple(year for year in range(years[0], years[-1]) if year not in years)


def _trusted(record: Record, indicator: str, area: str) -> bool:
    return bool(record.rows(indicator, ref_area=area, category="total", kind="outcome"))
