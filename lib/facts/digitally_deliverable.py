"""The nation's trade in services that can be delivered digitally, in dollars and in yuan."""

from __future__ import annotations

from dataclasses import dataclass

from lib.facts.errors import maybe
from lib.facts.fact import Fact
from lib.facts.record import CHINA, Record
from lib.facts.series import once_a_period

INDICATOR, GROUPING = "digitally_deliverable_trade", "knowledge_intensive_trade"


@dataclass(frozen=True, slots=True)
class DigitallyDeliverable:
    """Whole years currency by currency, parts of years, and the newest year with its printed growth.

    `same` are yuan figures that knowledge-intensive trade of the same months agrees with.
    """

    by_unit: tuple[tuple[Fact, ...], ...]
    parts: tuple[Fact, ...]
    last: Fact
    growth: Fact
    same: tuple[Fact, ...]


def digitally_deliverable(record: Record) -> DigitallyDeliverable:
    """How much digitally deliverable trade had the nation in each year? Raises NoSuchFigure without a whole year."""
    found = [
        series
        for unit in ("USD", "CNY")
        if (series := maybe(once_a_period, record, INDICATOR, ref_area=CHINA, unit=unit) or ())
    ]
    years = tuple(tuple(fact for fact in series if fact.period.is_year) for series in found)
    whole = [fact for series in years for fact in series]
    if not whole:
        raise record.missing(INDICATOR, ref_area=CHINA)
    last = max(whole, key=lambda fact: fact.period)
    return DigitallyDeliverable(
        by_unit=tuple(filter(None, years)),
        parts=tuple(fact for series in found for fact in series if not fact.period.is_year),
        last=last,
        growth=record.growth(last),
        same=tuple(
            fact for series in found for fact in series if fact.unit == "CNY" and _is_grouping(fact, record)
        ),
    )


def _is_grouping(fact: Fact, record: Record) -> bool:
    """Does knowledge-intensive trade of the same months stand for the same amount, as far as rounding tells?"""
    other = maybe(record.one, GROUPING, period=fact.period, ref_area=CHINA, unit=fact.unit, kind="outcome")
    if other is None:
        return False
    (low, high), (least, most) = fact.bounds_at(0), other.bounds_at(0)
    return low <= most and least <= high
