"""The total of several years against those of its years that are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import reduce

from lib.calc.accounts import at_least, running_sum
from lib.calc.cumulative import remainder
from lib.facts.derive import AMOUNTS
from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.facts.reconcile.finding import Finding, compared, digits_of, implied_by
from lib.facts.reconcile.ledger import Ledger


def years_within_total(ledger: Ledger) -> Iterator[Finding | None]:
    """Do the printed years of a plan period fit its printed total?

    With every year printed the sum must be the total; with some of them, no more than it, and what is left
    for the others is given with the finding.
    """
    for whole in ledger.facts():
        if whole.unit not in AMOUNTS or whole.period.years < 2 or whole.kind != "outcome":
            continue
        years = _years(ledger, whole)
        if years:
            yield _fits(whole, years)


def _fits(whole: Fact, years: list[Fact]) -> Finding | None:
    summed = reduce(
        lambda running, year: implied_by(
            running_sum, like=whole, decimals=digits_of(whole, running, year), running=running, following=year
        ),
        years,
    )
    if len(years) == whole.period.years:
        return compared("plan", whole, summed)
    left = implied_by(
        remainder,
        like=replace(whole, period=_rest(whole.period, years)),
        assumptions=("one_edition_of_both_periods",),
        longer=whole,
        shorter=summed,
    )
    least = implied_by(at_least, like=whole, decimals=summed.decimals, part=summed)
    return compared("plan", whole, least, also=(("left", left),))


def _years(ledger: Ledger, whole: Fact) -> list[Fact]:
    found = []
    for period in ledger.periods(whole):
        if period.is_year and whole.period.start <= period.start and period.end <= whole.period.end:
            year = ledger.partner(whole, unit=whole.unit, period=period)
            if year is not None and year.basis == whole.basis:
                found.append(year)
    return found


def _rest(whole: Period, years: list[Fact]) -> Period:
    """Which years are left? The whole period again where they do not stand together at one end."""
    starts, ends = min(year.period.start for year in years), max(year.period.end for year in years)
    together = (ends.year - starts.year + 1) == len(years)
    if together and ends == whole.end:
        return Period(whole.start, starts - timedelta(days=1))
    if together and starts == whole.start:
        return Period(ends + timedelta(days=1), whole.end)
    return whole
