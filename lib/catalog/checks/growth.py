"""A printed growth rate and the source's word for it come together."""

from __future__ import annotations

from collections.abc import Iterator

from lib.catalog.book import Book, part
from lib.catalog.codes import QUALIFIERS
from lib.catalog.fault import Fault
from lib.catalog.message import Message, listed
from lib.catalog.schema import TABLES

_FILE = TABLES["observations"].file


def growth_and_its_qualifier(book: Book) -> Iterator[Fault]:
    """Which rows have a growth rate without its qualifier, or a qualifier without a growth rate?"""
    for row, growth, qualifier in part(book, "observations", "growth", "growth_qualifier").itertuples():
        if growth and not qualifier:
            codes = listed(QUALIFIERS, QUALIFIERS)
            allowed = Message("fault.allowed.qualifier_of_growth", codes=codes, growth=growth)
            yield Fault(_FILE, row, "growth_qualifier", qualifier, allowed)
        if qualifier and not growth:
            yield Fault(_FILE, row, "growth_qualifier", qualifier, Message("fault.allowed.no_qualifier"))
