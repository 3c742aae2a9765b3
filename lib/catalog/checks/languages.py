"""What is said to one reader is said to the other."""

from __future__ import annotations

from collections.abc import Iterator

from lib.catalog.book import Book, part
from lib.catalog.fault import Fault
from lib.catalog.message import Message
from lib.catalog.schema import TABLES


def notes_in_both_languages(book: Book) -> Iterator[Fault]:
    """Which notes are in English alone, or in Chinese alone?"""
    file = TABLES["observations"].file
    for row, english, chinese in part(book, "observations", "note_en", "note_zh").itertuples():
        if bool(english) != bool(chinese):
            blank, given = ("note_zh", "note_en") if english else ("note_en", "note_zh")
            yield Fault(file, row, blank, "", Message("fault.allowed.note", given=given))
