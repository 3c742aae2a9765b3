"""The dates that a label says: a number of one is no figure, even where it is the same as one."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TO, _END = "[—–~至-]", r"(?!\d|[.,]\d)"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAYS = rf"\d\d?(?:{_TO}\d\d?)?"
_DATE = re.compile(
    rf"""
      (?<![\d.,]) \d{{4}} (?:{_TO}(?:\d\d){{1,2}})? 年
    | (?<![\d.,]) {_DAYS} [月日]
    | (?<![\d.,]) \d{{4}} {_TO} (?:\d\d){{1,2}} {_END}
    | (?:(?<![\d.,]) {_DAYS} [ ])? \b{_MONTH} (?:[ ]?{_TO}[ ]?{_MONTH})?
      (?:[ ]{_DAYS}{_END})? (?:,?[ ]\d{{4}}{_END})?
    """,
    re.VERBOSE,
)
_TICK = re.compile(r"\d\d?月")
"""A month that stands alone is the place that a tick counts, and goes with it."""


def dates_in(text: str) -> Iterator[re.Match[str]]:
    """Which dates does a text say? So many years are none, nor is a year or a month that stands alone, as at a tick.

    >>> [date[0] for date in dates_in("2016—2017年约38.3，2021年1—8月12.1，9月13日，约15年、3个月")]
    ['2016—2017年', '2021年', '1—8月', '9月', '13日']
    >>> [date[0] for date in dates_in("2016–2017: 3.83, Jan–Aug 2021: 1.21, 13 September 2021, May 4, 2020, 15 years")]
    ['2016–2017', 'Jan–Aug 2021', '13 September 2021', 'May 4, 2020']
    >>> [date[0] for date in dates_in("Jan–Aug 1.21, Sep 1,035")]
    ['Jan–Aug', 'Sep']
    >>> list(dates_in("6月"))
    []
    """
    return iter(()) if _TICK.fullmatch(text) else _DATE.finditer(text)
