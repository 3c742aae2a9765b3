"""Printed shares against part and whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lib.calc.growth import implied_base
from lib.calc.share import share_pct
from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.facts.reconcile.finding import Finding, compared, implied_by, rate_digits
from lib.facts.reconcile.ledger import Ledger
from lib.facts.reconcile.scope import one_scope
from lib.facts.record import CHINA

# A printed share, the indicators that its part may be printed under, and those of its whole.
SHARES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "knowledge_intensive_share": (("knowledge_intensive_trade",), ("services_trade_total",)),
    "digitally_deliverable_share": (("digitally_deliverable_trade",), ("services_trade_total",)),
    "digitally_delivered_share": (("digitally_delivered_exports",), ("services_exports",)),
    "outsourcing_executed_structure_share": (
        ("outsourcing_executed", "digital_outsourcing_executed"),
        ("outsourcing_executed", "offshore_outsourcing_executed"),
    ),
}
OF_NATIONAL = "_share_of_national"


def shares_against_levels(ledger: Ledger) -> Iterator[Finding | None]:
    """Does each printed share fit the printed part and the printed whole?"""
    for share in ledger.of("PERCENT"):
        if share.indicator in SHARES:
            parts, wholes = SHARES[share.indicator]
            yield from _against(ledger, share, _printed(ledger, share, parts), wholes, share.ref_area)


def shares_of_national(ledger: Ledger) -> Iterator[Finding | None]:
    """Does each printed share of the nation fit the area's level and the nation's?

    Where the nation's level of the year is not printed, the one that the next year and its growth imply.
    """
    for share in ledger.of("PERCENT"):
        if share.indicator.endswith(OF_NATIONAL):
            name = share.indicator.removesuffix(OF_NATIONAL)
            levels = (name, f"{name}_total")
            yield from _against(ledger, share, _printed(ledger, share, levels), levels, CHINA)


def _printed(ledger: Ledger, share: Fact, indicators: tuple[str, ...]) -> list[Fact]:
    units = ("USD", "CNY")
    found = [
        ledger.partner(share, unit=unit, indicator=indicator) for indicator in indicators for unit in units
    ]
    return [part for part in found if part is not None]


def _against(
    ledger: Ledger, share: Fact, parts: list[Fact], wholes: tuple[str, ...], area: str
) -> Iterator[Finding | None]:
    for part in parts:
        found = [
            whole for indicator in wholes if (whole := _whole(ledger, part, indicator, area)) is not None
        ]
        # In another scope there is nothing to judge: shown only where the same scope has no whole.
        for whole in [whole for whole in found if one_scope(part, whole)][:1] or found[:1]:
            implied = implied_by(
                share_pct, like=share, unit="PERCENT", decimals=rate_digits(share), part=part, whole=whole
            )
            yield compared("share", share, implied)


def _whole(ledger: Ledger, part: Fact, indicator: str, area: str) -> Fact | None:
    printed = ledger.partner(part, unit=part.unit, indicator=indicator, area=area, category="total")
    return printed or (_from_next_year(ledger, part, indicator) if area == CHINA else None)


def _from_next_year(ledger: Ledger, part: Fact, indicator: str) -> Fact | None:
    if not part.period.is_year:
        return None
    first = part.period.start.replace(year=part.period.start.year + 1)
    following = Period(first, part.period.end.replace(year=first.year))
    level = ledger.partner(
        part, unit=part.unit, period=following, indicator=indicator, area=CHINA, category="total"
    )
    growth = ledger.growth(level) if level is not None else None
    if level is None or growth is None:
        return None
    return implied_by(
        implied_base,
        like=replace(level, period=part.period),
        assumptions=("same_scope_a_year_earlier",),
        current=level,
        growth_pct=growth,
    )
