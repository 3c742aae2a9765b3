"""Unit slips, 亿 for 万 or billion for million, caught by the size of a figure beside its series."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lib.catalog.book import Book, lookup, part
from lib.catalog.checks.periods import as_date
from lib.catalog.codes import MULTIPLIERS, UNITS, YUAN_PER_UNIT
from lib.catalog.column import FORMS, NUMBER
from lib.catalog.fault import Fault
from lib.catalog.message import Message, listed
from lib.catalog.nature import is_level
from lib.catalog.schema import TABLES

_SERIES = ("indicator", "ref_area", "counterpart", "category")
_USED = (*_SERIES, "period_start", "period_end", "value", "unit_mult", "unit")
_WHOLE = ("WLD", "total")
_TIMES = 100


@dataclass(frozen=True)
class _Level:
    """An amount or a count as printed, its months (1 where it does not add up), and how much of it a month has."""

    row: int
    found: str
    unit: str
    months: int
    by_month: Fraction


def magnitude(book: Book) -> Iterator[Fault]:
    """Which amounts and counts are over 100 times, or under a hundredth of, the others of their series?

    A series is one indicator, area, counterpart and category, compared by the median of its others. Other
    currency, other basis, targets and estimates belong to it here: they differ a few times over, a slip of
    亿 for 万 ten thousand times, and without them many a figure would have nothing to be compared with. What
    adds up over time is compared by the month. The largest departure is named first and then left out, so
    that one slip does not put the right figures in the wrong. A part without a series of its own must not be
    100 times its whole.
    """
    series: dict[tuple[str, ...], list[_Level]] = {}
    for codes, level in _levels(book, additive=lookup(book, "indicators", "additive")):
        series.setdefault(codes, []).append(level)
    for (indicator, area, *rest), levels in series.items():
        if len(levels) > 1:
            yield from (_fault(level, middle) for level, middle in _departures(levels))
        elif tuple(rest) != _WHOLE and (whole := series.get((indicator, area, *_WHOLE))):
            middle = _squared_middle(_amounts(whole))
            if levels[0].by_month ** 2 > middle * _TIMES**2:
                yield _fault(levels[0], middle)


def _levels(book: Book, *, additive: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], _Level]]:
    for row, *cells in part(book, "observations", *_USED).itertuples():
        indicator, *_, start_text, end_text, value, unit_mult, unit = cells
        start, end = as_date(start_text), as_date(end_text)
        is_number = re.fullmatch(FORMS[NUMBER][0], value) and float(value) != 0
        if not (start and end and is_number and unit_mult in MULTIPLIERS and is_level(unit)):
            continue
        months = 1
        if additive.get(indicator) == "yes" and start < end:
            months = (end.year - start.year) * 12 + end.month - start.month + 1
        amount = abs(Fraction(value)) * 10 ** int(unit_mult) * Fraction(YUAN_PER_UNIT.get(unit, 1))
        found = f"{value} × 10^{unit_mult} {unit}"
        yield tuple(cells[: len(_SERIES)]), _Level(row, found, unit, months, amount / months)


def _departures(levels: list[_Level]) -> Iterator[tuple[_Level, Fraction]]:
    while len(levels) > 1:
        amounts = _amounts(levels)
        if amounts[-1] <= amounts[0] * _TIMES:
            return  # no middle lies outside of these
        middle = [_squared_middle(_others(amounts, level.by_month)) for level in levels]
        times = [_times(level.by_month**2, squared) for level, squared in zip(levels, middle, strict=True)]
        furthest = max(times)
        if furthest <= _TIMES**2:
            return
        # Of two figures alone, neither is known to be the right one: both are named.
        named = [place for place, found in enumerate(times) if found == furthest]
        yield from ((levels[place], middle[place]) for place in named)
        levels = [level for place, level in enumerate(levels) if place not in named]


def _amounts(levels: Sequence[_Level]) -> list[Fraction]:
    return sorted(level.by_month for level in levels)


def _others(amounts: list[Fraction], own: Fraction) -> list[Fraction]:
    place = bisect_left(amounts, own)
    return amounts[:place] + amounts[place + 1 :]


def _squared_middle(amounts: Sequence[Fraction]) -> Fraction:
    """The square of the median of sorted amounts; of an even number of them, of the geometric mean of the two."""
    return amounts[(len(amounts) - 1) // 2] * amounts[len(amounts) // 2]


def _times(one: Fraction, other: Fraction) -> Fraction:
    return max(one / other, other / one)


def _fault(level: _Level, middle: Fraction) -> Fault:
    usual = math.sqrt(middle) / YUAN_PER_UNIT.get(level.unit, 1.0) * level.months
    low, high = (f"{end:,.3g}" if end < 1e3 else f"{end:,.0f}" for end in (usual / _TIMES, usual * _TIMES))
    unit = listed([level.unit], UNITS)
    allowed = Message("fault.allowed.size", low=low, high=high, unit=unit, times=_TIMES)
    return Fault(TABLES["observations"].file, level.row, "value", level.found, allowed)
