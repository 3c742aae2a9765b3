"""What is wrong with a file, as a table in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable

from lib.catalog.column import DATE, INTEGER, NUMBER, Column
from lib.catalog.fault import Fault
from lib.catalog.schema import TABLES
from lib.words.speak import Words

_FORMS = (INTEGER, NUMBER, DATE)


def fault_head(words: Words) -> list[str]:
    """What are the columns of the table of faults called?"""
    return [words(f"data.own.fault_{name}") for name in ("file", "row", "column", "found", "allowed")]


def fault_rows(faults: Iterable[Fault], words: Words) -> list[list[str]]:
    """Where is something wrong, what was found there, and what is allowed? See `fault_head`."""
    return [
        [fault.file, str(fault.row or ""), fault.column, fault.found, _allowed(fault, words)]
        for fault in faults
    ]


def _allowed(fault: Fault, words: Words) -> str:
    """The schema says in both languages what a column takes; what else a rule asks for it says in English."""
    column = next(
        (found for table in TABLES.values() for found in table.columns if found.name == fault.column), None
    )
    if words.lang == "en" or column is None or fault.allowed != column.allowed:
        return fault.allowed
    return _said(column, words)


def _said(column: Column, words: Words) -> str:
    if column.codes:
        listed = words.list(
            [words("data.own.code", code=code, name=zh) for code, (_, zh) in column.codes.items() if code]
        )
        return words("data.own.one_of", codes=listed)
    if column.refers:
        return words("data.own.refers", table=TABLES[column.refers].zh)
    return words(f"data.own.form_{column.type}") if column.type in _FORMS else column.zh
