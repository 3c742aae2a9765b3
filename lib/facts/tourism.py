"""What inbound visitors spend in Chongqing: a proxy for travel exports, not a part of the total."""

from __future__ import annotations

from dataclasses import dataclass

from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.facts.series import once_a_period, whole_years, years_without


@dataclass(frozen=True, slots=True)
class Tourism:
    """Receipts of whole years and of parts of years, the years without a figure, and the newest growth."""

    years: tuple[Fact, ...]
    parts: tuple[Fact, ...]
    gaps: tuple[int, ...]
    growth: Fact


def tourism_receipts(record: Record) -> Tourism:
    """How much foreign exchange did inbound tourism bring in each year?"""
    series = once_a_period(record, "inbound_tourism_receipts", category="travel")
    years = whole_years(series)
    return Tourism(
        years=years,
        parts=tuple(fact for fact in series if not fact.period.is_year),
        gaps=years_without(years),
        growth=record.growth(years[-1]),
    )
