"""What comes of a text that anyone may type."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from lib.catalog.quantities import Unreadable
from lib.words.faults import said
from lib.words.speak import Words

Read = TypeVar("Read")


def read_or_why(read: Callable[[str], Read], text: str) -> Read | str:
    """What was read, or the sentence that refuses it? Any other error is one of the program."""
    try:
        return read(text)
    except Unreadable as refused:
        return said(refused.told, Words("en"))
