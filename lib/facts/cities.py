"""Chongqing beside the large cities of central and western China, in figures of one table a year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lib.calc.lead import lead
from lib.calc.share import share_pct
from lib.facts.derive import derive
from lib.facts.fact import Fact
from lib.facts.observation import Row, to_fact
from lib.facts.period import Period
from lib.facts.record import CHINA, CHONGQING, Record

EXECUTED = "offshore_outsourcing_executed"
SHARE = "offshore_outsourcing_executed_share_of_national"
BASIS = "offshore_mofcom"
_CITY = re.compile(r"\d{4}00")
"""The code of a city by GB/T 2260; a district's ends otherwise."""


@dataclass(frozen=True, slots=True)
class Cities:
    """For each year the figure of each city that is printed; a city left out is absent."""

    by_year: Mapping[int, Mapping[str, Fact]]

    @property
    def codes(self) -> tuple[str, ...]:
        """Which cities are there? Chongqing, then the others by their newest figures, the largest first."""
        newest = {code: fact for year in self.by_year.values() for code, fact in year.items()}
        others = sorted(newest.keys() - {CHONGQING}, key=lambda code: (-newest[code].at(0), code))
        return CHONGQING, *others

    @property
    def rival(self) -> str:
        """Which other city has the largest figure in the newest year?"""
        return next(code for code in self.codes[1:] if code in self.newest)

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
    """What is printed for each city in each year?

    Of a year all cities are taken from the source that prints most of them, so that they are counted and
    rounded alike; one that it leaves out from another source of the same scope. A year that has Chongqing alone,
    or not, is left out. Raises NoSuchFigure when no year is left.
    """
    areas = tuple(
        code for code in record.frame("areas")["ref_area"] if code == CHONGQING or _CITY.fullmatch(code)
    )
    rows = record.rows(indicator, ref_area=areas, basis=BASIS, category="total", kind="outcome")
    years: dict[int, Mapping[str, Fact]] = {}
    for year in sorted({row["period_end"].year for row in rows}):
        whole = Period.parse(f"{year}-01_{year}-12")
        of_year = [row for row in rows if Period(row["period_start"], row["period_end"]) == whole]
        table = _of_most_sources(of_year, record)
        if CHONGQING in table and len(table) > 1:
            years[year] = table
    if not years:
        raise record.missing(indicator, ref_area=CHONGQING)
    codes = Cities(years).codes
    return Cities(
        {year: {code: found[code] for code in codes if code in found} for year, found in years.items()}
    )


def leads(record: Record, cities: Cities, other: str) -> tuple[Fact, ...]:
    """By how much is Chongqing ahead of another city in each year? Negative: behind."""
    pairs = [(year[CHONGQING], year[other]) for year in cities.by_year.values() if other in year]
    if not pairs:
        raise record.missing(EXECUTED, ref_area=other)
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


def _of_most_sources(rows: list[Row], record: Record) -> Mapping[str, Fact]:
    """The figures of the source that prints most cities, then what others add, the later published first."""
    tables: dict[str, dict[str, Fact]] = {}
    for row in rows:
        tables.setdefault(row["source_id"], {})[row["ref_area"]] = to_fact(row)

    def width(source_id: str) -> tuple[int, str]:
        return len(tables[source_id]), str(record.source(source_id)["published"])

    found: dict[str, Fact] = {}
    for source_id in sorted(tables, key=width):
        found |= tables[source_id]
    return found
