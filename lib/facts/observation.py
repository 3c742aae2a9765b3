"""One row of a dataset as the figure that it prints, and as the growth beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from lib.calc.interval import Interval
from lib.facts.fact import Fact
from lib.facts.period import Period

Row: TypeAlias = dict[str, Any]


def to_fact(row: Mapping[str, Any]) -> Fact:
    """Which figure does one observation print?"""
    return Fact(
        value=row["value"],
        bounds=Interval(row["lower"], row["upper"]),
        unit=row["unit"],
        unit_mult=int(row["unit_mult"]),
        decimals=int(row["decimals"]),
        qualifier=row["qualifier"],
        observations=(row["observation_id"],),
        revised=bool(row.get("revised", False)),
        **_codes(row),
    )


def growth_of(row: Mapping[str, Any]) -> Fact:
    """Which growth does an observation print beside its level?"""
    return Fact(
        value=row["growth"],
        bounds=Interval(row["growth_lower"], row["growth_upper"]),
        unit="PERCENT",
        unit_mult=0,
        decimals=int(row["growth_decimals"]),
        qualifier=row["growth_qualifier"] or "exact",
        observations=(row["observation_id"],),
        **_codes(row),
    )


def _codes(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "period": Period(row["period_start"], row["period_end"]),
        "indicator": row["indicator"],
        "ref_area": row["ref_area"],
        "category": row["category"],
        "counterpart": row["counterpart"],
        "status": row["obs_status"],
        "basis": row["basis"],
        "kind": row["kind"],
        "confidence": row["confidence"],
        "note": (row["note_zh"], row["note_en"]),
    }
