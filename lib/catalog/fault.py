"""One thing that is wrong with the record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lib.catalog.message import Text

NO_ROW = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """Where is something wrong, what was found there, and what is allowed?

    `row` is the line that an editor shows, the header being 1; 0 where the fault is the whole file's. What
    somebody typed is text; what we say of it is a message, said by `lib/words/faults.py`. Faults sort by
    file, then row, then column.

    >>> from lib.catalog.message import Message
    >>> told = Message("fault.allowed.refers", table="categories")
    >>> print(Fault("observations.csv", 14, "category", "S13", told))
    observations.csv, row 14, column category: S13; fault.allowed.refers table=categories
    """

    file: Text
    row: int
    column: str
    found: Text
    allowed: Text

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        column = f", column {self.column}" if self.column else ""
        return one_line(f"{self.file}{row}{column}: {self.found}; {self.allowed}")

    def __lt__(self, other: Fault) -> bool:
        return self._place() < other._place()

    def _place(self) -> tuple[str, int, str, str, str]:
        return str(self.file), self.row, self.column, str(self.found), str(self.allowed)


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
