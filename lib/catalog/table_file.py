"""One table, read from a file of the record or from a sheet that people filled in."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd

from lib.catalog.column import Table
from lib.catalog.fault import NO_ROW, Fault
from lib.catalog.files import Grid, Line, csv_grid
from lib.catalog.form import PERIOD, REMARK, WORKED_OUT
from lib.catalog.message import Message, Reading, Text
from lib.catalog.quantities.width import plain_width

_TITLE_LINES = 6
"""As many lines are looked at for the header."""

_KEPT = {
    errno.ENOENT: "gone",
    errno.EACCES: "barred",
    errno.EISDIR: "a_folder",
    errno.EIO: "unreadable",
}
"""What the system says of a file that cannot be opened."""

_EMPTY = (Message("fault.found.empty"), Message("fault.allowed.header"))
_NO_ROWS = (Message("fault.found.only_header"), Message("fault.allowed.some_row"))
_NOT_UTF8 = (Message("fault.found.not_utf8"), Message("fault.allowed.utf8"))


def read_table(path: Path, table: Table) -> tuple[pd.DataFrame | None, list[Fault]]:
    """Which rows of a table does a CSV file of the record hold, and what keeps it from being read?

    See `frame_of`. The record is kept in one form that people review line by line: UTF-8, with or without
    byte-order mark, every column in full. What a release may leave out is a fault here.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        found = Message(f"fault.found.{_KEPT.get(error.errno or 0, 'no_file')}")
        return None, [Fault(table.file, NO_ROW, "", found, Message("fault.allowed.readable"))]
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return None, [Fault(table.file, line, "", *_NOT_UTF8)]
    return frame_of(csv_grid(table.file, data, commas_only=True), table, in_full=True)


def frame_of(grid: Grid, table: Table, *, in_full: bool = False) -> tuple[pd.DataFrame | None, list[Fault]]:
    """Which rows of a table does a sheet hold, and what keeps it from being read?

    Every cell is text. The index is the line on which the row starts, as an editor counts (header 1). The
    frame is None where nothing can be read at all; rows of another width than the header, and columns that
    the table does not have, are left out of it and reported. A column that is headed # is not read; neither
    is a row whose remark there starts with #. Unless they have to be there `in_full`, observations may leave
    out what can be worked out, and have one `period` for the two columns of its days.
    """
    faults = list(grid.faults)
    if not grid.lines:
        if not faults:
            faults.append(Fault(grid.shown, NO_ROW, "", *_EMPTY))
        return None, faults
    (top, named), *rows = grid.lines if in_full else _without_blank_columns(grid.lines)
    header = [_named(cell) for cell in named]
    heads = {grid.letter(place): name for place, name in enumerate(header) if name}
    faults = [replace(fault, column=heads.get(fault.column, fault.column)[:60]) for fault in faults]
    faults += _header_faults(grid.shown, top, header, table, in_full=in_full)
    remark = header.index(REMARK) if REMARK in header and not in_full else None
    whole: list[tuple[int, list[str]]] = []
    for line, cells in rows:
        if grid.sheet and len(cells) < len(header):
            cells = cells + [""] * (len(header) - len(cells))
        if remark is not None and remark < len(cells) and cells[remark].lstrip().startswith(REMARK):
            continue
        if len(cells) == len(header):
            whole.append((line, cells))
        else:
            found = Message("fault.found.cells", count=len(cells))
            faults.append(
                Fault(grid.shown, line, "", found, Message("fault.allowed.width", count=len(header)))
            )
    if not rows and not grid.faults:
        faults.append(Fault(grid.shown, NO_ROW, "", *_NO_ROWS))
    frame = pd.DataFrame(
        [cells for _, cells in whole],
        columns=pd.Index(header, dtype=str),
        index=pd.Index([line for line, _ in whole], dtype="int64"),
        dtype=object,  # rules go from cell to cell, which takes several times as long in a column of Arrow's
    )
    known = [name for name in _known(table) if header.count(name) == 1]
    return frame[known], faults


def from_header(grid: Grid, tables: Iterable[Table]) -> Grid:
    """Begins a sheet at its header: a title above it is passed over and counted; gives the grid itself.

    The header is the first line that names two columns of the record or more.
    """
    names = {name for table in tables for name in _known(table)}
    heads = (
        place
        for place, (_, cells) in enumerate(grid.lines[:_TITLE_LINES])
        if sum(_named(cell) in names for cell in cells) > 1
    )
    if above := next(heads, 0):
        del grid.lines[:above]
        grid.notes.append(Reading(grid.shown, NO_ROW, "", Message("fault.reading.above_header", count=above)))
    return grid


def _without_blank_columns(lines: list[Line]) -> list[Line]:
    """A CSV file saved with empty columns after the last one: without what is blank beyond the header."""
    width = len(lines[0][1])
    while width and not lines[0][1][width - 1].strip():
        width -= 1
    return [
        (row, cells if any(cell.strip() for cell in cells[width:]) else cells[:width]) for row, cells in lines
    ]


def is_headed(frame: pd.DataFrame, table: Table) -> bool:
    """Are all columns there that a row of a release needs?"""
    return not list(_header_faults("", 1, list(frame.columns), table, in_full=False))


def fits_header(header: list[str], table: Table) -> bool:
    """Has this header every column that a table needs, and none that it lacks?"""
    return not list(_header_faults("", 1, [_named(cell) for cell in header], table, in_full=False))


def plain_text(data: bytes) -> bytes:
    """What does a CSV file say, whatever program saved it? Without byte-order mark, lines ended by LF.

    >>> plain_text(b"\\xef\\xbb\\xbfa,b\\r\\n")
    b'a,b\\n'
    """
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def _named(cell: str) -> str:
    return REMARK if cell.lstrip().startswith((REMARK, "＃")) else plain_width(cell)


def _known(table: Table) -> list[str]:
    names = [column.name for column in table.typed_by_hand]
    return [*names, PERIOD.name] if table.name == "observations" else names


def _header_faults(
    file: Text, line: int, header: list[str], table: Table, *, in_full: bool
) -> Iterator[Fault]:
    wanted = [column.name for column in table.typed_by_hand]
    spared: set[str] = set()
    known = set(wanted)
    if not in_full:
        known |= {*_known(table), REMARK}
        if table.name == "observations":
            spared = {*WORKED_OUT, "growth", "note_en", "note_zh"}
            spared |= {"period_start", "period_end"} if PERIOD.name in header else set()
    for name in wanted:
        if header.count(name) > 1 or (name not in header and name not in spared):
            found = Message("fault.found.twice" if name in header else "fault.found.no_column")
            yield Fault(file, line, name, found, Message("fault.allowed.column_once", names=tuple(wanted)))
    for name in dict.fromkeys(header):
        if name not in known:
            yield Fault(
                file, line, name[:60], name[:60], Message("fault.allowed.columns", names=tuple(wanted))
            )
    if PERIOD.name in header and {"period_start", "period_end"} & set(header):
        found = Message("fault.found.period_twice")
        yield Fault(file, line, PERIOD.name, found, Message("fault.allowed.period_or_days"))
