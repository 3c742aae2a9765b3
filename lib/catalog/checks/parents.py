"""An area or category is part of a larger one, and in the end of none."""

from __future__ import annotations

from collections.abc import Iterator

from lib.catalog.book import Book, lookup, part
from lib.catalog.fault import Fault
from lib.catalog.message import Message
from lib.catalog.schema import TABLES


def parents_without_circle(book: Book) -> Iterator[Fault]:
    """Which areas and categories are, through their parents, part of themselves?"""
    for name in ("areas", "categories"):
        key, parents = TABLES[name].key, lookup(book, name, "parent")
        for row, code, parent in part(book, name, key, "parent").itertuples():
            if code in _above(code, parents):
                yield Fault(
                    TABLES[name].file, row, "parent", parent, Message("fault.allowed.circle", whole=code)
                )


def _above(code: str, parents: dict[str, str]) -> set[str]:
    above: set[str] = set()
    while (code := parents.get(code, "")) and code not in above:
        above.add(code)
    return above
