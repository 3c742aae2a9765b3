"""Up to when were sources looked for?"""

from __future__ import annotations

from datetime import date

from lib.facts.record import Record


def searched_until(record: Record) -> date:
    """On which day was the newest edition of the record put together?

    The record's own clock: what a source printed later cannot be in it, and what is missing was not found by then.
    Raises DatasetUnavailable without the list of editions.
    """
    return date.fromisoformat(max(str(day) for day in record.frame("releases")["date"]))
