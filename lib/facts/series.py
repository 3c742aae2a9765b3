"""Figures of one indicator over time: each period once, and the years that have none."""

from __future__ import annotations

from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.record import Record


def once_a_period(record: Record, indicator: str, **where: object) -> tuple[Fact, ...]:
    """Which figure is printed for each period, the most trusted one where several are? In order of period.

    `where` as in `Record.rows`. Raises NoSuchFigure when there is none.
    """
    codes = {"category": "total", "kind": "outcome"} | where
    periods = dict.fromkeys(fact.period for fact in record.all(indicator, **codes))
    if not periods:
        raise record.missing(indicator, **where)
    return tuple(record.one(indicator, period=period, **codes) for period in periods)


def whole_years(series: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Which figures cover exactly one calendar year? Raises NoSuchFigure when none does."""
    years = tuple(fact for fact in series if fact.period.is_year)
    if not years:
        raise NoSuchFigure("no figure for a whole year")
    return years


def years_without(series: tuple[Fact, ...]) -> tuple[int, ...]:
    """Which years between the first and the last figure have none? Gaps, not zeros."""
    known = {fact.period.end.year for fact in series}
    return tuple(year for year in range(min(known), max(known) + 1) if year not in known)


def runs_of_years(facts: tuple[Fact, ...]) -> tuple[tuple[Fact, ...], ...]:
    """Which full years follow one another? A run for each unbroken row of years in one scope."""
    runs: list[list[Fact]] = []
    for fact in (fact for fact in facts if fact.period.is_year):
        last = runs[-1][-1] if runs else None
        if last and last.period == fact.period.year_before() and last.basis == fact.basis:
            runs[-1].append(fact)
        else:
            runs.append([fact])
    return tuple(tuple(run) for run in runs)
