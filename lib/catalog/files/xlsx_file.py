"""An XLSX file: what its cells show, never what a formula makes of them.

The format needs no library here: openpyxl tells neither which rows and columns are hidden nor the dates that Chinese
programs name by a number alone, reads no Strict Open XML, and stumbles over styles that other programs write.
"""

from __future__ import annotations

import re

from lib.catalog.files import limits
from lib.catalog.files.grid import Grid, hidden_sheets, letters, place_of, sheet_of, too_many
from lib.catalog.files.number_format import text_shown
from lib.catalog.files.packed import Unsound, parts
from lib.catalog.files.shown_number import shown
from lib.catalog.files.xlsx_parts import Workbook, Worksheet, rich_text, workbook
from lib.catalog.files.xml_stream import Element, attribute, local, streamed, whole
from lib.catalog.message import Message
from lib.catalog.quantities import Unreadable

_FORMULA = Message("fault.allowed.formula")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_TRUE = ("1", "true", "on")
_LAST_COLUMN = 16_384


def xlsx_grids(name: str, data: bytes) -> list[Grid]:
    """Which lines do the visible sheets of an XLSX file hold, transitional or strict?

    Raises Unsound where it cannot be opened. Formulas, error values and numbers that show less than they
    hold are faults of their cells. Hidden sheets, rows and columns are not read, and counted.
    """
    found = parts(data)
    if "[Content_Types].xml" not in found:
        raise Unsound(Message("fault.found.not_xlsx"), Message("fault.allowed.as_xlsx"))
    if b"vbaProject" in found["[Content_Types].xml"]:
        raise Unsound(Message("fault.found.macros"), Message("fault.allowed.no_macros"))
    book = workbook(found)
    visible = [sheet for sheet in book.sheets if sheet.is_shown]
    if len(visible) > limits.MOST_SHEETS:
        raise Unsound(*too_many("sheets", len(visible), limits.MOST_SHEETS))
    grids = [_Reader(name, sheet, book).grid() for sheet in visible]
    return hidden_sheets(name, grids, [sheet.name for sheet in book.sheets if not sheet.is_shown])


class _Reader:
    def __init__(self, name: str, sheet: Worksheet, book: Workbook) -> None:
        self.sheet, self.book = sheet, book
        self.lines = Grid(sheet_of(name, sheet.name), sheet.name)
        self.is_full = False

    def grid(self) -> Grid:
        row = 0
        for event, element, path in streamed(self.sheet.content):
            tag = local(element)
            if event == "start" and tag == "row" and path[-1:] == ["sheetData"]:
                row = whole(attribute(element, "r"), row + 1, 10**9)
            elif event == "end" and tag == "col" and path[-1:] == ["cols"]:
                self._column(element)
            elif event == "end" and tag == "row" and path[-1:] == ["sheetData"]:
                if not self.is_full:
                    self._row(row, element)
                element.clear()
            elif event == "end" and tag == "mergeCell" and path[-1:] == ["mergeCells"]:
                self._merged(attribute(element, "ref"))
        return self.lines.finished()

    def _column(self, element: Element) -> None:
        is_hidden = attribute(element, "hidden") in _TRUE or attribute(element, "width") == "0"
        if is_hidden:
            first = whole(attribute(element, "min"), 1, _LAST_COLUMN)
            last = whole(attribute(element, "max"), first, _LAST_COLUMN)
            self.lines.hidden_columns |= set(range(first - 1, last))

    def _row(self, row: int, element: Element) -> None:
        if row > limits.MOST_ROWS * 2:
            found = Message("fault.found.row", number=row)
            self.lines.ended(found, Message("fault.allowed.no_gaps", most=limits.MOST_ROWS), row=row)
            self.is_full = True
            return
        if attribute(element, "hidden") in _TRUE or attribute(element, "ht") == "0":
            if any(local(part) in ("v", "is", "f") for cell in element for part in cell):
                self.lines.hidden_rows += 1
            return
        cells: list[str] = []
        for cell in element:
            if local(cell) != "c":
                continue
            at = _REFERENCE.fullmatch(attribute(cell, "r"))
            place = place_of(at[1]) if at else len(cells)
            text = self._cell(row, place, cell)
            if not text:
                continue
            if place > limits.MOST_COLUMNS:
                self.is_full = not self.lines.ended(
                    *too_many("columns", place + 1, limits.MOST_COLUMNS), row=row
                )
                return
            cells += [""] * (place + 1 - len(cells))
            cells[place] = text
        self.is_full = not self.lines.add(row, cells)

    def _cell(self, row: int, place: int, cell: Element) -> str:
        inside = {local(part): part for part in cell}
        kind = attribute(cell, "t", "n")
        held = (inside["v"].text or "") if "v" in inside else ""
        if place in self.lines.hidden_columns:
            return held or ("x" if inside else "")
        where = letters(place)
        if "f" in inside:
            formula = f"={inside['f'].text or held}"
            self.lines.fault(formula[:60], _FORMULA, row=row, column=where)
            return ""
        if kind == "e":
            self.lines.fault(held[:60], Message("fault.allowed.no_error"), row=row, column=where)
            return ""
        try:
            return self._shown(kind, held, inside, self._format(cell))
        except Unreadable as error:
            self.lines.fault(held[:60], error.told, row=row, column=where)
            return ""

    def _shown(self, kind: str, held: str, inside: dict[str, Element], form: str) -> str:
        if kind == "s":
            place = whole(held.strip(), -1, 10**9)
            if not 0 <= place < len(self.book.texts):
                raise Unsound(Message("fault.found.damaged"))
            return text_shown(self.book.texts[place], form)
        if kind == "inlineStr":
            return text_shown(rich_text(inside["is"]), form) if "is" in inside else ""
        if kind in ("str", "d"):
            return text_shown(held.removesuffix("T00:00:00"), form if kind == "str" else "@")
        if kind == "b":
            return "TRUE" if held.strip() == "1" else "FALSE"
        return shown(held.strip(), form, is_1904=self.book.is_1904) if held.strip() else ""

    def _format(self, cell: Element) -> str:
        style = whole(attribute(cell, "s"), 0, 10**9)
        return self.book.formats[style] if style < len(self.book.formats) else "General"

    def _merged(self, reference: str) -> None:
        if at := _RANGE.fullmatch(reference):
            self.lines.covered(int(at[2]), place_of(at[1]), int(at[4]), place_of(at[3]))
