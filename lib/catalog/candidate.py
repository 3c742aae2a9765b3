"""The record as it would be with a new release in it, to compare before anything is published."""

from __future__ import annotations

import pyarrow as pa

from lib.catalog.book import Book
from lib.catalog.build import csv_of, stored
from lib.catalog.fault import RefusedError
from lib.catalog.laid_over import faults_of, laid_over
from lib.catalog.load import record_of
from lib.catalog.release import Release
from lib.catalog.schema import TABLES
from lib.facts.record import Record


def as_tables(book: Book) -> dict[str, pa.Table]:
    """How would these rows be stored? They have to be without faults."""
    return stored(book, {name: csv_of(book[name], table) for name, table in TABLES.items()})


def candidate_tables(record: Book, release: Release) -> tuple[dict[str, pa.Table], dict[str, pa.Table]]:
    """How is the record stored that stands, and how the one with the rows of a release? See `candidate`."""
    faults = faults_of(record, release)
    if faults:
        raise RefusedError(faults)
    return as_tables(record), as_tables(laid_over(record, release))


def candidate(record: Book, release: Release) -> tuple[Record, Record]:
    """Which record stands, and which would stand with the rows of a release in it?

    A row of a release takes the place of the published row with the same key (its first column) and is added
    where there is none. Nothing is written. Raises RefusedError where the record would be refused.
    """
    before, after = candidate_tables(record, release)
    return record_of(before), record_of(after)
