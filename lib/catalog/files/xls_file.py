"""A workbook of Excel 97 to 2003, .xls, and its sibling of WPS, .et: what its cells show."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xlrd
from xlrd.compdoc import CompDoc

from lib.catalog.files import limits
from lib.catalog.files.builtin_formats import BUILTIN, GENERAL
from lib.catalog.files.grid import Grid, hidden_sheets, letters, sheet_of, too_many
from lib.catalog.files.number_format import text_shown
from lib.catalog.files.packed import Unsound
from lib.catalog.files.shown_number import shown
from lib.catalog.message import Message
from lib.catalog.quantities import Unreadable

_FORMULA = Message("fault.allowed.formula_of_old")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BOUND_SHEET, _FORMULA_RECORD, _BEGINS, _ENDS, _FILE_PASS = 0x85, 0x06, 0x0809, 0x0A, 0x2F
_HEAD = struct.Struct("<HH")


def is_locked(data: bytes) -> bool:
    """Is it the wrapping that spreadsheet programs put around a newer workbook with a password?"""
    return _LOCKED in data


def xls_grids(name: str, data: bytes) -> list[Grid]:
    """Which lines do the visible sheets of an old workbook hold, as they are shown?

    Raises Unsound where it cannot be opened or is locked. Formulas, error values and numbers that show less than they
    hold are faults of their cells. Hidden sheets, rows and columns are not read, and counted.
    """
    try:
        with Path(os.devnull).open("w", encoding="utf-8") as silent:
            formulas = _formulas(_stream(data, silent))
            book = xlrd.open_workbook(
                file_contents=data, formatting_info=True, ragged_rows=True, logfile=silent, on_demand=False
            )
    except Unsound:
        raise
    except Exception as error:  # whatever xlrd meets in a damaged part, and it names no list
        raise Unsound(Message("fault.found.damaged")) from error
    if book.nsheets > limits.MOST_SHEETS:
        raise Unsound(*too_many("sheets", book.nsheets, limits.MOST_SHEETS))
    sheets = book.sheets()
    visible = [(place, sheet) for place, sheet in enumerate(sheets) if sheet.visibility == 0]
    grids = [_grid(name, book, sheet, formulas.get(place, set())) for place, sheet in visible]
    return hidden_sheets(name, grids, [sheet.name for sheet in sheets if sheet.visibility != 0])


def _grid(name: str, book: Any, sheet: Any, formulas: set[tuple[int, int]]) -> Grid:
    grid = Grid(sheet_of(name, sheet.name), sheet.name)
    grid.hidden_columns |= {
        place for place, info in sheet.colinfo_map.items() if info.hidden or info.width == 0
    }
    for row in range(sheet.nrows):
        cells = sheet.row(row)
        info = sheet.rowinfo_map.get(row)
        if info is not None and info.hidden:
            grid.hidden_rows += any(cell.value not in ("", None) for cell in cells)
            continue
        if not grid.add(
            row + 1, [_cell(grid, book, row, place, cell, formulas) for place, cell in enumerate(cells)]
        ):
            break
    for first_row, last_row, first, last in sheet.merged_cells:
        grid.covered(first_row + 1, first, last_row, last - 1)
    return grid.finished()


def _cell(grid: Grid, book: Any, row: int, place: int, cell: Any, formulas: set[tuple[int, int]]) -> str:
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return ""
    held = f"{cell.value:.15g}" if isinstance(cell.value, float) else str(cell.value)
    if place in grid.hidden_columns:
        return held
    where = letters(place)
    if (row, place) in formulas:
        grid.fault(held[:60], _FORMULA, row=row + 1, column=where)
        return ""
    if cell.ctype == xlrd.XL_CELL_ERROR:
        found = xlrd.error_text_from_code.get(cell.value, "#ERR!")
        grid.fault(found, Message("fault.allowed.no_error"), row=row + 1, column=where)
        return ""
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    try:
        form = _format(book, cell)
        if cell.ctype == xlrd.XL_CELL_TEXT:
            return text_shown(held, form)
        return shown(held, form, is_1904=book.datemode == 1)
    except Unreadable as error:
        grid.fault(held[:60], error.told, row=row + 1, column=where)
        return ""
    except (LookupError, AttributeError):
        grid.fault(held[:60], Message("fault.allowed.as_printed"), row=row + 1, column=where)
        return ""


def _format(book: Any, cell: Any) -> str:
    key = book.xf_list[cell.xf_index].format_key
    form = (book.format_map[key].format_str if key in book.format_map else "") or GENERAL
    # xlrd knows none of the formats that Chinese programs name by a number alone.
    return BUILTIN.get(key, form) if form == GENERAL else str(form)


def _stream(data: bytes, silent: Any) -> bytes:
    document = CompDoc(data, logfile=silent)
    for name in ("Workbook", "Book", "ET"):
        memory, start, length = document.locate_named_stream(name)
        if memory:
            return bytes(memory[start : start + length])
    raise Unsound(Message("fault.found.not_xls"), Message("fault.allowed.as_xlsx"))


def _formulas(stream: bytes) -> dict[int, set[tuple[int, int]]]:
    """Which cells of each sheet, by its place, hold a formula? xlrd tells only what it last came to."""
    found: dict[int, set[tuple[int, int]]] = {}
    starts: list[int] = []
    for code, body in _records(stream, 0):
        if code == _FILE_PASS:
            raise Unsound(Message("fault.found.locked"), Message("fault.allowed.no_password"))
        if code == _BOUND_SHEET and len(body) > 5 and body[5] == 0:
            starts.append(struct.unpack_from("<I", body)[0])
    for place, start in enumerate(starts[: limits.MOST_SHEETS + 1]):
        found[place] = {
            struct.unpack_from("<HH", body)
            for code, body in _records(stream, start)
            if code == _FORMULA_RECORD and len(body) >= 4
        }
    return found


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    place, depth = start, 0
    while place + _HEAD.size <= len(stream):
        code, length = _HEAD.unpack_from(stream, place)
        depth += (code == _BEGINS) - (code == _ENDS)
        if depth == 1:
            yield code, stream[place + _HEAD.size : place + _HEAD.size + length]
        if depth <= 0 and place > start:
            return
        place += _HEAD.size + length
