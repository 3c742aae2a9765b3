"""The record with the rows of a release in it, and what is wrong with them there."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

import pandas as pd

from lib.catalog.book import Book
from lib.catalog.checks import check
from lib.catalog.fault import Fault
from lib.catalog.form import PERIOD
from lib.catalog.message import Message, Reading, Row, Text
from lib.catalog.release import Release
from lib.catalog.schema import TABLES

_MOST_TOLD = 8
_APART = 10_000_000
"""Lines of a release are counted from here while rules look at both, so that each knows its file again."""


def laid_over(record: Book, release: Release) -> Book:
    """Which record stands with these rows in it?

    A row takes the place of the one with the same key and is added where there is none. Rows keep their
    lines; those of the release are counted from 10,000,000.
    """
    merged = dict(record)
    for name, rows in release.tables.items():
        key = TABLES[name].key
        own = rows.set_axis(rows.index + _APART)
        if name in record:
            old = record[name]
            own = pd.concat([old[~old[key].isin(set(rows[key]))], own])
        merged[name] = own
    return merged


def replaced(record: Book, release: Release, *, names_stay: bool = False) -> list[Reading]:
    """Which rows of the record give way to others that say something else? A line for each, with its key.

    Where rows are laid over it for a look, the `names_stay` that lists of areas, sources and so on were published with.
    """
    told = []
    for name, rows in release.tables.items():
        key, stood = TABLES[name].key, _by_key(record, name)
        for line, row in zip(rows.index, rows.to_dict("records"), strict=True):
            before = stood.get(row[key], row)
            other = tuple(
                f"{column} {before[column] or '—'}" for column in row if row[column] != before[column]
            )
            if other:
                stays = names_stay and name != "observations"
                told_as = "fault.reading.stays" if stays else "fault.reading.replaced"
                had = Message(told_as, key=row[key], had=other[:_MOST_TOLD])
                told.append(Reading(release.shown[name], int(str(line)), "", had))
    return told


def _by_key(record: Book, name: str) -> dict[str, dict[Hashable, str]]:
    rows = record[name].to_dict("records") if name in record else []
    return {row[TABLES[name].key]: row for row in rows}


def faults_of(record: Book, release: Release) -> list[Fault]:
    """What is wrong with the rows of a release, by themselves and beside the record? Sorted by file and row.

    A row that cannot be read is not looked at any further.
    """
    tables = {TABLES[name].file: shown for name, shown in release.shown.items()}
    unread = {(fault.file, fault.row) for fault in release.faults}
    found = list(release.faults)
    if not release.rows:
        return sorted(set(found))
    for fault in check(laid_over(record, release)):
        if fault.row < _APART or fault.file not in tables:
            continue
        told = replace(
            fault,
            file=tables[str(fault.file)],
            row=fault.row - _APART,
            column=_as_headed(fault.column, release.headed.get("observations", ())),
            allowed=_as_counted(fault.allowed),
        )
        if (told.file, told.row) not in unread:
            found.append(told)
    return sorted(set(found))


def _as_headed(column: str, heads: tuple[str, ...]) -> str:
    """A period that was typed in one column is a fault of that column."""
    return PERIOD.name if column in ("period_start", "period_end") and PERIOD.name in heads else column


def _as_counted(told: Text) -> Text:
    """A line of the release that a rule names, as its file counts.

    >>> print(_as_counted(Message("fault.allowed.key_once", key="area", row=Row(10_000_003))))
    fault.allowed.key_once key=area row=Row(number=3, is_published=False)
    """
    if isinstance(told, str) or "row" not in told.given:
        return told
    row = told.given["row"]
    if not isinstance(row, Row):
        return told
    own = row.number >= _APART
    counted = Row(row.number - _APART) if own else Row(row.number, is_published=True)
    return Message(told.key, **{**told.given, "row": counted})
