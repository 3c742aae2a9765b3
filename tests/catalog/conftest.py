"""The frozen first edition, to plant faults in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from lib.catalog.book import Book, read_book
from lib.catalog.build import build
from lib.catalog.checks import check
from lib.catalog.schema import TABLES
from lib.words.faults import fault_lines
from lib.words.speak import Words
from tests.catalog.in_chinese import english_left
from tests.editions import FIRST

PUBLISHED = FIRST

Plant = Callable[..., list[str]]


@pytest.fixture(scope="session")
def line_of() -> Callable[..., int]:
    """On which line of a published file does the row with this key stand?"""

    def line(key: str, file: str = "observations.csv") -> int:
        lines = (PUBLISHED / file).read_text(encoding="utf-8").splitlines()
        return next(number for number, text in enumerate(lines, start=1) if text.startswith(f"{key},"))

    return line


@pytest.fixture(scope="session")
def book() -> Book:
    read, faults = read_book(PUBLISHED)
    assert faults == []
    return read


@pytest.fixture(scope="session")
def plant(book: Book) -> Plant:
    """Changes cells of the row with a key, in one table, and tells every fault that this makes."""

    def planted(table: str, key: str, **cells: str) -> list[str]:
        frame = book[table].copy()
        for column, text in cells.items():
            frame.loc[frame[TABLES[table].key] == key, column] = text
        return _told({**book, table: frame})

    return planted


@pytest.fixture(scope="session")
def append(book: Book) -> Plant:
    """Adds, at the end of a table, a copy of the row with a key; changes cells of it; tells every fault."""

    def appended(table: str, key: str, **cells: str) -> list[str]:
        frame = book[table]
        row = frame[frame[TABLES[table].key] == key].assign(**cells)
        row.index = pd.Index([frame.index[-1] + 1])
        return _told({**book, table: pd.concat([frame, row])})

    return appended


def _told(book: Book) -> list[str]:
    faults = check(book)
    assert [left for fault in faults for left in english_left(fault)] == []
    return fault_lines(faults, Words("en"))


@pytest.fixture(scope="session")
def published() -> Path:
    """The CSV files of the first edition; only to be read."""
    return PUBLISHED


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the CSV files that a test may spoil."""
    return Path(shutil.copytree(PUBLISHED, tmp_path / "published"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Parquet files of the record; only to be read."""
    target = tmp_path_factory.mktemp("built") / "data"
    build(PUBLISHED, target)
    return target


@pytest.fixture
def data(built: Path, tmp_path: Path) -> Path:
    """A copy of the Parquet files that a test may spoil."""
    return Path(shutil.copytree(built, tmp_path / "data"))
