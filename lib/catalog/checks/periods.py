"""Periods are whole months or one day, and outcomes lie in the past of whoever prints them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lib.catalog.book import Book, lookup, part
from lib.catalog.fault import Fault
from lib.catalog.schema import TABLES

_FILE = TABLES["observations"].file


def periods(book: Book) -> Iterator[Fault]:
    """Which periods end before they start, or are neither whole months nor one day?"""
    for row, start_text, end_text in part(book, "observations", "period_start", "period_end").itertuples():
        start, end = as_date(start_text), as_date(end_text)
        if start is None or end is None or start == end:
            continue
        if end < start:
            yield Fault(
                _FILE, row, "period_end", end_text, f"{start_text} or later, the day the period starts"
            )
            continue
        if start.day != 1:
            allowed = "the first day of a month, or the date of period_end for a point in time"
            yield Fault(_FILE, row, "period_start", start_text, allowed)
        if (end + timedelta(days=1)).day != 1:
            allowed = "the last day of a month, or the date of period_start for a point in time"
            yield Fault(_FILE, row, "period_end", end_text, allowed)


def outcomes_after_their_period(book: Book) -> Iterator[Fault]:
    """Which outcomes were printed before their period was over? Those are targets or estimates."""
    published = {source: as_date(day) for source, day in lookup(book, "sources", "published").items()}
    for row, end_text, kind, source in part(
        book, "observations", "period_end", "kind", "source_id"
    ).itertuples():
        end, day = as_date(end_text), published.get(source)
        if kind == "outcome" and end and day and day < end:
            allowed = f"{day} or earlier, the day {source} was published; or kind target or estimate"
            yield Fault(_FILE, row, "period_end", end_text, allowed)


def as_date(text: str) -> date | None:
    """Which day does a cell name? None where it names none.

    >>> as_date("2021-02-30") is None
    True
    """
    try:
        return date.fromisoformat(text) if len(text) == len("2021-08-31") else None
    except ValueError:
        return None
