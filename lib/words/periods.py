"""Periods and dates as text: 2021年1—8月, Jan–Aug 2021, 13 September 2021."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from lib.facts.period import Period

_HALVES = {(1, 6): "上半年", (7, 12): "下半年"}


def period_text(period: Period, lang: str, *, long: bool = False) -> str:
    """How is a period written? `long` spells English months out, as in a sentence.

    >>> period_text(Period.parse("2021-01_2021-08"), "zh"), period_text(Period.parse("2021-01_2021-08"), "en")
    ('2021年1—8月', 'Jan–Aug 2021')
    >>> period_text(Period.parse("2016-01_2020-12"), "zh"), period_text(Period.parse("2016-01_2020-12"), "en")
    ('2016—2020年', '2016–2020')
    >>> period_text(Period.parse("2021-01_2021-06"), "zh"), period_text(Period.parse("2021-01_2021-06"), "en")
    ('2021年上半年', 'Jan–Jun 2021')
    """
    first, last = period.start, period.end
    if period.is_point:
        return month_text(first, lang, long=long)
    if period.months % 12 == 0 and first.month == 1:
        return _years(first.year, last.year, lang)
    if period.months == 1:
        return month_text(first, lang, long=long)
    if first.year == last.year:
        span = months_text(period, lang, long=long)
        return f"{first.year}年{span}" if lang == "zh" else f"{span} {first.year}"
    dash = "—" if lang == "zh" else "–"
    return f"{month_text(first, lang)}{dash}{month_text(last, lang)}"


def months_text(period: Period, lang: str, *, long: bool = False) -> str:
    """Which months of its year does a period cover, without the year?

    >>> [months_text(Period.parse(f"2024-{span}"), "zh") for span in ("01_2024-08", "01_2024-06", "12_2024-12")]
    ['1—8月', '上半年', '12月']
    """
    if period.months == 1:
        month = period.start
        return f"{month.month}月" if lang == "zh" else format_date(month, "MMMM" if long else "MMM", "en")
    if lang == "zh":
        half = _HALVES.get((period.start.month, period.end.month))
        return half or f"{period.start.month}—{period.end.month}月"
    pattern = "MMMM" if long else "MMM"
    first, last = (format_date(day, pattern, "en") for day in (period.start, period.end))
    return f"{first}–{last}"


def month_text(day: date, lang: str, *, long: bool = False) -> str:
    """How is a month written? 2021年9月, Sep 2021 or September 2021."""
    if lang == "zh":
        return f"{day.year}年{day.month}月"
    return format_date(day, "MMMM y" if long else "MMM y", "en")


def date_text(day: date, lang: str) -> str:
    """How is a day written?

    >>> date_text(date(2021, 9, 13), "zh"), date_text(date(2021, 9, 13), "en")
    ('2021年9月13日', '13 September 2021')
    """
    if lang == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return format_date(day, "d MMMM y", "en")


def _years(first: int, last: int, lang: str) -> str:
    if lang == "zh":
        return f"{first}年" if first == last else f"{first}—{last}年"
    return str(first) if first == last else f"{first}–{last}"
