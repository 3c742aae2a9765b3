"""A sheet as it was typed: lines of text cells, and what was found wrong while reading them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lib.catalog.fault import NO_ROW, Fault
from lib.catalog.files import limits
from lib.catalog.message import Message, Reading, Text

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

Line = tuple[int, list[str]]


@dataclass(slots=True)
class Grid:
    """The lines of one sheet, each with the number that an editor shows, header included.

    `shown` names the sheet in messages; `sheet` is its own name ("" for a file without sheets). What stands in
    `hidden_columns` is left out of the lines; `hidden_rows` counts what was left out of them with content.
    """

    shown: Text
    sheet: str
    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Reading] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    hidden_rows: int = 0
    _passed_over: set[int] = field(default_factory=set)

    def fault(self, found: Text, allowed: Message, *, row: int = NO_ROW, column: str = "") -> None:
        """Adds what is wrong with the sheet, or with a row or a cell of it."""
        self.faults.append(Fault(self.shown, row, column, found, allowed))

    def add(self, row: int, cells: list[str]) -> bool:
        """Adds a line, without blank cells at its end; False where a limit is passed and reading has to stop."""
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > limits.MOST_COLUMNS:
            return self.ended(*too_many("columns", len(cells), limits.MOST_COLUMNS), row=row)
        if self.hidden_columns:
            self._passed_over |= {
                place for place in self.hidden_columns if place < len(cells) and cells[place]
            }
            cells = [cell for place, cell in enumerate(cells) if place not in self.hidden_columns]
        if not any(cells):
            return True
        if len(self.lines) >= limits.MOST_ROWS:
            most = limits.MOST_ROWS
            return self.ended(
                Message("fault.found.many_rows", most=most), Message("fault.allowed.most_rows", most=most)
            )
        for place, cell in enumerate(cells):
            self._look_at(row, place, cell)
        self.lines.append((row, cells))
        return True

    def letter(self, place: int) -> str:
        """What does a spreadsheet call a column that is shown, by its place in the lines?"""
        for hidden in sorted(self.hidden_columns):
            place += hidden <= place
        return letters(place)

    def covered(self, first_row: int, first: int, last_row: int, last: int) -> None:
        """Blanks what stands under merged cells, but for the first of them: nobody sees it."""
        places = [
            place - sum(hidden < place for hidden in self.hidden_columns) for place in (first, last + 1)
        ]
        for row, cells in self.lines:
            if first_row <= row <= last_row:
                start = places[0] + (row == first_row)
                end = min(places[1], len(cells))
                cells[start:end] = [""] * max(0, end - start)

    def finished(self) -> Grid:
        """Says how many rows and columns were not read because they are hidden; the grid itself."""
        for name, count in (("rows", self.hidden_rows), ("columns", len(self._passed_over))):
            if count:
                self.notes.append(
                    Reading(self.shown, NO_ROW, "", Message(f"fault.reading.hidden_{name}", count=count))
                )
        return self

    def ended(self, found: Text, allowed: Message, *, row: int = NO_ROW) -> bool:
        """Refuses the whole sheet for one reason, without a look at what it holds; always False."""
        self.lines.clear()
        self.faults.clear()
        self.fault(found, allowed, row=row)
        return False

    def _look_at(self, row: int, place: int, cell: str) -> None:
        if len(cell) > limits.MOST_CELL_SIGNS:
            self.fault(
                *too_many("signs", len(cell), limits.MOST_CELL_SIGNS), row=row, column=self.letter(place)
            )
        elif odd := _CONTROL.search(cell):
            found = Message("fault.found.control", code_point=f"{ord(odd[0]):04X}")
            self.fault(found, Message("fault.allowed.visible"), row=row, column=self.letter(place))


def hidden_sheets(file: str, grids: list[Grid], hidden: list[str]) -> list[Grid]:
    """Says which sheets were not read because they are hidden; the grids themselves, or one that refuses the file."""
    if hidden:
        names = tuple(name[:40] for name in hidden[: limits.MOST_SHEETS])
        told = Message("fault.reading.hidden_sheets", count=len(hidden), names=names)
        if not grids:
            return refused(file, told, Message("fault.allowed.shown_sheet"))
        grids[0].notes.insert(0, Reading(file, NO_ROW, "", told))
    return grids


def refused(shown: str, found: Text, allowed: Message, *, row: int = NO_ROW) -> list[Grid]:
    """Which grids does a file give that cannot be read at all? One that only says why."""
    grid = Grid(shown, "")
    grid.fault(found, allowed, row=row)
    return [grid]


def sheet_of(file: str, sheet: str) -> Message:
    """How is a sheet of a file named?"""
    return Message("fault.file.sheet", file=file, sheet=sheet)


def too_many(what: str, count: int, most: int) -> tuple[Message, Message]:
    """What is said where there are more of something than are read?"""
    return Message(f"fault.found.{what}", count=count), Message("fault.allowed.most", most=most)


def place_of(column: str) -> int:
    """Which place, counted from 0, has a column by its letters?

    >>> place_of("A"), place_of("AA"), place_of("XFD")
    (0, 26, 16383)
    """
    place = 0
    for letter in column:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


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
