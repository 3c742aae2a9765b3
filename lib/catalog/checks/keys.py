"""Nothing is in the record twice."""

from __future__ import annotations

from collections.abc import Iterator

from lib.catalog.book import Book, part
from lib.catalog.fault import Fault
from lib.catalog.message import Message, Row
from lib.catalog.schema import TABLES

_FIGURE = (
    "indicator",
    "ref_area",
    "counterpart",
    "category",
    "period_start",
    "period_end",
    "unit",
    "kind",
    "basis",
    "source_id",
)


def keys_once(book: Book) -> Iterator[Fault]:
    """Which codes and ids name two rows?"""
    for name, table in TABLES.items():
        first: dict[str, int] = {}
        for row, key in part(book, name, table.key).itertuples():
            if key and first.setdefault(key, row) != row:
                allowed = Message("fault.allowed.key_once", key=table.key, row=Row(first[key]))
                yield Fault(table.file, row, table.key, key, allowed)


def figures_once(book: Book) -> Iterator[Fault]:
    """Which rows repeat a figure of the same source under another name?"""
    table = TABLES["observations"]
    first: dict[tuple[str, ...], tuple[int, str]] = {}
    for row, name, *codes in part(book, "observations", "observation_id", *_FIGURE).itertuples():
        row_before, name_before = first.setdefault(tuple(codes), (row, name))
        if name_before != name:
            allowed = Message("fault.allowed.figure_once", row=Row(row_before))
            yield Fault(table.file, row, "observation_id", name, allowed)
