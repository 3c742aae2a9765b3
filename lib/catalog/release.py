"""Rows that somebody hands in, in files of any kind that is read: which tables, which rows, how they were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

import pandas as pd

from lib.catalog.book import Book, part
from lib.catalog.checks.identity import spelling
from lib.catalog.column import Table
from lib.catalog.fault import NO_ROW, Fault
from lib.catalog.files import Grid, opened
from lib.catalog.message import Message, Reading, Text
from lib.catalog.schema import BY_FILE, TABLES
from lib.catalog.table_file import fits_header, frame_of, from_header, is_headed
from lib.catalog.typed import typed

_MOST_SIGNS = 200
"""Of a header or a list of sheets, in a message."""

_SPELLED = (
    "indicator", "ref_area", "category", "counterpart", "period_start", "period_end", "unit", "kind", "basis",
    "source_id",
)  # fmt: skip


@dataclass(slots=True)
class Release:
    """The rows of each table, in the form of the record, under the lines of the sheet that is `shown` for it.

    `headed` has the columns of each as its sheet heads them.
    """

    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    shown: dict[str, Text] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    headed: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows does it bring?"""
        return sum(len(frame) for frame in self.tables.values())


def read_release(files: Iterable[tuple[str, bytes]], record: Book) -> Release:
    """What do these files (name, content) bring, to be laid over a record?

    A sheet is known for a table by its name, a CSV file by its own; else by a header that fits one table.
    Never raises for a file: what cannot be read is in `faults`.
    """
    release = Release()
    for name, data in files:
        _read(name, data, release)
    if not release.tables and not release.faults:
        release.faults.append(
            Fault(
                "release",
                NO_ROW,
                "",
                Message("fault.found.no_rows"),
                Message("fault.allowed.some_row_in_file"),
            )
        )
    _editions(release, record)
    _ids(release, record)
    return release


def _read(name: str, data: bytes, release: Release) -> None:
    grids = [from_header(grid, TABLES.values()) for grid in opened(PurePath(name).name, data)]
    known = [(grid, table) for grid in grids if (table := _table_of(grid, name, alone=len(grids) == 1))]
    if not known:
        faults = [fault for grid in grids for fault in grid.faults]
        sheets = ", ".join(grid.sheet for grid in grids if grid.sheet)[:_MOST_SIGNS] or _heading(grids)
        allowed = Message("fault.allowed.sheet_named", names=tuple(TABLES))
        release.faults += faults or [Fault(PurePath(name).name, NO_ROW, "", sheets, allowed)]
        return
    for grid, table in known:
        release.readings += grid.notes
        blank = grid.sheet and not grid.faults and len(known) > 1 and not _has_rows(grid)
        if blank:
            continue
        frame, faults = frame_of(grid, table)
        release.faults += faults
        if frame is None or not is_headed(frame, table):
            continue
        if table.name in release.tables:
            before = release.shown[table.name]
            found = Message("fault.found.rows_again", table=table.name, where=before)
            release.faults.append(Fault(grid.shown, NO_ROW, "", found, Message("fault.allowed.table_once")))
            continue
        release.headed[table.name] = tuple(frame.columns)
        done = typed(frame, table, grid.shown)
        if done.frame.empty and not faults:
            found = Message("fault.found.no_row_read")
            release.faults.append(Fault(grid.shown, NO_ROW, "", found, Message("fault.allowed.some_row")))
        release.tables[table.name], release.shown[table.name] = done.frame, grid.shown
        release.faults += done.faults
        release.readings += done.readings


def _table_of(grid: Grid, name: str, *, alone: bool) -> Table | None:
    stem = PurePath(name).stem
    for wanted in (grid.sheet, stem if alone else ""):
        if wanted in TABLES:
            return TABLES[wanted]
        if f"{wanted}.csv" in BY_FILE:
            return BY_FILE[f"{wanted}.csv"]
    if not grid.lines:
        return None
    return next((table for table in TABLES.values() if fits_header(grid.lines[0][1], table)), None) or (
        TABLES["observations"] if alone and _is_like_observations(grid) else None
    )


def _heading(grids: Sequence[Grid]) -> Message:
    for grid in grids:
        if grid.lines:
            return Message("fault.found.header", names=", ".join(grid.lines[0][1])[:_MOST_SIGNS])
    return Message("fault.found.no_header")


def _is_like_observations(grid: Grid) -> bool:
    """Does a header name the figure and its indicator? Then its faults are told column by column."""
    return {"indicator", "value"} <= {cell.strip() for cell in grid.lines[0][1]}


def _has_rows(grid: Grid) -> bool:
    return any(not cells[0].lstrip().startswith(("#", "＃")) for _, cells in grid.lines[1:])


def _editions(release: Release, record: Book) -> None:
    rows = release.tables.get("observations")
    if rows is None or not (rows["release"] == "").any():
        return
    dated = {**_dates(record), **_dates(release.tables)}
    if not dated:
        return
    newest = max(dated, key=lambda code: (dated[code], code))
    count = int((rows["release"] == "").sum())
    release.tables["observations"] = rows.assign(release=rows["release"].replace("", newest))
    told = Message("fault.reading.edition", count=count, edition=newest)
    release.readings.append(Reading(release.shown["observations"], NO_ROW, "release", told))


def _dates(book: Book) -> dict[str, str]:
    return {code: day for _, code, day in part(book, "releases", "release", "date").itertuples() if code}


def _ids(release: Release, record: Book) -> None:
    rows = release.tables.get("observations")
    if rows is None or not (rows["observation_id"] == "").any():
        return
    taken = dict(_figures(part(record, "observations", "observation_id", *_SPELLED)))
    taken |= dict(_figures(rows[rows["observation_id"] != ""]))
    names = []
    for given, *spelled in part(release.tables, "observations", "observation_id", *_SPELLED).itertuples(
        index=False
    ):
        codes = dict(zip(_SPELLED, spelled, strict=True))
        name = given or _free(codes, taken)
        taken.setdefault(name, tuple(spelled))
        names.append(name)
    count = int((rows["observation_id"] == "").sum())
    release.tables["observations"] = rows.assign(observation_id=names)
    told = Message("fault.reading.spelled", count=count)
    release.readings.append(Reading(release.shown["observations"], NO_ROW, "observation_id", told))


def _free(codes: Mapping[str, str], taken: Mapping[str, tuple[str, ...]]) -> str:
    """The shortest id that no other figure has; that of the same figure of the same source is replaced."""
    stem, endings = spelling(dict(codes))
    own = tuple(codes.values())
    for ending in endings:
        if taken.get(stem + ending, own) == own:
            return stem + ending
    return stem + endings[-1]


def _figures(rows: pd.DataFrame) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, *codes in rows[["observation_id", *_SPELLED]].itertuples(index=False):
        yield name, tuple(codes)
