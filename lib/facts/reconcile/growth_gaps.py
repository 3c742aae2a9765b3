"""Printed leads over national growth against both rates."""

from __future__ import annotations

from collections.abc import Iterator

from lib.calc.accounts import rate_behind_gap
from lib.calc.growth import growth_gap_points
from lib.facts.fact import Fact
from lib.facts.reconcile.finding import Finding, compared, implied_by
from lib.facts.reconcile.ledger import Ledger
from lib.facts.reconcile.verdict import HOLDS
from lib.facts.record import CHINA

ENDING, OFFSHORE = "_growth_gap", "offshore_"


def leads_over_national_growth(ledger: Ledger) -> Iterator[Finding | None]:
    """Does a printed lead in percentage points fit the area's printed growth and the nation's?

    The nation's in the currency of the area's level; its rates in other currencies are given with the
    finding. Where that does not fit, the lead is also shown against the nation's rate of the other scope,
    offshore or all outsourcing.
    """
    for gap in ledger.of("PERCENTAGE_POINT"):
        if not gap.indicator.endswith(ENDING):
            continue
        own = gap.indicator.removesuffix(ENDING)
        other = own.removeprefix(OFFSHORE) if own.startswith(OFFSHORE) else f"{OFFSHORE}{own}"
        for level in ledger.printed(gap, period=gap.period, indicator=own):
            growth = ledger.growth(level)
            if growth is None:
                continue
            found = _against(ledger, gap, growth, level, own)
            yield found
            if found is None or found.verdict != HOLDS:
                yield _against(ledger, gap, growth, level, other)
            break


def _against(ledger: Ledger, gap: Fact, own: Fact, level: Fact, indicator: str) -> Finding | None:
    printed = ledger.printed(level, period=gap.period, indicator=indicator, area=CHINA)
    rates = [(fact.unit, rate) for fact in printed if (rate := ledger.growth(fact)) is not None]
    same = [rate for unit, rate in rates if unit == level.unit]
    if not same:
        return None
    implied = implied_by(
        growth_gap_points,
        like=gap,
        unit="PERCENTAGE_POINT",
        decimals=gap.decimals,
        own_pct=own,
        other_pct=same[0],
    )
    needed = implied_by(
        rate_behind_gap, like=same[0], unit="PERCENT", decimals=1, own_pct=own, gap_points=gap
    )
    others = tuple(("national_other", rate) for unit, rate in rates if unit != level.unit)
    return compared("gap", gap, implied, also=(("national", same[0]), *others, ("national_needed", needed)))
