"""Periods as SDMX writes them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from lib.facts.period import Period

_PART = re.compile(r"(\d{4})-(?:A(1)|S([12])|T([1-3])|Q([1-4])|M(0[1-9]|1[0-2]))")
_MONTHS = (12, 6, 4, 3, 1)
_RANGE = re.compile(r"(\d{4})-(\d\d)-01/P(\d{1,2})([MY])")


def time_period(period: Period) -> str:
    """How is a period written in SDMX? Standard ones short, any other as its start and duration.

    >>> [time_period(Period.parse(code)) for code in ("2020-01_2020-12", "2021-01_2021-06", "2021-07_2021-09")]
    ['2020', '2021-S1', '2021-Q3']
    >>> [time_period(Period.parse(code)) for code in ("2021-01_2021-08", "2021-07_2021-07", "2016-01_2020-12")]
    ['2021-01-01/P8M', '2021-07', '2016-01-01/P5Y']
    """
    start, months = period.start, period.months
    if period.is_point:
        return start.isoformat()
    if period.is_year:
        return f"{start:%Y}"
    if months == 1:
        return f"{start:%Y-%m}"
    for letter, size in (("S", 6), ("Q", 3)):
        before, odd = divmod(start.month - 1, size)
        if months == size and not odd:
            return f"{start:%Y}-{letter}{before + 1}"
    years, odd = divmod(months, 12)
    return f"{start.isoformat()}/P{months}M" if odd else f"{start.isoformat()}/P{years}Y"


def period_of(text: str) -> Period:
    """Which period does SDMX write so? Raises ValueError for what is none.

    >>> [period_of(text).code for text in ("2020", "2021-S1", "2021-Q3", "2021-07", "2021-M07")]
    ['2020-01_2020-12', '2021-01_2021-06', '2021-07_2021-09', '2021-07_2021-07', '2021-07_2021-07']
    >>> [period_of(text).code for text in ("2021-01-01/P8M", "2016-01-01/P5Y", "2021-09-13")]
    ['2021-01_2021-08', '2016-01_2020-12', '2021-09-13']
    """
    if part := _PART.fullmatch(text):
        year, *numbers = part.groups()
        size, number = next((size, int(found)) for size, found in zip(_MONTHS, numbers, strict=True) if found)
        return _months(int(year), size * (number - 1) + 1, size)
    if span := _RANGE.fullmatch(text):
        year, month, length, unit = span.groups()
        return _months(int(year), int(month), int(length) * (12 if unit == "Y" else 1))
    if re.fullmatch(r"\d{4}", text):
        return _months(int(text), 1, 12)
    if re.fullmatch(r"\d{4}-\d\d", text):
        return _months(int(text[:4]), int(text[5:]), 1)
    day = date.fromisoformat(text[:10])
    if text[10:] not in ("", "T00:00:00"):
        raise ValueError(text)
    return Period(day, day)


def _months(year: int, month: int, count: int) -> Period:
    if not count:
        raise ValueError("a period of no month")
    last = year * 12 + month - 2 + count
    end_year, end_month = last // 12, last % 12 + 1
    end = date(end_year, end_month, monthrange(end_year, end_month)[1])
    return Period(date(year, month, 1), end)
