"""The growth that stands beside a level: printed by a source, or of a register worked out from its levels."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from lib.calc.growth import growth_pct
from lib.calc.interval import Interval
from lib.facts.derive import derive
from lib.facts.fact import Fact
from lib.facts.observation import Row, growth_of, to_fact
from lib.facts.period import Period
from lib.facts.register_scope import REGISTER_BASES

if TYPE_CHECKING:
    from lib.facts.record import Record


def growth_beside(record: Record, fact: Fact) -> Fact:
    """Which growth on the same period a year earlier stands beside a level? Missing: none.

    Of a register that has both levels it is derived from them, for no source prints it.
    """
    before = _same(record, fact, fact.period.year_before()) if fact.basis in REGISTER_BASES else []
    if before and before[0]["value"] > 0:
        like = replace(fact, unit="PERCENT", unit_mult=0)
        return derive(growth_pct, like=like, unit="PERCENT", current=fact, base=to_fact(before[0]))
    printed = [row for row in _same(record, fact, fact.period) if not math.isnan(row["growth"])]
    return growth_of(record.most_trusted(printed)) if printed else no_growth(fact)


def _same(record: Record, fact: Fact, period: Period) -> list[Row]:
    return record.rows(
        fact.indicator,
        ref_area=fact.ref_area,
        counterpart=fact.counterpart,
        category=fact.category,
        basis=fact.basis,
        kind=fact.kind,
        unit=fact.unit,
        period_start=period.start,
        period_end=period.end,
    )


def no_growth(fact: Fact) -> Fact:
    """What stands where no growth can be told beside a level?"""
    return replace(
        fact,
        value=math.nan,
        bounds=Interval(math.nan, math.nan),
        unit="PERCENT",
        unit_mult=0,
        status="M",
        revised=False,
    )
