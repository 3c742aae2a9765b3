"""A CSV file in UTF-8, with or without byte-order mark, or in GB18030."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator

from lib.catalog.files import limits
from lib.catalog.files.grid import Grid, Line

_SHOWN_BYTES = 4
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def csv_grids(shown: str, data: bytes) -> list[Grid]:
    """Which lines does a CSV file hold? A file that is not UTF-8 is read as GB18030, and says so."""
    return [csv_grid(shown, data)]


def csv_grid(shown: str, data: bytes) -> Grid:
    """The one grid of `csv_grids`; it has no lines where the file cannot be read to its end."""
    grid = Grid(shown, "")
    if data.startswith(_UTF16):
        grid.fault("text in UTF-16", "CSV saved as UTF-8 or GB18030, or an XLSX or ODS file")
        return grid
    text, note = _text(data)
    if text is None:
        line, bad = _where(data)
        grid.fault(f"bytes that are neither UTF-8 nor GB18030 ({bad})", "text saved as UTF-8", row=line)
        return grid
    grid.notes += [f"{shown}: {note}"] if note else []
    try:
        for row, cells in _lines(text):
            if not _add(grid, row, cells):
                break
    except csv.Error as error:
        grid.ended(str(error), "comma-separated values")
    if not grid.lines and not grid.faults:
        grid.fault("an empty file", "a header and rows")
    return grid


def _add(grid: Grid, row: int, cells: list[str]) -> bool:
    if len(cells) > limits.MOST_COLUMNS:
        return grid.ended(f"{len(cells)} columns", f"at most {limits.MOST_COLUMNS}", row=row)
    width = len(cells)
    kept = grid.add(row, cells)
    if kept and grid.lines and grid.lines[-1][0] == row:
        # In CSV a missing cell is a shifted row, so the width counts; a spreadsheet has no end of row.
        cells.extend([""] * (width - len(cells)))
    return kept


def _text(data: bytes) -> tuple[str | None, str]:
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None, ""
    # Nearly any bytes are some GB18030: unassigned and private signs tell text of another encoding.
    if any(unicodedata.category(sign) in ("Cn", "Co", "Cs") for sign in set(text)):
        return None, ""
    return text, "read as GB18030"


def _where(data: bytes) -> tuple[int, str]:
    """The line of the first byte that fits neither, and what stands there."""
    places = []
    for encoding in ("utf-8", "gb18030"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            places.append(error.start)
    place = max(places, default=0)
    return data[:place].count(b"\n") + 1, data[place : place + _SHOWN_BYTES].hex(" ")


def _lines(text: str) -> Iterator[Line]:
    # A quoted cell may hold line breaks, so a row can take several lines: it is named by its first.
    commas = 0

    def fed() -> Iterator[str]:
        nonlocal commas
        for line in io.StringIO(text, newline=""):
            commas += line.count(",")
            # Before the reader makes a cell of each: a header of a million columns is refused, not held.
            if commas > limits.MOST_COLUMNS + limits.MOST_CELL_SIGNS:
                raise csv.Error(f"a row with {commas:,} commas, more than {limits.MOST_COLUMNS} columns have")
            yield line

    reader = csv.reader(fed(), strict=True)
    start = 1
    for cells in reader:
        if cells:
            yield start, cells
        start, commas = reader.line_num + 1, 0
