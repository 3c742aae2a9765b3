"""Every code that a row uses is listed in the table of its codes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from lib.catalog.book import Book, codes, part
from lib.catalog.column import Column
from lib.catalog.fault import Fault
from lib.catalog.message import Message
from lib.catalog.schema import TABLES


def references(book: Book) -> Iterator[Fault]:
    """Which codes name an indicator, area, category, basis, source or observation that does not exist?

    Says nothing of a table that could not be read: that is a fault of its own.
    """
    for name, table in TABLES.items():
        for column in table.typed_by_hand:
            if column.refers:
                yield from _unknown(book, name, column)


def _unknown(book: Book, name: str, column: Column) -> Iterator[Fault]:
    known = codes(book, column.refers)
    if known is None:
        return
    for row, cell in part(book, name, column.name).itertuples():
        for code in cell.split(column.separator) if column.separator else [cell]:
            if code not in known and (code or column.separator) and cell:
                yield Fault(TABLES[name].file, row, column.name, code, _allowed(column, code, known))


def _allowed(column: Column, code: str, known: frozenset[str]) -> Message:
    near = tuple(get_close_matches(code, sorted(known), n=3))
    return Message("fault.allowed.near", allowed=column.allowed, names=near) if near else column.allowed
