"""A figure has a unit of its indicator."""

from __future__ import annotations

from collections.abc import Iterator

from lib.catalog.book import Book, lookup, part
from lib.catalog.codes import RATE_UNITS, UNITS
from lib.catalog.fault import Fault
from lib.catalog.message import Message, listed
from lib.catalog.schema import TABLES

_FILE = TABLES["observations"].file


def units_of_the_indicator(book: Book) -> Iterator[Fault]:
    """Which figures have a unit that their indicator is never printed in, or a rate in ten thousands?"""
    allowed_units = lookup(book, "indicators", "unit")
    rows = part(book, "observations", "indicator", "unit", "unit_mult")
    for row, indicator, unit, unit_mult in rows.itertuples():
        units = allowed_units.get(indicator, unit).split(";")
        if unit in UNITS and unit not in units:
            allowed = Message("fault.allowed.unit_of", units=listed(units, UNITS), indicator=indicator)
            yield Fault(_FILE, row, "unit", unit, allowed)
        if unit in RATE_UNITS and unit_mult not in ("0", ""):
            yield Fault(
                _FILE,
                row,
                "unit_mult",
                unit_mult,
                Message("fault.allowed.no_power", unit=listed([unit], UNITS)),
            )
