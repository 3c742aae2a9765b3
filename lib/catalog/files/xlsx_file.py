"""An XLSX file: what its cells show, never what a formula makes of them."""

from __future__ import annotations

import warnings
from typing import Any

import openpyxl

from lib.catalog.files import limits
from lib.catalog.files.grid import Grid, letters
from lib.catalog.files.packed import Unsound, packed, parts
from lib.catalog.files.shown_number import shown
from lib.catalog.quantities import Unreadable

_FORMULA = "the value itself: a formula shows what it last came to, or nothing"


def xlsx_grids(name: str, data: bytes) -> list[Grid]:
    """Which lines do the visible sheets of an XLSX file hold?

    Raises Unsound where it cannot be opened. Formulas, error values and numbers that show less than they
    hold are faults of their cells.
    """
    found = parts(data)
    if "xl/workbook.xml" not in found:
        raise Unsound("a ZIP file that is no XLSX", "a file saved as .xlsx")
    if b"vbaProject" in found.get("[Content_Types].xml", b""):
        raise Unsound("a workbook with macros", "a file saved as .xlsx, without macros")
    try:
        with warnings.catch_warnings():
            # openpyxl tells of what it leaves out (validation lists, colours): nothing that a reader needs.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(packed(found), read_only=True, data_only=False, keep_links=False)
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            if len(sheets) > limits.MOST_SHEETS:
                raise Unsound(f"{len(sheets)} sheets", f"at most {limits.MOST_SHEETS}")
            return [_grid(name, sheet) for sheet in sheets]
    except Unsound:
        raise
    except Exception as error:  # whatever openpyxl meets in a damaged part, and it names no list
        raise Unsound(f"a damaged file ({type(error).__name__}: {str(error)[:80]})") from error


def _grid(name: str, sheet: Any) -> Grid:
    grid = Grid(f"{name}, sheet {sheet.title}", sheet.title)
    sheet.reset_dimensions()  # a stated size may be wrong, and would be filled up with blank cells
    for row, cells in enumerate(sheet.iter_rows(), start=1):
        if row > limits.MOST_ROWS * 2:
            grid.ended(f"a row {row}", f"rows without gaps, at most {limits.MOST_ROWS}", row=row)
            break
        if not grid.add(
            row,
            [_cell(grid, row, place, cell) for place, cell in enumerate(cells[: limits.MOST_COLUMNS * 100])],
        ):
            break
    return grid


def _cell(grid: Grid, row: int, place: int, cell: Any) -> str:
    if cell.value is None:
        return ""
    where = letters(place)
    if cell.data_type == "f":
        grid.fault(str(cell.value)[:60], _FORMULA, row=row, column=where)
        return ""
    if cell.data_type == "e":
        grid.fault(str(cell.value), "a value, not an error of a formula", row=row, column=where)
        return ""
    try:
        return shown(cell.value, str(cell.number_format or "General"))
    except Unreadable as error:
        grid.fault(str(cell.value), str(error), row=row, column=where)
        return ""
