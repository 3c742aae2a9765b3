"""Which months, and which January-to-month periods, does a register speak of, and what are their sums?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from lib.facts.period import Period
from lib.register.confidential import Cell
from lib.register.table import PUBLISHED_SCOPES, Key

Sums = dict[Key, Decimal | None]


class Span(NamedTuple):
    """The months from the first to the last, both included and both named by their first day."""

    first: date
    last: date

    @property
    def period(self) -> Period:
        """Which days does it cover?"""
        return Period.parse(f"{self.first:%Y-%m}_{self.last:%Y-%m}")

    @property
    def months(self) -> tuple[date, ...]:
        """Which months does it consist of? All of one year."""
        return tuple(
            self.first.replace(month=month) for month in range(self.first.month, self.last.month + 1)
        )

    def year_before(self) -> Span:
        """Which are the same months of the year before?"""
        return Span(*(month.replace(year=month.year - 1) for month in self))


def spans(months: Collection[date]) -> Iterator[Span]:
    """Which periods get figures: each month, and January to each month, December being the whole year?

    A year of which the register lacks a month has no figure from January past that month: the sum would look
    whole and not be it.

    >>> [span.period.code for span in spans([date(2021, 1, 1), date(2021, 2, 1), date(2021, 4, 1)])]
    ['2021-01_2021-01', '2021-02_2021-02', '2021-01_2021-02', '2021-04_2021-04']
    """
    for month in sorted(months):
        yield Span(month, month)
        since = Span(month.replace(month=1), month)
        if month.month > 1 and set(since.months) <= set(months):
            yield since


def sums(span: Span, tables: Mapping[date, Mapping[Key, Cell]], kept: Mapping[date, Collection[Key]]) -> Sums:
    """How much is in each published cell over a span? None where it is withheld.

    A sum is given only where each of its months is published, so that it tells nothing that they do not. A
    cell that a month does not have is zero there, and everyone can see that.
    """
    keys = {key for month in span.months for key in tables[month] if key.scope in PUBLISHED_SCOPES}
    found: Sums = {}
    for key in sorted(keys):
        hidden = any(key in kept[month] for month in span.months)
        parts = (tables[month][key].value for month in span.months if key in tables[month])
        found[key] = None if hidden else sum(parts, Decimal(0))
    return found
