"""What is wrong with a file, as a table in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable

from lib.catalog.fault import Fault
from lib.catalog.message import Reading
from lib.words.faults import said
from lib.words.speak import Words


def fault_head(words: Words) -> list[str]:
    """What are the columns of the table of faults called?"""
    return [words(f"data.own.fault_{name}") for name in ("file", "row", "column", "found", "allowed")]


def fault_rows(faults: Iterable[Fault], words: Words) -> list[list[str]]:
    """Where is something wrong, what was found there, and what is allowed? See `fault_head`."""
    return [
        [
            said(fault.file, words),
            str(fault.row or ""),
            fault.column,
            said(fault.found, words),
            said(fault.allowed, words),
        ]
        for fault in faults
    ]


def reading_head(words: Words) -> list[str]:
    """What are the columns of the table of readings called?"""
    return [words(f"data.own.fault_{name}") for name in ("file", "row", "column")] + [
        words("data.own.read_as")
    ]


def reading_rows(readings: Iterable[Reading], words: Words) -> list[list[str]]:
    """Where was something not plain or passed over, and how was it read? See `reading_head`."""
    return [
        [said(one.file, words), str(one.row or ""), one.column, said(one.told, words)] for one in readings
    ]
