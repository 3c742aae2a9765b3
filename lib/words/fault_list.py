"""What is wrong with a file, as a table in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable

from lib.catalog.fault import Fault
from lib.words.fault_texts import chinese_allowed, chinese_file, chinese_found
from lib.words.speak import Words


def fault_head(words: Words) -> list[str]:
    """What are the columns of the table of faults called?"""
    return [words(f"data.own.fault_{name}") for name in ("file", "row", "column", "found", "allowed")]


def fault_rows(faults: Iterable[Fault], words: Words) -> list[list[str]]:
    """Where is something wrong, what was found there, and what is allowed? See `fault_head`."""
    return [_row(fault, words) for fault in faults]


def _row(fault: Fault, words: Words) -> list[str]:
    file, found, allowed = fault.file, fault.found, fault.allowed
    if words.lang == "zh":
        file, found, allowed = chinese_file(fault), chinese_found(fault), chinese_allowed(fault)
    return [file, str(fault.row or ""), fault.column, found, allowed]
