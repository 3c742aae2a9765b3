"""Chongqing's offshore outsourcing: growth on the same period and the base that it implies."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lib.calc.growth import implied_base
from lib.facts.derive import derive
from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.record import Record


@dataclass(frozen=True, slots=True)
class GrowthOnBase:
    """A level, its printed growth, and the level of the same period a year earlier that the two imply."""

    level: Fact
    growth: Fact
    base: Fact


def growth_on_base(record: Record, level: Fact) -> GrowthOnBase:
    """From which base did a level grow? Worked out from the printed growth, never from another release."""
    growth = record.growth(level)
    base = derive(
        implied_base,
        like=replace(level, period=level.period.year_before()),
        assumptions=("same_scope_a_year_earlier",),
        current=level,
        growth_pct=growth,
    )
    return GrowthOnBase(level, growth, base)


def periods_of_newest_year(record: Record, indicator: str = "offshore_outsourcing_executed") -> tuple[GrowthOnBase, ...]:
    """Which cumulative periods of the newest year have a printed growth, and from which base did each grow?"""
    newest = record.latest(indicator)
    levels = [
        level
        for level in record.all(indicator, category="total", kind="outcome")
        if level.period.start == newest.period.start
    ]
    found = tuple(pair for pair in (growth_on_base(record, level) for level in levels) if not pair.growth.is_missing)
    if not found:
        raise NoSuchFigure(f"no printed growth of {indicator} for {newest.period.code}")
    return found
