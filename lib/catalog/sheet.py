"""One table, read from a file of the record or from a sheet that people filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from lib.catalog.column import Table
from lib.catalog.fault import NO_ROW, Fault
from lib.catalog.files import Grid, csv_grid
from lib.catalog.form import PERIOD, REMARK, WORKED_OUT
from lib.catalog.quantities.width import plain_width


def read_sheet(path: Path, table: Table) -> tuple[pd.DataFrame | None, list[Fault]]:
    """Which rows of a table does a CSV file of the record hold, and what keeps it from being read?

    See `frame_of`. The record is kept in one form that people review line by line: UTF-8, with or without
    byte-order mark, every column in full. What a release may leave out is a fault here.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        found = error.strerror or "no readable file"
        return None, [Fault(table.file, NO_ROW, "", found, "a readable file of this name")]
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return None, [Fault(table.file, line, "", "bytes that are not UTF-8", "text saved as UTF-8")]
    return frame_of(csv_grid(table.file, data), table, in_full=True)


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
            faults.append(Fault(grid.shown, NO_ROW, "", "an empty file", "a header and rows"))
        return None, faults
    (top, named), rows = grid.lines[0], grid.lines[1:]
    header = [_named(cell) for cell in named]
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
            allowed = f"{len(header)} cells, one for each column"
            faults.append(Fault(grid.shown, line, "", f"{len(cells)} cells", allowed))
    if not rows:
        faults.append(Fault(grid.shown, NO_ROW, "", "a header without rows", "at least one row"))
    frame = pd.DataFrame(
        [cells for _, cells in whole],
        columns=pd.Index(header, dtype=str),
        index=pd.Index([line for line, _ in whole], dtype="int64"),
        dtype=str,
    )
    known = [name for name in _known(table) if header.count(name) == 1]
    return frame[known], faults


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
    file: str, line: int, header: list[str], table: Table, *, in_full: bool
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
            found = "twice" if name in header else "no such column"
            yield Fault(file, line, name, found, f"once, among {', '.join(wanted)}")
    for name in dict.fromkeys(header):
        if name not in known:
            yield Fault(file, line, name[:60], name[:60], ", ".join(wanted))
    if PERIOD.name in header and {"period_start", "period_end"} & set(header):
        allowed = "period, or period_start and period_end"
        yield Fault(file, line, PERIOD.name, "both period and its days", allowed)
