"""Printed multiples of an earlier year against the two levels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lib.calc.accounts import multiple
from lib.facts.derive import AMOUNTS
from lib.facts.period import Period
from lib.facts.reconcile.finding import Finding, compared, implied_by
from lib.facts.reconcile.ledger import Ledger

OF_YEAR = re.compile(r"(?P<indicator>.+)_multiple_of_(?P<year>\d{4})")


def multiples_of_a_year(ledger: Ledger) -> Iterator[Finding | None]:
    """Does a printed multiple of a year's level fit the two levels?"""
    for printed in ledger.of("MULTIPLE"):
        named = OF_YEAR.fullmatch(printed.indicator)
        if not named:
            continue
        year = int(named["year"])
        first = Period(date(year, 1, 1), date(year, 12, 31))
        for unit in AMOUNTS:
            end = ledger.partner(printed, unit=unit, indicator=named["indicator"])
            start = ledger.partner(printed, unit=unit, indicator=named["indicator"], period=first)
            if end is not None and start is not None:
                implied = implied_by(
                    multiple, like=printed, unit="MULTIPLE", decimals=printed.decimals, end=end, start=start
                )
                yield compared("multiple", printed, implied)
