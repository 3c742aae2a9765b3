"""The record as its CSV has it, and what each printed figure can stand for: read and worked out anew.

With `csv` and `fractions` alone, so that no mistake in `lib.catalog`, `lib.calc` or `lib.facts` can hide itself.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

PUBLISHED = Path(__file__).parents[2] / "data" / "published"
ENDLESS = float("inf")
COUNTED = frozenset(("RANK", "ENTERPRISES", "PERSONS", "BASES", "MARKETS", "PARKS", "ZONES"))
RATES = frozenset(("PERCENT", "PERCENTAGE_POINT"))


@dataclass(frozen=True)
class Reach:
    """A figure in full units (yuan, not 亿元), and the least and the most that it can be."""

    value: Fraction | float
    lower: Fraction | float
    upper: Fraction | float


@cache
def observations() -> dict[str, dict[str, str]]:
    """What does each line of the record say, column by column, as text?"""
    return {row["observation_id"]: row for row in rows("observations")}


@cache
def bases_by_focus() -> Counter[str]:
    """How many of the named bases train what?"""
    return Counter(row["focus"] for row in rows("talent_bases"))


@cache
def years() -> range:
    """Which years does the record speak of?"""
    ends = [int(row[name][:4]) for row in observations().values() for name in ("period_start", "period_end")]
    return range(min(ends), max(ends) + 1)


@cache
def level(observation_id: str) -> Reach:
    """Which figure does an observation print?"""
    row = observations()[observation_id]
    unit, text = row["unit"], row["value"]
    share = unit == "PERCENT" and "_share" in row["indicator"]
    found = reach(
        text,
        row["qualifier"],
        whole=unit in COUNTED and row["unit_mult"] == "0" and "." not in text,
        least=Fraction(0) if share or not (unit in RATES or "_balance" in row["indicator"]) else -ENDLESS,
        most=Fraction(100) if share else ENDLESS,
    )
    size = Fraction(10) ** int(row["unit_mult"])
    return Reach(found.value * size, found.lower * size, found.upper * size)


@cache
def growth(observation_id: str) -> Reach:
    """Which growth on the same period of the year before does an observation print beside its figure?"""
    row = observations()[observation_id]
    return reach(row["growth"], row["growth_qualifier"] or "exact", whole=False, least=-ENDLESS, most=ENDLESS)


def reach(
    text: str, qualifier: str, *, whole: bool, least: Fraction | float, most: Fraction | float
) -> Reach:
    """What can printed digits stand for, given the source's word?

    Half of the last printed digit either way; with "about" and "nearly", of the last digit that is not zero.

    >>> reach("1800", "nearly", whole=True, least=Fraction(0), most=ENDLESS)
    Reach(value=Fraction(1800, 1), lower=Fraction(1750, 1), upper=Fraction(1800, 1))
    """
    value = Fraction(text)
    half = Fraction(10) ** Decimal(text).as_tuple().exponent / 2  # type: ignore[operator]
    digits = text.replace(".", "")
    zeros = len(digits) - len(digits.rstrip("0"))
    rough = half * 10**zeros
    return {
        "exact": Reach(value, value, value) if whole else Reach(value, value - half, value + half),
        "about": Reach(value, value - rough, value + rough),
        "nearly": Reach(value, value - rough, value),
        "over": Reach(value, value, most),
        "under": Reach(value, least, value),
    }[qualifier]


def rows(name: str) -> list[dict[str, str]]:
    """What does a file of the record hold, line by line, as text?"""
    with (PUBLISHED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
