"""What does the record hold of an area, indicator by indicator and year by year, and what does it lack?"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from lib.calc.interval import Interval
from lib.facts.headline import HEADLINES
from lib.facts.observation import Row, to_fact
from lib.facts.period import Period
from lib.facts.record import CHONGQING, DATASETS, Record

STATES = ("outcome", "part", "goal", "disagree", "withheld", "none", "ahead")
"""An outcome of the year or of a day in it; of some months or several years together; a target or an estimate; outcomes
that cannot all be right; a value kept back; nothing found; a year that had not ended when sources were searched."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What the record holds of an indicator in a year, and which observations touch that year."""

    indicator: str
    year: int
    state: str
    observations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """The cells of an area: a row for each indicator, a column for each year."""

    area: str
    years: tuple[int, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]

    def cell(self, indicator: str, year: int) -> Cell:
        """What is held of an indicator in a year? Raises KeyError where the map has no such place."""
        return next(cell for cell in dict(self.rows)[indicator] if cell.year == year)


def coverage(record: Record, area: str, *, searched: date) -> Coverage:
    """What is held of an area? Of Chongqing the headline indicators are there even where nothing was found.

    The years run from the first that a figure touches to the last, or to that of the search.
    """
    held = _by_indicator(record, area)
    if area == CHONGQING:
        held = {indicator: held.get(indicator, []) for indicator in (*HEADLINES, *held)}
    touched = [day.year for rows in held.values() for row in rows for day in _span(row)]
    if not touched:
        return Coverage(area, (), ())
    years = tuple(range(min(touched), max(*touched, searched.year) + 1))
    return Coverage(
        area,
        years,
        tuple(
            (indicator, tuple(_cell(indicator, year, rows, searched) for year in years))
            for indicator, rows in held.items()
        ),
    )


def areas_of(record: Record) -> tuple[str, ...]:
    """Which areas does the record hold figures of, Chongqing first, then those with the most?"""
    many: dict[str, int] = {}
    for name in DATASETS:
        if name in record.frames:
            for area, count in record.frames[name]["ref_area"].value_counts().items():
                many[str(area)] = many.get(str(area), 0) + int(count)
    return tuple(sorted(many, key=lambda area: (area != CHONGQING, -many[area], area)))


def _by_indicator(record: Record, area: str) -> dict[str, list[Row]]:
    """The rows of an area, those of headline indicators first and the others as they stand in the datasets."""
    held: dict[str, list[Row]] = {}
    for name in DATASETS:
        if name in record.frames:
            for row in record.lines(name):
                if row["ref_area"] == area:
                    held.setdefault(row["indicator"], []).append(row)
    return {indicator: held[indicator] for indicator in sorted(held, key=lambda code: code not in HEADLINES)}


def _cell(indicator: str, year: int, rows: Iterable[Row], searched: date) -> Cell:
    there = [row for row in rows if row["period_start"].year <= year <= row["period_end"].year]
    names = tuple(str(row["observation_id"]) for row in there)
    return Cell(indicator, year, _state(there, year, searched), names)


def _state(rows: list[Row], year: int, searched: date) -> str:
    printed = [row for row in rows if not math.isnan(row["value"])]
    outcomes = [row for row in printed if row["kind"] == "outcome"]
    if _disagree(outcomes):
        return "disagree"
    if any(_is_of_the_year(row) for row in outcomes):
        return "outcome"
    if outcomes:
        return "part"
    if printed:
        return "goal"
    if rows:
        return "withheld"
    return "none" if year < searched.year else "ahead"


def _disagree(outcomes: list[Row]) -> bool:
    """Are there two outcomes of one quantity that no value could stand for?"""
    alike: dict[tuple[object, ...], list[Interval]] = {}
    for row in outcomes:
        key = tuple(
            row[name] for name in ("category", "counterpart", "basis", "unit", "period_start", "period_end")
        )
        alike.setdefault(key, []).append(to_fact(row).interval_at(0))
    return any(not one.meets(other) for found in alike.values() for one, other in combinations(found, 2))


def _is_of_the_year(row: Row) -> bool:
    period = Period(*_span(row))
    return period.is_year or period.is_point


def _span(row: Row) -> tuple[date, date]:
    return row["period_start"], row["period_end"]
