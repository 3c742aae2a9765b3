"""From the CSV files that people edit to the Parquet files that pages read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa

from lib.catalog.as_of import as_of
from lib.catalog.book import Book, lookup, read_book
from lib.catalog.bounds import with_bounds
from lib.catalog.checks import check
from lib.catalog.codes import DATASETS
from lib.catalog.column import Table
from lib.catalog.csv_text import csv_text
from lib.catalog.fault import RefusedError
from lib.catalog.publish import publish
from lib.catalog.schema import STORED, TABLES
from lib.catalog.status import with_status
from lib.catalog.store import arrow_table
from lib.catalog.table_file import plain_text

_FEEDS_DATASETS = ("observations", "indicators", "sources")


def build(source: Path, target: Path) -> tuple[Path, ...]:
    """Publishes the CSV files of a folder as datasets; gives the files.

    Raises RefusedError with every fault of the record, and OSError where the target cannot be written; in
    both cases what stood in `target` before is untouched. The same CSV files give the same bytes.
    """
    return publish(datasets(source), target)


def datasets(source: Path) -> dict[str, pa.Table]:
    """What do the CSV files of a folder hold, as it is stored? One table for each published file.

    Raises RefusedError with every fault of the record.
    """
    book, faults = read_book(source)
    faults += check(book)
    if faults:
        raise RefusedError(faults)
    content = {name: plain_text((source / table.file).read_bytes()) for name, table in TABLES.items()}
    return stored(book, content)


def stored(book: Book, content: Mapping[str, bytes]) -> dict[str, pa.Table]:
    """How is a record without faults stored? `content` is what the file of each table says."""
    rows = _observations(book)
    home = rows["indicator"].map(lookup(book, "indicators", "dataset"))
    edition = {"data_version": _newest_release(book), "as_of": as_of(book), "build": _hash(content, TABLES)}
    found = {}
    for name, table in STORED.items():
        is_dataset = name in DATASETS
        about = (
            _about(name)
            | {"content_hash": _hash(content, _FEEDS_DATASETS if is_dataset else (name,))}
            | edition
        )
        found[name] = arrow_table(rows[home == name] if is_dataset else book[name], table, about=about)
    return found


def csv_of(rows: pd.DataFrame, table: Table) -> bytes:
    """Which CSV file holds these rows of a table, as the record is kept?"""
    names = [column.name for column in table.typed_by_hand]
    return csv_text((names, *rows[names].itertuples(index=False, name=None))).encode()


def _observations(book: Book) -> pd.DataFrame:
    rows = with_bounds(book["observations"])
    return with_status(rows, published=lookup(book, "sources", "published"))


def _newest_release(book: Book) -> str:
    return str(book["releases"].sort_values(["date", "release"])["release"].iloc[-1])


def _about(name: str) -> dict[str, str]:
    english, chinese = DATASETS[name] if name in DATASETS else (STORED[name].en, STORED[name].zh)
    return {"dataset": name, "description_en": english, "description_zh": chinese}


def _hash(content: Mapping[str, bytes], tables: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for name in tables:
        digest.update(content[name])
    return digest.hexdigest()
