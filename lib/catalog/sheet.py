"""One CSV file of the record, read as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from lib.catalog.column import Table
from lib.catalog.fault import NO_ROW, Fault


def read_sheet(path: Path, table: Table) -> tuple[pd.DataFrame | None, list[Fault]]:
    """Which rows does a CSV file hold, and what keeps it from being read?

    Every cell is text. The index is the line on which the row starts, as an editor counts (header 1). A
    byte-order mark is passed over. The frame is None where nothing can be read at all; rows with too many or
    too few cells, and columns that the table does not have, are left out of it and reported.
    """
    file = table.file
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, [
            Fault(file, NO_ROW, "", error.strerror or "no readable file", "a readable file of this name")
        ]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return None, [Fault(file, line, "", "bytes that are not UTF-8", "text saved as UTF-8")]
    try:
        lines = list(_lines(text))
    except csv.Error as error:
        return None, [Fault(file, NO_ROW, "", str(error), "comma-separated values")]
    if not lines:
        return None, [Fault(file, NO_ROW, "", "an empty file", "a header and rows")]

    (top, header), rows = lines[0], lines[1:]
    faults = list(_header_faults(file, top, header, table))
    faults += [
        Fault(file, line, "", f"{len(cells)} cells", f"{len(header)} cells, one for each column")
        for line, cells in rows
        if len(cells) != len(header)
    ]
    if not rows:
        faults.append(Fault(file, NO_ROW, "", "a header without rows", "at least one row"))
    whole = [(line, cells) for line, cells in rows if len(cells) == len(header)]
    frame = pd.DataFrame(
        [cells for _, cells in whole],
        columns=pd.Index(header, dtype=str),
        index=pd.Index([line for line, _ in whole], dtype="int64"),
        dtype=str,
    )
    known = [column.name for column in table.typed_by_hand if header.count(column.name) == 1]
    return frame[known], faults


def plain_text(data: bytes) -> bytes:
    """What does a CSV file say, whatever program saved it? Without byte-order mark, lines ended by LF.

    >>> plain_text(b"\\xef\\xbb\\xbfa,b\\r\\n")
    b'a,b\\n'
    """
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    # A quoted cell may hold line breaks, so a row can take several lines: it is named by its first.
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    for cells in reader:
        if cells:
            yield start, cells
        start = reader.line_num + 1


def _header_faults(file: str, line: int, header: list[str], table: Table) -> Iterator[Fault]:
    wanted = [column.name for column in table.typed_by_hand]
    for name in wanted:
        if header.count(name) != 1:
            found = "twice" if name in header else "no such column"
            yield Fault(file, line, name, found, f"once, among {', '.join(wanted)}")
    for name in dict.fromkeys(header):
        if name not in wanted:
            yield Fault(file, line, name, name, ", ".join(wanted))
