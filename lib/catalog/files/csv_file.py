"""A CSV file in UTF-8, GB18030 or UTF-16, its cells parted by commas, tabs or semicolons; no line is lost."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from lib.catalog.fault import NO_ROW
from lib.catalog.files import limits
from lib.catalog.files.encoding import decoded
from lib.catalog.files.grid import Grid, too_many
from lib.catalog.message import Message, Reading

COMMA = ","
OTHERS = {"\t": "tab", ";": "semicolon"}
"""What else programs part cells with: Excel's Unicode text, and Excel where the comma is the decimal sign."""
_LINE_END = re.compile(r"\r\n|\n|\r")
_QUOTED = {sign: re.compile(rf'(?:"(?:[^"]|"")*"|[^"{sign}]*)(?:{sign}|$)') for sign in (COMMA, *OTHERS)}


def csv_grids(shown: str, data: bytes) -> list[Grid]:
    """Which lines does a CSV file hold? It says in which encoding it was read, and by what its cells are parted."""
    return [csv_grid(shown, data)]


def csv_grid(shown: str, data: bytes, *, commas_only: bool = False) -> Grid:
    """What does a CSV file hold? No lines where it cannot be read to its end.

    Each line is a row: a cell with a line break, and a quotation mark that is not closed in its line, are faults of
    that line, for such a mark would swallow the rows after it.
    """
    grid = Grid(shown, "")
    said = decoded(data)
    if said.text is None:
        key = "doubtful" if said.is_doubtful else "bad_bytes"
        found = Message(f"fault.found.{key}", bytes=said.bad, name=said.encoding)
        grid.fault(found, Message("fault.allowed.utf8"), row=said.line)
        return grid
    grid.notes.append(Reading(shown, NO_ROW, "", Message("fault.reading.encoding", name=said.encoding)))
    sign = COMMA if commas_only else ""
    for row, line in _lines(said.text):
        sign = sign or sign_of(line)
        if not _add(grid, row, line, sign or COMMA):
            break
    if sign in OTHERS:
        grid.notes.append(Reading(shown, NO_ROW, "", Message(f"fault.reading.parted_by_{OTHERS[sign]}")))
    if not grid.lines and not grid.faults:
        grid.fault(Message("fault.found.empty"), Message("fault.allowed.header"))
    return grid


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for row, end in enumerate([*_LINE_END.finditer(text), None], start=1):
        line = text[start : end.start() if end else len(text)]
        if line.strip():
            yield row, line
        start = end.end() if end else len(text)


def sign_of(line: str) -> str:
    """By what are the cells of a header parted? By commas where there is one; blank for a title, which has no cells.

    >>> sign_of("period;value;unit"), sign_of("period,note;source"), sign_of("重庆市服务贸易数据报送表")
    (';', ',', '')
    """
    return next((sign for sign in (COMMA, *OTHERS) if sign in line), "")


def _add(grid: Grid, row: int, line: str, sign: str) -> bool:
    # Before the reader makes a cell of each: a header of a million columns is refused, not held.
    commas = line.count(sign)
    if commas > limits.MOST_COLUMNS + limits.MOST_CELL_SIGNS:
        found = Message("fault.found.commas", count=commas, most=limits.MOST_COLUMNS)
        return grid.ended(found, Message("fault.allowed.csv"), row=row)
    if '"' in line and not _is_quoted_well(line, sign):
        is_open = line.count('"') % 2 == 1
        found = Message("fault.found.quote_open" if is_open else "fault.found.quote_inside")
        grid.fault(found, Message("fault.allowed.quotes"), row=row)
        return True
    [cells] = csv.reader([line], strict=True, delimiter=sign) if '"' in line else [line.split(sign)]
    if len(cells) > limits.MOST_COLUMNS:
        return grid.ended(*too_many("columns", len(cells), limits.MOST_COLUMNS), row=row)
    width = len(cells)
    kept = grid.add(row, cells)
    if kept and grid.lines and grid.lines[-1][0] == row:
        # In CSV a missing cell is a shifted row, so the width counts; a spreadsheet has no end of row.
        cells.extend([""] * (width - len(cells)))
    return kept


def _is_quoted_well(line: str, sign: str = COMMA) -> bool:
    """Does each quotation mark open or close a whole cell, or stand doubled within one?

    >>> [_is_quoted_well(line) for line in ('a,"b,c",d', 'a,"b,c', 'a,b"c,d', 'a,"b"c,d', '"a"')]
    [True, False, False, False, True]
    """
    place = 0
    while place <= len(line):
        cell = _QUOTED[sign].match(line, place)
        if cell is None:
            return False
        if cell.end() == len(line) and not cell[0].endswith(sign):
            return True
        place = cell.end()
    return True
