"""The record with the rows of a release in it, and what is wrong with them there."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import replace

import pandas as pd

from lib.catalog.book import Book
from lib.catalog.checks import check
from lib.catalog.fault import Fault, one_line
from lib.catalog.release import Release
from lib.catalog.schema import TABLES

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


def replaced(record: Book, release: Release) -> list[str]:
    """Which rows of the record give way to others that say something else? A line for each, with its key."""
    told = []
    for name, rows in release.tables.items():
        key, stood = TABLES[name].key, _by_key(record, name)
        for line, row in zip(rows.index, rows.to_dict("records"), strict=True):
            before = stood.get(row[key], row)
            other = [
                f"{column} {before[column] or 'blank'}" for column in row if row[column] != before[column]
            ]
            if other:
                where = f"{release.shown[name]}, row {line}"
                told.append(
                    one_line(f"{where}: takes the place of {row[key]}, which had {', '.join(other)[:200]}")
                )
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
            fault, file=tables[fault.file], row=fault.row - _APART, allowed=_as_counted(fault.allowed)
        )
        if (told.file, told.row) not in unread:
            found.append(told)
    return sorted(set(found))


def _as_counted(text: str) -> str:
    """A line of the release that a rule names, as its file counts.

    >>> _as_counted("each area once; row 10000003 has it"), _as_counted("row 3 has the same codes")
    ('each area once; row 3 has it', 'row 3 of the record has the same codes')
    """

    def counted(row: re.Match[str]) -> str:
        number = int(row[1])
        return f"row {number - _APART}" if number >= _APART else f"row {number} of the record"

    return re.sub(r"\brow ([0-9]+)", counted, text)
