"""One table of the record, read from a sheet that people filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from lib.catalog.column import Table
from lib.catalog.fault import NO_ROW, Fault
from lib.catalog.files import Grid, opened
from lib.catalog.form import PERIOD, REMARK, WORKED_OUT
from lib.catalog.quantities.width import plain_width
from lib.catalog.typed import typed


def read_sheet(path: Path, table: Table) -> tuple[pd.DataFrame | None, list[Fault]]:
    """Which rows of a table does a file of the record hold, and what keeps it from being read?

    See `frame_of`; what people type is brought to the form of the record.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        found = error.strerror or "no readable file"
        return None, [Fault(table.file, NO_ROW, "", found, "a readable file of this name")]
    grid = opened(table.file, data)[0]
    frame, faults = frame_of(grid, table)
    if frame is None:
        return None, faults
    done = typed(frame, table, table.file)
    return done.frame, faults + done.faults


def frame_of(grid: Grid, table: Table) -> tuple[pd.DataFrame | None, list[Fault]]:
    """Which rows of a table does a sheet hold, and what keeps it from being read?

    Every cell is text. The index is the line on which the row starts, as an editor counts (header 1). The
    frame is None where nothing can be read at all; rows of another width than the header, and columns that
    the table does not have, are left out of it and reported. A column that is headed # is not read; neither
    is a row whose remark there starts with #. Observations may leave out what can be worked out, and have
    one `period` for the two columns of its days.
    """
    faults = list(grid.faults)
    if not grid.lines:
        if not faults:
            faults.append(Fault(grid.shown, NO_ROW, "", "an empty file", "a header and rows"))
        return None, faults
    (top, named), rows = grid.lines[0], grid.lines[1:]
    header = [_named(cell) for cell in named]
    faults += _header_faults(grid.shown, top, header, table)
    remark = header.index(REMARK) if REMARK in header else None
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


def fits_header(header: list[str], table: Table) -> bool:
    """Has this header every column that a table needs, and none that it lacks?"""
    return not list(_header_faults("", 1, [_named(cell) for cell in header], table))


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
    return [*names, PERIOD.name] if _has_period(table) else names


def _has_period(table: Table) -> bool:
    return table.name == "observations"


def _header_faults(file: str, line: int, header: list[str], table: Table) -> Iterator[Fault]:
    wanted = [column.name for column in table.typed_by_hand]
    spared: set[str] = set()
    if _has_period(table):
        spared = {*WORKED_OUT, "growth", "note_en", "note_zh"}
        spared |= {"period_start", "period_end"} if PERIOD.name in header else {"period"}
    for name in wanted:
        if header.count(name) > 1 or (name not in header and name not in spared):
            found = "twice" if name in header else "no such column"
            yield Fault(file, line, name, found, f"once, among {', '.join(wanted)}")
    known = {*_known(table), REMARK}
    for name in dict.fromkeys(header):
        if name not in known:
            yield Fault(file, line, name[:60], name[:60], ", ".join(wanted))
    if PERIOD.name in header and {"period_start", "period_end"} & set(header):
        yield Fault(
            file, line, PERIOD.name, "both period and its days", "period, or period_start and period_end"
        )
