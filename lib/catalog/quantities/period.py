"""A period as people type it: 2021年1-8月, 2021年上半年, 2021-08, Jan–Aug 2021."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date

from lib.catalog.message import Month, Nth
from lib.catalog.quantities.unreadable import Unreadable
from lib.catalog.quantities.width import DASH, plain_width
from lib.facts.period import Period

_FIRST_YEAR, _LAST_YEAR = 1949, 2100
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name} | {
    name.lower(): number for number, name in enumerate(calendar.month_abbr) if name
} | {"sept": 9}  # fmt: skip
_MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_TO = rf"\s*(?:{DASH}|to)\s*"
_Y = r"([0-9]{4})"
_M = r"([0-9]{1,2})"


def read_period(text: str) -> Period:
    """Which period does a text say?

    Months are whole; a single day is a point in time. Raises Unreadable, with one sentence, for what can be
    read in two ways or in none: 2021-1-8, 1-8月, 01/08/2021, 十三五时期.

    >>> [read_period(text).code for text in ("2021年1－8月", "2021年上半年", "2021-08", "Jan–Aug 2021", "2020")]
    ['2021-01_2021-08', '2021-01_2021-06', '2021-08_2021-08', '2021-01_2021-08', '2020-01_2020-12']
    >>> read_period("1-8月")
    Traceback (most recent call last):
        ...
    lib.catalog.quantities.unreadable.Unreadable: fault.allowed.no_year
    """
    given = re.sub(r"(?<=[年月]) | (?=[年月])", "", plain_width(text))
    if by := re.match("截[至止]", given):
        given = given[by.end() :].strip()
        if not re.search(r"[末底日]$|-[0-9]{2}-[0-9]{2}$", given):
            raise Unreadable("by_when")
    given = re.sub(rf"{_Y}年?(前)([一二三四五六七八九]|十[一二]?)个月", _counted, given)
    if re.fullmatch(rf"{_Y}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}}", given) and not _is_iso_day(given):
        first, last = re.split(r"[-/.]", given)[1:]
        raise Unreadable(
            "month_or_day",
            month=Month(int(first)),
            last_month=Month(int(last)),
            nth=Nth(int(last)),
            months=f"{given[:4]}年{int(first)}-{int(last)}月",
            day=f"{given[:4]}-{int(first):02}-{int(last):02}",
        )
    for pattern, reading in _FORMS:
        if found := re.fullmatch(pattern, given, re.IGNORECASE):
            return reading(*found.groups())
    raise Unreadable(_why(given))


def _counted(found: re.Match[str]) -> str:
    """2021年前八个月 in digits."""
    months = (
        "一二三四五六七八九十".find(found[3][-1]) + 1 if len(found[3]) == 1 else 10 + _QUARTERS[found[3][1]]
    )
    return f"{found[1]}年前{months}个月"


def _why(given: str) -> str:
    if not given:
        return "no_period"
    if re.search(r"十[一二三四五]五", given):
        return "plan"
    if re.fullmatch(r"[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}", given):
        return "order"
    if re.fullmatch(rf"{_Y}\.[0-9]", given):
        return "ten"
    if not re.search(r"(?<![0-9])[0-9]{4}(?![0-9])", given):
        return "no_year"
    return "period"


def _span(first_year: str, first: int | str, last_year: str, last: int | str) -> Period:
    years, months = (int(first_year), int(last_year)), (int(first), int(last))
    if not all(_FIRST_YEAR <= year <= _LAST_YEAR for year in years):
        raise Unreadable("years", first=str(_FIRST_YEAR), last=str(_LAST_YEAR))
    if not all(1 <= month <= 12 for month in months):
        if max(months) > 12:
            raise Unreadable("months_not", found=max(months))
        raise Unreadable("months")
    start, end = date(years[0], months[0], 1), date(years[1], months[1], 1)
    if end < start:
        raise Unreadable("backwards")
    return Period(start, _end(years[1], months[1]))


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _day(year: str, month: int | str, day: str) -> Period:
    span = _span(year, month, year, month)
    if not 1 <= int(day) <= span.end.day:
        raise Unreadable("days", span=f"{span.start:%Y-%m}", count=span.end.day)
    point = span.start.replace(day=int(day))
    return Period(point, point)


def _days(first: str, last: str) -> Period:
    start, end = _day(*first.split("-")).start, _day(*last.split("-")).start
    if end < start:
        raise Unreadable("backwards")
    if start != end and (start.day != 1 or end != _end(end.year, end.month)):
        raise Unreadable("whole_months")
    return Period(start, end)


def _last_day(year: str, month: int | str) -> Period:
    end = _span(year, month, year, month).end
    return Period(end, end)


def _month(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _quarter(year: str, number: str) -> Period:
    last = 3 * int(_QUARTERS.get(number, number))
    return _span(year, last - 2, year, last)


def _half(year: str, number: str) -> Period:
    return _span(year, 1, year, 6) if number in ("上", "1", "first") else _span(year, 7, year, 12)


def _is_iso_day(given: str) -> bool:
    return re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given) is not None


def _forms() -> Iterator[tuple[str, Callable[..., Period]]]:
    month = rf"({_MONTH})"
    yield rf"{_Y}(?:\s*年(?:全年)?)?", lambda y: _span(y, 1, y, 12)
    yield rf"{_Y}年?{_TO}{_Y}(?:\s*年)?", lambda y, z: _span(y, 1, z, 12)
    yield rf"{_Y}年{_M}月(?:份)?", lambda y, m: _span(y, m, y, m)
    yield rf"{_Y}年{_M}(?:月)?{_TO}{_M}月(?:份)?", lambda y, m, n: _span(y, m, y, n)
    yield rf"{_Y}年{_M}月{_TO}{_Y}年{_M}月", lambda y, m, z, n: _span(y, m, z, n)
    yield rf"{_Y}年前{_M}个月", lambda y, m: _span(y, 1, y, m)
    yield rf"{_Y}年?([上下])半年", _half
    yield rf"{_Y}年度", lambda y: _span(y, 1, y, 12)
    yield rf"{_Y}[-/ ]?M([0-9]{{1,2}})", lambda y, m: _span(y, m, y, m)
    yield rf"{_Y}年?全年", lambda y: _span(y, 1, y, 12)
    yield rf"{_Y}年?第?([一二三四1-4])季度", _quarter
    yield rf"{_Y}年?前三季度", lambda y: _span(y, 1, y, 9)
    yield rf"{_Y}年?(?:年)?[末底]", lambda y: _last_day(y, 12)
    yield rf"{_Y}年{_M}月[末底]", _last_day
    yield rf"{_Y}年{_M}月([0-9]{{1,2}})日", _day
    yield rf"{_Y}[-/]{_M}", lambda y, m: _span(y, m, y, m)
    yield rf"{_Y}\.([0-9]{{2}})", lambda y, m: _span(y, m, y, m)
    yield rf"{_Y}-{_M}(?:_|{_TO}|/){_Y}-{_M}", lambda y, m, z, n: _span(y, m, z, n)
    yield r"([0-9]{4})-([0-9]{2})-([0-9]{2})", _day
    yield r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:_|/|\s*(?:至|到|to|~)\s*)([0-9]{4}-[0-9]{2}-[0-9]{2})", _days
    yield rf"{_Y}-?Q([1-4])", _quarter
    yield rf"Q([1-4]) {_Y}", lambda q, y: _quarter(y, q)
    yield rf"{_Y}-?H([12])", _half
    yield rf"H([12]) {_Y}", lambda h, y: _half(y, h)
    yield rf"(?:the )?(first|second) half of {_Y}", lambda h, y: _half(y, h.lower())
    yield rf"(?:the )?first three quarters of {_Y}", lambda y: _span(y, 1, y, 9)
    yield rf"(?:the )?end of {_Y}", lambda y: _last_day(y, 12)
    yield rf"{month},? {_Y}", lambda m, y: _span(y, _month(m), y, _month(m))
    yield rf"{month}{_TO}{month},? {_Y}", lambda m, n, y: _span(y, _month(m), y, _month(n))
    yield rf"{month},? {_Y}{_TO}{month},? {_Y}", lambda m, y, n, z: _span(y, _month(m), z, _month(n))
    yield rf"([0-9]{{1,2}}) {month},? {_Y}", lambda d, m, y: _day(y, _month(m), d)
    yield rf"{month} ([0-9]{{1,2}}), {_Y}", lambda m, d, y: _day(y, _month(m), d)


_FORMS = tuple(_forms())
