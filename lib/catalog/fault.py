"""One thing that is wrong with the record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

NO_ROW = 0


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Where is something wrong, what was found there, and what is allowed?

    `row` is the line that an editor shows, the header being 1; 0 where the fault is the whole file's. Faults
    sort by file, then row, then column.

    >>> print(Fault("observations.csv", 14, "category", "S13", "a code of categories.csv"))
    observations.csv, row 14, column category: found "S13"; allowed: a code of categories.csv
    """

    file: str
    row: int
    column: str
    found: str
    allowed: str

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        column = f", column {self.column}" if self.column else ""
        return one_line(f'{self.file}{row}{column}: found "{self.found}"; allowed: {self.allowed}')


def one_line(text: str) -> str:
    """What is a text on one line of a terminal, without signs that steer it?

    >>> one_line("12.1\\r\\n\\x1b[2J")
    '12.1⏎�[2J'
    """
    kept = text.replace("\r", "").replace("\n", "⏎")
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in kept)


class RefusedError(Exception):
    """The record has faults, so nothing was published; `faults` lists every one."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """`faults` in any order; they are kept sorted and without repeats."""
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))
