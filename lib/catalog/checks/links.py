"""A text that readers are sent to has an address."""

from __future__ import annotations

from collections.abc import Iterator

from lib.catalog.book import Book, part
from lib.catalog.codes import LINKED_ACCESS
from lib.catalog.fault import Fault
from lib.catalog.message import Message
from lib.catalog.schema import TABLES


def links_have_an_address(book: Book) -> Iterator[Fault]:
    """Which sources are to be linked, and have no address?"""
    file = TABLES["sources"].file
    for row, url, access in part(book, "sources", "url", "access").itertuples():
        if access in LINKED_ACCESS and not url:
            yield Fault(file, row, "url", url, Message("fault.allowed.link", access=access))
