"""Periods are whole months or one day, and outcomes lie in the past of whoever prints them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lib.catalog.book import Book, lookup, part
from lib.catalog.fault import Fault
from lib.catalog.message import Message
from lib.catalog.schema import TABLES

_FILE = TABLES["observations"].file


def periods(book: Book) -> Iterator[Fault]:
    """Which periods end before they start, or are neither whole months nor one day? Amounts need months."""
    flows = {name for name, adds_up in lookup(book, "indicators", "additive").items() if adds_up == "yes"}
    rows = part(book, "observations", "period_start", "period_end", "indicator")
    for row, start_text, end_text, indicator in rows.itertuples():
        start, end = as_date(start_text), as_date(end_text)
        if start is None or end is None:
            continue
        if start == end:
            if indicator in flows:
                allowed = Message(
                    "fault.allowed.months_of_flow", months=f"{end.year}年1—{end.month}月", month=end_text[:7]
                )
                yield Fault(_FILE, row, "period_end", end_text, allowed)
            continue
        if end < start:
            yield Fault(
                _FILE, row, "period_end", end_text, Message("fault.allowed.after_start", start=start_text)
            )
            continue
        if start.day != 1:
            allowed = Message("fault.allowed.first_day")
            yield Fault(_FILE, row, "period_start", start_text, allowed)
        if (end + timedelta(days=1)).day != 1:
            allowed = Message("fault.allowed.last_day")
            yield Fault(_FILE, row, "period_end", end_text, allowed)


def outcomes_after_their_period(book: Book) -> Iterator[Fault]:
    """Which outcomes were printed before their period was over? Those are targets or estimates."""
    published = {source: as_date(day) for source, day in lookup(book, "sources", "published").items()}
    for row, end_text, kind, source in part(
        book, "observations", "period_end", "kind", "source_id"
    ).itertuples():
        end, day = as_date(end_text), published.get(source)
        if kind == "outcome" and end and day and day < end:
            allowed = Message("fault.allowed.not_yet_over", day=day.isoformat(), source=source)
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
