"""An ODS file, read from its content.xml as it streams by.

The format needs no library: odfpy builds the whole document in memory, repeated cells unfolded, and calamine
does not tell a formula from a value.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from lib.catalog.files import limits
from lib.catalog.files.grid import Grid, hidden_sheets, letters, sheet_of, too_many
from lib.catalog.files.ods_styles import Styles
from lib.catalog.files.ods_text import parts_shown, text_of_cell
from lib.catalog.files.packed import Unsound, parts
from lib.catalog.files.shown_number import day_shown, number
from lib.catalog.files.xml_stream import Element, attribute, local, streamed, whole
from lib.catalog.message import Message
from lib.catalog.quantities import Unreadable
from lib.catalog.quantities.width import plain_width

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_FORMULA = Message("fault.allowed.formula")
_SHEETS = ["document-content", "body", "spreadsheet"]
_NOT_SEEN = ("collapse", "filter")


def ods_grids(name: str, data: bytes) -> list[Grid]:
    """Which lines do the sheets of an ODS file hold, as they are shown?

    Raises Unsound where it cannot be opened. Formulas and numbers that show less than they hold are faults
    of their cells. Hidden and filtered sheets, rows and columns are not read, and counted; comments, notes, drawings
    and tracked changes are no content.
    """
    found = parts(data)
    content = found.get("content.xml")
    if content is None:
        raise Unsound(Message("fault.found.not_ods"), Message("fault.allowed.as_ods"))
    return _Reader(name, content, found.get("styles.xml", b"")).grids()


class _Reader:
    def __init__(self, name: str, content: bytes, styles: bytes) -> None:
        self.name, self.content = name, content
        self.styles = Styles().read(part for part in (styles, content) if part)
        self.done: list[Grid] = []
        self.hidden: list[str] = []
        self.written = 0

    def grids(self) -> list[Grid]:
        grid: Grid | None = None
        row = column = 0
        is_full = False
        for event, element, path in streamed(self.content):
            tag = local(element)
            depth = len(path) - len(_SHEETS)
            if tag == "table" and path == _SHEETS:
                if event == "start":
                    grid, row, column, is_full = self._sheet(element), 0, 0, False
                else:
                    if grid is not None:
                        self.done.append(grid.finished())
                    grid = None
                    element.clear()
            elif grid is None or event == "start" or depth < 1 or not _is_of_sheet(path):
                continue
            elif tag == "table-column":
                column = self._column(grid, column, element)
            elif tag == "table-row":
                row = self._row(grid, row + 1, element, is_full=is_full)
                is_full = is_full or row < 0
                row = abs(row)
                element.clear()
        return hidden_sheets(self.name, self.done, self.hidden)

    def _sheet(self, element: Element) -> Grid | None:
        title = attribute(element, "name")
        if len(self.done) + len(self.hidden) >= limits.MOST_SHEETS:
            raise Unsound(*too_many("sheets", limits.MOST_SHEETS + 1, limits.MOST_SHEETS))
        if attribute(element, "style-name") in self.styles.hidden_sheets:
            self.hidden.append(title)
            return None
        return Grid(sheet_of(self.name, title), title)

    def _column(self, grid: Grid, first: int, element: Element) -> int:
        last = first + _times(element, "columns")
        if attribute(element, "visibility") in _NOT_SEEN:
            grid.hidden_columns |= set(range(first, min(last, limits.MOST_COLUMNS + 1)))
        return last

    def _row(self, grid: Grid, row: int, element: Element, *, is_full: bool) -> int:
        """The last line that a row stands for; below zero where reading has to stop."""
        self.written += 1
        if self.written > limits.MOST_ROWS * 2:
            most = limits.MOST_ROWS
            raise Unsound(
                Message("fault.found.many_rows", most=most), Message("fault.allowed.most_rows", most=most)
            )
        times = _times(element, "rows")
        if not is_full:
            if attribute(element, "visibility") in _NOT_SEEN:
                grid.hidden_rows += times if any(text_of_cell(cell, ()) for cell in element) else 0
            else:
                is_full = not grid.add(row, self._cells(grid, row, element, times))
        return -(row + times - 1) if is_full else row + times - 1

    def _cells(self, grid: Grid, row: int, line: Element, times: int) -> list[str]:
        cells: list[str] = []
        for element in line:
            if local(element) not in ("table-cell", "covered-table-cell"):
                continue
            is_covered = local(element) == "covered-table-cell"
            text = "" if is_covered else self._cell(grid, row, len(cells), element)
            # Blank cells go on to the last column of the sheet; a bomb goes no further than the limit.
            cells += [text] * min(_times(element, "columns"), limits.MOST_COLUMNS + 1)
            if len(cells) > limits.MOST_COLUMNS:
                break
        if times > 1 and any(cells):
            grid.fault(Message("fault.found.several_rows"), Message("fault.allowed.row_once"), row=row)
        return cells

    def _cell(self, grid: Grid, row: int, place: int, element: Element) -> str:
        text = text_of_cell(element, self.styles.hidden_texts)
        if place in grid.hidden_columns:
            return text
        where = letters(place)
        if formula := attribute(element, "formula"):
            grid.fault(formula[:60], _FORMULA, row=row, column=where)
            return ""
        try:
            return self._shown(element, text)
        except Unreadable as error:
            grid.fault(text[:60], error.told, row=row, column=where)
            return ""

    def _shown(self, element: Element, text: str) -> str:
        kind = element.get(f"{_OFFICE}value-type", "")
        if kind == "date":
            return self._day(element, text)
        if kind == "time":
            raise Unreadable("time")
        if kind == "boolean":
            return "TRUE" if element.get(f"{_OFFICE}boolean-value") == "true" else "FALSE"
        held = element.get(f"{_OFFICE}value")
        if held is not None and kind in ("float", "percentage", "currency", ""):
            value = number(held)
            if not _same(text, value.scaleb(2) if kind == "percentage" else value):
                raise Unreadable("shown", shown=text[:40] or Message("fault.nothing"), held=held[:40])
        return text

    def _day(self, element: Element, text: str) -> str:
        held = element.get(f"{_OFFICE}date-value", "").removesuffix("T00:00:00")
        try:
            day = date.fromisoformat(held)
        except ValueError as error:
            raise Unreadable("time") from error
        style = attribute(element, "style-name")
        shown = self.styles.parts(style) or parts_shown(plain_width(text))
        return day_shown(day, shown)


def _is_of_sheet(path: list[str]) -> bool:
    """Is this a row or a column of the sheet itself, and not of a table inside a cell or a drawing?"""
    between = path[len(_SHEETS) + 1 :]
    return path[: len(_SHEETS)] == _SHEETS and all(
        name.startswith(("table-row", "table-rows", "table-header-", "table-column")) and name != "table-row"
        for name in between
    )


def _same(text: str, value: Decimal) -> bool:
    """Does a cell show its number, with whatever unit stands around it?"""
    digits = plain_width(text).replace(",", "").replace("−", "-")
    found = "".join(sign for sign in digits if sign.isdigit() or sign in ".-+").rstrip(".")
    if digits.startswith("(") and digits.endswith(")") and "-" not in found:
        found = f"-{found}"
    try:
        return Decimal(found) == value
    except InvalidOperation:
        return False


def _times(element: Element, what: str) -> int:
    return max(1, whole(attribute(element, f"number-{what}-repeated", "1"), 1, 2**24))
