"""The printed figures that a choice is made among, and how each is told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lib.explore.choice import HALVES, MONTHS, OTHER, POINTS, YEARS
from lib.facts.observation import Row
from lib.facts.period import Period
from lib.facts.record import DATASETS, Record

_HALF = 6
_ANY = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be chosen, with how many printed figures remain with it, and of how many years."""

    code: str
    figures: int
    years: int


@lru_cache(maxsize=3)  # the states of the data that are kept
def indicators(record: Record) -> tuple[Option, ...]:
    """Which indicators have a figure that is not withheld, dataset by dataset?"""
    frame = record.frame("indicators")
    by_dataset = sorted(zip(frame["dataset"], frame["indicator"], strict=True), key=_place)
    found = [(str(code), pool(record, str(code))) for name, code in by_dataset if name in record.frames]
    return tuple(
        Option(code, len(rows), len({row["period_end"].year for row in rows})) for code, rows in found if rows
    )


def _place(held: tuple[str, str]) -> int:
    return DATASETS.index(held[0])


def pool(record: Record, indicator: str) -> list[Row]:
    """Which printed figures of an indicator are there, of whomever and however sure? In order of period."""
    areas = tuple(record.frame("areas")["ref_area"].astype(str))
    found = record.rows(indicator, ref_area=areas, counterpart=areas, confidence=_ANY)
    return [row for row in found if row["value"] == row["value"]]


def dimensions_of(record: Record) -> dict[str, str]:
    """By what is each part told apart: type, sector, group of cities?"""
    frame = record.frame("categories")
    return dict(zip(frame["category"].astype(str), frame["dimension"].astype(str), strict=True))


def period_of(row: Row) -> Period:
    """Which period is a figure of?"""
    return Period(row["period_start"], row["period_end"])


def spans_of(period: Period) -> tuple[str, ...]:
    """Which kinds of period is this one of? January to June is a half year too.

    >>> spans_of(Period.parse("2021-01_2021-06")), spans_of(Period.parse("2021-01_2021-12"))
    (('months', 'half'), ('year', 'months'))
    """
    if period.is_point:
        return (POINTS,)
    if period.is_year:
        return (YEARS, MONTHS)
    within = period.start.year == period.end.year
    found = [MONTHS] if within and period.start.month == 1 else []
    if within and period.months == _HALF and period.start.month in (1, _HALF + 1):
        found.append(HALVES)
    return tuple(found) or (OTHER,)


def counted(rows: Iterable[Row], codes_of: Callable[[Row], Sequence[str]]) -> tuple[Option, ...]:
    """Which codes have figures, those with the most first?"""
    figures: dict[str, int] = {}
    years: dict[str, set[int]] = {}
    for row in rows:
        for code in codes_of(row):
            figures[code] = figures.get(code, 0) + 1
            years.setdefault(code, set()).add(row["period_end"].year)
    found = [Option(code, figures[code], len(years[code])) for code in figures]
    return tuple(sorted(found, key=lambda option: (-option.figures, option.code)))
