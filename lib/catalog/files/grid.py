"""A sheet as it was typed: lines of text cells, and what was found wrong while reading them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lib.catalog.fault import NO_ROW, Fault
from lib.catalog.files import limits

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

Line = tuple[int, list[str]]


@dataclass(slots=True)
class Grid:
    """The lines of one sheet, each with the number that an editor shows, header included.

    `shown` names the sheet in messages; `sheet` is its own name ("" for a file without sheets).
    """

    shown: str
    sheet: str
    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def fault(self, found: str, allowed: str, *, row: int = NO_ROW, column: str = "") -> None:
        """Adds what is wrong with the sheet, or with a row or a cell of it."""
        self.faults.append(Fault(self.shown, row, column, found, allowed))

    def add(self, row: int, cells: list[str]) -> bool:
        """Adds a line, without blank cells at its end; False where a limit is passed and reading has to stop."""
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > limits.MOST_COLUMNS:
            return self.ended(f"{len(cells)} columns", f"at most {limits.MOST_COLUMNS}", row=row)
        if not cells:
            return True
        if len(self.lines) >= limits.MOST_ROWS:
            return self.ended(
                f"more than {limits.MOST_ROWS} rows", f"at most {limits.MOST_ROWS}: split the file"
            )
        for place, cell in enumerate(cells):
            self._look_at(row, place, cell)
        self.lines.append((row, cells))
        return True

    def ended(self, found: str, allowed: str, *, row: int = NO_ROW) -> bool:
        """Refuses the whole sheet for one reason, without a look at what it holds; always False."""
        self.lines.clear()
        self.faults.clear()
        self.fault(found, allowed, row=row)
        return False

    def _look_at(self, row: int, place: int, cell: str) -> None:
        if len(cell) > limits.MOST_CELL_SIGNS:
            found = f"{len(cell)} signs in one cell"
            self.fault(found, f"at most {limits.MOST_CELL_SIGNS}", row=row, column=letters(place))
        elif odd := _CONTROL.search(cell):
            found = f"a control sign U+{ord(odd[0]):04X}"
            self.fault(found, "text that can be seen", row=row, column=letters(place))


def refused(shown: str, found: str, allowed: str, *, row: int = NO_ROW) -> list[Grid]:
    """Which grids does a file give that cannot be read at all? One that only says why."""
    grid = Grid(shown, "")
    grid.fault(found, allowed, row=row)
    return [grid]


def letters(place: int) -> str:
    """How does a spreadsheet call a column, counted from 0?

    >>> letters(0), letters(25), letters(26), letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    name = ""
    place += 1
    while place:
        place, left = divmod(place - 1, 26)
        name = chr(ord("A") + left) + name
    return name
