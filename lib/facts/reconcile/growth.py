"""Printed growth against the two levels that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from lib.calc.growth import growth_pct
from lib.facts.fact import Fact
from lib.facts.reconcile.finding import Finding, compared, implied_by, rate_digits
from lib.facts.reconcile.ledger import Ledger

# Indicators that hold a growth printed without its level, and the level that it speaks of.
LEVEL_OF = {
    "services_trade_growth": "services_trade_total",
    "offshore_outsourcing_growth": "offshore_outsourcing_executed",
    "knowledge_intensive_growth": "knowledge_intensive_trade",
}


def growth_against_levels(ledger: Ledger) -> Iterator[Finding | None]:
    """Does each printed growth fit the level beside it and the one printed for a year earlier?"""
    for level in ledger.facts():
        growth = ledger.growths.get(level.observations[0])
        if growth is not None:
            yield from _against_bases(ledger, growth, level)


def growth_without_level(ledger: Ledger) -> Iterator[Finding | None]:
    """Does a growth printed without its level fit two levels that other sources print?"""
    for growth in ledger.of("PERCENT"):
        indicator = LEVEL_OF.get(growth.indicator)
        if indicator:
            for level in ledger.printed(growth, period=growth.period, indicator=indicator):
                yield from _against_bases(ledger, growth, level)


def _against_bases(ledger: Ledger, growth: Fact, level: Fact) -> Iterator[Finding | None]:
    for base in ledger.partners(level, unit=level.unit, period=level.period.year_before()):
        implied = implied_by(
            growth_pct,
            like=growth,
            unit="PERCENT",
            decimals=rate_digits(growth),
            current=level,
            base=base,
        )
        yield compared("growth", growth, implied)
