"""Average growth over years against the levels at both ends: of outcomes, and of goals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lib.calc.target import compound_growth_pct, projected_level, required_growth_pct
from lib.facts.derive import AMOUNTS, as_goal
from lib.facts.fact import AHEAD, Fact
from lib.facts.period import Period
from lib.facts.reconcile.finding import Finding, compared, digits_of, implied_by, rate_digits
from lib.facts.reconcile.ledger import Ledger, distinct

ENDING = "_avg_annual_growth"


def average_growth_against_levels(ledger: Ledger) -> Iterator[Finding | None]:
    """Does a printed average growth fit the levels printed for both ends?"""
    for growth, start, end in _spans(ledger):
        if growth.kind == "outcome" == end.kind:
            implied = implied_by(
                compound_growth_pct,
                like=growth,
                unit="PERCENT",
                decimals=rate_digits(growth),
                start=start,
                end=end,
                years=growth.period.years,
            )
            yield compared("average", growth, implied)


def goals_against_stated_growth(ledger: Ledger) -> Iterator[Finding | None]:
    """Does the growth stated on the way to a goal fit the growth that the goal needs?

    The level at which the stated growth would end is given with the finding.
    """
    for growth, start, end in _spans(ledger):
        if growth.kind in AHEAD and end.kind in AHEAD:
            years = growth.period.years
            needed = implied_by(
                required_growth_pct,
                like=growth,
                unit="PERCENT",
                assumptions=("goal_is_a_line",),
                decimals=max(1, growth.decimals),
                start=start,
                target=as_goal(end),
                years=years,
            )
            led_to = implied_by(
                projected_level,
                like=end,
                decimals=max(1, digits_of(end, start)),
                start=start,
                growth_pct=growth,
                years=years,
            )
            yield compared("goal", growth, needed, also=(("goal", end), ("stated_end", led_to)))


def _spans(ledger: Ledger) -> Iterator[tuple[Fact, Fact, Fact]]:
    """Which average growth rates have a level in the year before them and one in their last year?"""
    for growth in ledger.of("PERCENT"):
        if not growth.indicator.endswith(ENDING) or not growth.period.years:
            continue
        name = growth.indicator.removesuffix(ENDING)
        for indicator in (name, f"{name}_total"):
            for unit in AMOUNTS:
                before, last = growth.period.start.year - 1, growth.period.end.year
                start = ledger.partner(growth, unit=unit, period=_year(before), indicator=indicator)
                ends = ledger.printed(growth, period=_year(last), indicator=indicator)
                if start is None:
                    continue
                for end in distinct(end for end in ends if end.unit == unit):
                    yield growth, start, end


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))
