"""No figure is beyond what nature allows, and no qualifier leaves nothing to stand for."""

from __future__ import annotations

from collections.abc import Iterator

from lib.catalog.book import Book, part
from lib.catalog.checks.cells import is_number
from lib.catalog.codes import COUNTED_UNITS, UNITS
from lib.catalog.fault import Fault
from lib.catalog.message import Message, listed
from lib.catalog.nature import WHOLE, ends_at_zero, is_share
from lib.catalog.schema import TABLES

_FILE = TABLES["observations"].file


def limits_of_nature(book: Book) -> Iterator[Fault]:
    """Which amounts and counts are negative or half persons, and which shares exceed the whole?

    "Over" 100 % and "under" 0 leave no value at all, so they are faults of the qualifier.
    """
    rows = part(book, "observations", "indicator", "value", "unit_mult", "unit", "qualifier")
    rows = rows[is_number(rows["value"])]
    for row, indicator, text, unit_mult, unit, qualifier in rows.itertuples():
        value = float(text)
        share, floor = is_share(indicator, unit), ends_at_zero(indicator, unit)
        if share and not 0 <= value <= WHOLE:
            yield Fault(_FILE, row, "value", text, Message("fault.allowed.share"))
        elif floor and value < 0:
            yield Fault(_FILE, row, "value", text, Message("fault.allowed.not_negative", indicator=indicator))
        if unit in COUNTED_UNITS and unit_mult == "0" and "." in text:
            yield Fault(
                _FILE, row, "value", text, Message("fault.allowed.whole_number", unit=listed([unit], UNITS))
            )
        if share and value == WHOLE and qualifier == "over":
            yield Fault(_FILE, row, "qualifier", qualifier, Message("fault.allowed.share_full"))
        if floor and value == 0 and qualifier in ("nearly", "under"):
            yield Fault(
                _FILE, row, "qualifier", qualifier, Message("fault.allowed.zero", unit=listed([unit], UNITS))
            )
