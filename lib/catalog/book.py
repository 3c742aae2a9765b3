"""The whole record as people edit it: every table read as text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from lib.catalog.fault import Fault
from lib.catalog.schema import TABLES
from lib.catalog.table_file import read_table

Book = Mapping[str, pd.DataFrame]
"""Table name → its rows as text, the index being the line in the file; without what could not be read."""


def read_book(folder: Path) -> tuple[Book, list[Fault]]:
    """What do the CSV files of a folder hold, and which of them cannot be read as they should?"""
    book: dict[str, pd.DataFrame] = {}
    faults: list[Fault] = []
    for name, table in TABLES.items():
        frame, found = read_table(folder / table.file, table)
        faults += found
        if frame is not None:
            book[name] = frame
    return book, faults


def part(book: Book, table: str, *columns: str) -> pd.DataFrame:
    """Which rows of a table have these columns? None where the table or one of the columns is missing.

    A missing column is a fault of its own; the rules that need it then have nothing to say.
    """
    frame = book.get(table)
    if frame is None or not set(columns) <= set(frame.columns):
        return pd.DataFrame(columns=list(columns), dtype=str)
    return frame[list(columns)]


def codes(book: Book, table: str) -> frozenset[str] | None:
    """Which codes does a table list? None where that is not known, which is not the same as no code.

    >>> codes({}, "areas") is None
    True
    """
    key = TABLES[table].key
    if table not in book or key not in book[table].columns:
        return None
    return frozenset(book[table][key])


def lookup(book: Book, table: str, column: str) -> dict[str, str]:
    """What does one column of a table say for each code?"""
    key = TABLES[table].key
    rows = part(book, table, key, column)
    return dict(zip(rows[key], rows[column], strict=True))
