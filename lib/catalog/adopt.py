"""A release becomes part of the record: its rows in the CSV files that people review, and in the datasets."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from lib.catalog.book import Book, read_book
from lib.catalog.build import csv_of, stored
from lib.catalog.fault import NO_ROW, Fault, RefusedError
from lib.catalog.files import ENDINGS
from lib.catalog.files.limits import MOST_BYTES
from lib.catalog.laid_over import faults_of, laid_over, replaced
from lib.catalog.message import Message, Reading
from lib.catalog.publish import publish, replace_all
from lib.catalog.release import Release, read_release
from lib.catalog.schema import BY_FILE, TABLES

_OTHER_TABLES = ("xlsm", "xlsb", "tsv", "numbers", "parquet")


def is_whole(folder: Path, published: Path) -> bool:
    """Does a folder hold a record of its own, and not a few rows to be laid over the published one?

    With most of the files of a record it does, and the others are then missing; but a list of editions that
    names none of the published ones is that of a release, however many tables it touches.
    """
    if sum((folder / name).exists() for name in BY_FILE) * 2 <= len(BY_FILE):
        return False
    own, known = (_editions(path / TABLES["releases"].file) for path in (folder, published))
    return not own or not known or bool(own & known)


def _editions(file: Path) -> frozenset[str]:
    """Which editions does a list name? None where it cannot be read: that is told elsewhere."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError):
        return frozenset()
    return frozenset(line.split(",")[0].strip() for line in lines[1:] if line.strip())


def files_in(folder: Path) -> tuple[Path, ...]:
    """Which files of a folder hold a release? Not those that a spreadsheet program locks or hides.

    A table of a kind that is not read is among them, so that it is refused and not passed over.
    """
    return tuple(
        path
        for path in sorted(folder.iterdir())
        if path.suffix.lower().lstrip(".") in (*ENDINGS, *_OTHER_TABLES)
        and not path.name.startswith(("~", "."))
    )


def files_of(given: Iterable[Path]) -> tuple[list[Path], list[Reading]]:
    """Which files are meant, folders opened, and which in them are passed over, as a spreadsheet program's locks?"""
    files: list[Path] = []
    passed: list[Reading] = []
    for path in given:
        if not path.is_dir():
            files.append(path)
            continue
        meant = files_in(path)
        files += meant
        left = sorted(file for file in path.iterdir() if file not in meant)
        passed += [Reading(file.name, NO_ROW, "", Message("fault.reading.passed_over")) for file in left]
    return files, passed


def read_files(files: Iterable[Path], record: Book) -> Release:
    """What do these files bring? Raises OSError for one that may not be read."""
    files = list(files)
    others = [path.name for path in files if not path.is_file()]
    content = [(path.name, _content(path)) for path in files if path.name not in others]
    release = read_release(content, record) if content or not others else Release()
    release.faults += [
        Fault(name, NO_ROW, "", Message("fault.found.folder"), Message("fault.allowed.file"))
        for name in others
    ]
    return release


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def adopt(source: Path, *, published: Path, target: Path, keep: bool) -> tuple[Release, tuple[Path, ...]]:
    """Which release was read, and which files hold the record with it now?

    The rows of the files in `source` are laid over the record in `published` and the datasets written to
    `target`; with `keep` the rows also enter the CSV files of `published`. Raises RefusedError with every
    fault, and OSError; in both cases what stood before is untouched.
    """
    book, faults = read_book(published)
    files, passed_over = files_of([source])
    release = read_files(files, book)
    release.readings[:0] = passed_over
    faults += faults_of(book, release)
    if faults:
        raise RefusedError(faults)
    release.readings += replaced(book, release)
    merged = {
        name: _in_order(rows, book[name], TABLES[name].key) for name, rows in laid_over(book, release).items()
    }
    content = {name: csv_of(merged[name], table) for name, table in TABLES.items()}
    tables = stored(merged, content)
    if not keep:
        return release, publish(tables, target)
    fresh = {TABLES[name].file: content[name] for name in release.tables}
    before = {name: (published / name).read_bytes() for name in fresh}
    edited = replace_all(fresh, published)
    try:
        return release, publish(tables, target) + edited
    except BaseException:
        replace_all(before, published)
        raise


def _in_order(rows: pd.DataFrame, before: pd.DataFrame, key: str) -> pd.DataFrame:
    """A file that is sorted by its key stays so: a reviewer sees a changed line and not one gone, one new."""
    return rows.sort_values(key, kind="stable") if before[key].is_monotonic_increasing else rows
