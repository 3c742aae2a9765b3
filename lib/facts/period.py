"""The span of time that a figure speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Which months (or which day) a figure covers; a point in time repeats its date.

    >>> Period.parse("2021-01_2021-08").months
    8
    >>> Period(date(2021, 9, 13), date(2021, 9, 13)).is_point
    True
    """

    start: date
    end: date

    @classmethod
    def parse(cls, text: str) -> Period:
        """Which period does an address such as `2021-01_2021-08` name?

        Raises ValueError for anything else.
        """
        first, separator, last = text.partition("_")
        if not separator:
            raise ValueError(f'period "{text}" is not written like 2021-01_2021-08')
        start, end = date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{last}-01")
        if end < start:
            raise ValueError(f'period "{text}" ends before it starts')
        return cls(start, _month_end(end))

    @property
    def code(self) -> str:
        """How is this period written in an address? `2021-01_2021-08`, or the day of a point."""
        if self.is_point:
            return self.start.isoformat()
        return f"{self.start:%Y-%m}_{self.end:%Y-%m}"

    @property
    def is_point(self) -> bool:
        """Is this one day, as for a stock, and not a span of months?"""
        return self.start == self.end

    @property
    def is_year(self) -> bool:
        """Is this exactly one calendar year?"""
        return self.years == 1 and self.start.month == 1

    @property
    def months(self) -> int:
        """How many whole months does it cover? 0 for a point."""
        if self.is_point:
            return 0
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def years(self) -> int:
        """How many whole years does it cover?"""
        return self.months // 12

    def year_before(self) -> Period:
        """Which is the same period of the year before?

        >>> Period.parse("2021-01_2021-08").year_before().code
        '2020-01_2020-08'
        """
        start = _a_year_before(self.start)
        if self.is_point:
            return Period(start, start)
        return Period(start, _month_end(_a_year_before(self.end.replace(day=1))))

    def after(self, shorter: Period) -> Period:
        """Which months are left when a shorter period with the same start is taken off?

        >>> Period.parse("2021-01_2021-08").after(Period.parse("2021-01_2021-06")).code
        '2021-07_2021-08'
        """
        if shorter.start != self.start or shorter.end >= self.end:
            raise ValueError(f"{shorter.code} is not the first part of {self.code}")
        year, month = divmod(shorter.end.year * 12 + shorter.end.month, 12)
        return Period(date(year, month + 1, 1), self.end)


def anniversary(period: Period, years: int) -> Period:
    """Which is the same period so many years later?

    >>> anniversary(Period.parse("2024-01_2024-02"), 1).code, anniversary(Period.parse("2021-01_2021-08"), 5).code
    ('2025-01_2025-02', '2026-01_2026-08')
    """
    if period.is_point:
        leap_day = (period.end.month, period.end.day) == (2, 29)
        day = period.end.replace(year=period.end.year + years, day=28 if leap_day else period.end.day)
        return Period(day, day)
    first = period.end.replace(day=1)
    return Period(
        period.start.replace(year=period.start.year + years),
        _month_end(first.replace(year=first.year + years)),
    )


def _a_year_before(day: date) -> date:
    """The same day of the year before; of 29 February the last day of February."""
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)


def _month_end(first: date) -> date:
    following = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    return date.fromordinal(following.toordinal() - 1)
