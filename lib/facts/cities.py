"""Chongqing beside the large cities of central and western China, in figures of one table a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lib.calc.lead import lead
from lib.calc.share import share_pct
from lib.facts.derive import derive
from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.observation import Row, to_fact
from lib.facts.period import Period
from lib.facts.record import CHINA, CHONGQING, Record

CHENGDU, WUHAN, XIAN = "510100", "420100", "610100"
CITIES = (CHONGQING, CHENGDU, WUHAN, XIAN)
EXECUTED = "offshore_outsourcing_executed"
SHARE = "offshore_outsourcing_executed_share_of_national"
BASIS = "offshore_mofcom"


@dataclass(frozen=True, slots=True)
class Cities:
    """For each year the figure of each city that its table prints; a city left out is absent."""

    by_year: Mapping[int, Mapping[str, Fact]]

    @property
    def years(self) -> tuple[int, ...]:
        """Which years are there?"""
        return tuple(self.by_year)

    @property
    def newest(self) -> Mapping[str, Fact]:
        """Which figures has the newest year?"""
        return self.by_year[self.years[-1]]

    def of(self, city: str) -> tuple[Fact | None, ...]:
        """Which figure has a city in each year? None where there is none: a gap, not a zero."""
        return tuple(cities.get(city) for cities in self.by_year.values())


def cities_of(record: Record, indicator: str = EXECUTED) -> Cities:
    """What did one table print for each city in each year?

    Where several sources print a year, all cities are taken from the one that prints most of them, so that
    they are counted and rounded alike, and each is taken once. A year in which no source prints Chongqing and
    another city is left out. Raises NoSuchFigure when no year is left.
    """
    rows = record.rows(indicator, ref_area=CITIES, basis=BASIS, category="total", kind="outcome")
    years: dict[int, Mapping[str, Fact]] = {}
    for year in sorted({row["period_end"].year for row in rows}):
        whole = Period.parse(f"{year}-01_{year}-12")
        of_year = [row for row in rows if Period(row["period_start"], row["period_end"]) == whole]
        table = _widest(of_year, record)
        if CHONGQING in table and len(table) > 1:
            years[year] = table
    if not years:
        raise NoSuchFigure(f"no year in which one source prints {indicator} of Chongqing and another city")
    return Cities(years)


def leads(cities: Cities, other: str = CHENGDU) -> tuple[Fact, ...]:
    """By how much is Chongqing ahead of another city in each year? Negative: behind."""
    pairs = [(year[CHONGQING], year[other]) for year in cities.by_year.values() if other in year]
    if not pairs:
        raise NoSuchFigure(f"no year with figures of both Chongqing and {other}")
    return tuple(derive(lead, like=own, decimals=own.decimals, own=own, other=city) for own, city in pairs)


def national_value(record: Record, cities: Cities) -> Fact:
    """Which national offshore value does the Ministry of Commerce print for the newest year of the cities?"""
    period = cities.newest[CHONGQING].period
    return record.one(EXECUTED, period=period, ref_area=CHINA, basis=BASIS, unit="USD")


def share_by_national_total(record: Record, cities: Cities) -> Mapping[str, Fact]:
    """What share of that national value is each city's in the newest year?"""
    whole = national_value(record, cities)
    return {
        city: derive(
            share_pct, like=replace(part, indicator=SHARE), unit="PERCENT", decimals=2, part=part, whole=whole
        )
        for city, part in cities.newest.items()
    }


def _widest(rows: list[Row], record: Record) -> Mapping[str, Fact]:
    """The table of the source that prints most cities, the later published of two that print as many."""
    tables: dict[str, dict[str, Fact]] = {}
    for row in rows:
        tables.setdefault(row["source_id"], {})[row["ref_area"]] = to_fact(row)
    if not tables:
        return {}

    def width(source_id: str) -> tuple[int, str]:
        return len(tables[source_id]), str(record.source(source_id)["published"])

    found = tables[max(tables, key=width)]
    return {city: found[city] for city in CITIES if city in found}
