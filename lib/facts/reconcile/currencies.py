"""The yuan and the dollar amount of one figure against the average exchange rate of the year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lib.calc.accounts import rate_between
from lib.facts.digits import shown_decimals
from lib.facts.fact import Fact
from lib.facts.reconcile.finding import Finding, compared, implied_by
from lib.facts.reconcile.ledger import Ledger


def two_currencies_against_rate(ledger: Ledger) -> Iterator[Finding | None]:
    """Which rate do the two amounts of one figure imply, beside the annual average?

    Shown, never judged: the amounts are converted by their publisher at rates of its own.
    """
    for periods in ledger.by_codes.values():
        for period, facts in periods.items():
            rate = ledger.rate(period.end.year) if period.months <= 12 else None
            if rate is None:
                continue
            yuan, dollars = ([fact for fact in facts if fact.unit == unit] for unit in ("CNY", "USD"))
            pairs = [(cny, usd) for cny in yuan for usd in dollars if cny.kind == usd.kind]
            together = [(cny, usd) for cny, usd in pairs if cny.basis == usd.basis]
            for cny, usd in (together or pairs)[:1]:
                yield _implied(rate, cny, usd)


def _implied(rate: Fact, cny: Fact, usd: Fact) -> Finding | None:
    part_of_year = () if cny.period == rate.period else ("rate_of_the_whole_year",)
    implied = implied_by(
        rate_between,
        like=replace(cny, unit=rate.unit),
        unit="CNY_PER_USD",
        assumptions=part_of_year,
        amount_cny=cny,
        amount_usd=usd,
    )
    digits = min(shown_decimals(implied.value, implied.bounds), rate.decimals)
    # An amount keeps its power of ten; a rate between two amounts has none.
    return compared("currency", rate, replace(implied, unit_mult=0, decimals=digits))
