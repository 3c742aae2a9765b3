"""Each cell by itself: blanks, codes, numbers, dates, spelling."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial

import pandas as pd

from lib.catalog.book import Book
from lib.catalog.column import DATE, FORMS, Column
from lib.catalog.fault import Fault
from lib.catalog.schema import TABLES


@contextmanager
def _without_a_word_of_spark() -> Iterator[None]:
    """Where Spark is installed pandera imports it, and Spark warns of every pandas after 2."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="PySpark", category=FutureWarning)
        yield


with _without_a_word_of_spark():
    import pandera.pandas as pa


def cells(book: Book) -> Iterator[Fault]:
    """Which cells hold what their column does not allow? The validation is generated from the schema."""
    for name, frame in book.items():
        table = TABLES[name]
        present = [column for column in table.typed_by_hand if column.name in frame.columns]
        schema = pa.DataFrameSchema({column.name: _validation(column) for column in present})
        try:
            with _without_a_word_of_spark():
                schema.validate(frame, lazy=True)
        except pa.errors.SchemaErrors as error:
            for case in error.failure_cases.to_dict("records"):
                column = table.column(case["column"])
                found = str(case["failure_case"])
                yield Fault(table.file, int(case["index"]), column.name, found, column.allowed)


def fits(column: Column, text: str) -> bool:
    """May this text stand in a cell of a column?

    >>> fits(Column("period_end", "", "", DATE), "2021-02-30")
    False
    """
    if not text.strip():
        return column.blank and not text
    if column.codes:
        parts = text.split(column.separator) if column.separator else [text]
        return all(one in column.codes for one in parts) and len(parts) == len(set(parts))
    pattern = column.pattern or FORMS.get(column.type, ("", ""))[0]
    if pattern and not re.fullmatch(pattern, text):
        return False
    return column.type != DATE or _is_date(text)


def is_number(values: pd.Series[str]) -> pd.Series[bool]:
    """Which cells hold a number in plain digits?"""
    return values.map(lambda text: re.fullmatch(FORMS["number"][0], text) is not None).astype(bool)


def _validation(column: Column) -> pa.Column:
    return pa.Column(checks=pa.Check(partial(fits, column), element_wise=True))


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
