"""Every table of the record, each column described once."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from lib.catalog.codes import DATASETS
from lib.catalog.column import Column, Table
from lib.catalog.tables.lists import CONFLICTS, EMERGING_LIST, RELEASES, STATEMENTS, TALENT_BASES
from lib.catalog.tables.observation import OBSERVATIONS
from lib.catalog.tables.reference import AREAS, BASES, CATEGORIES, INDICATORS, SOURCES

SCHEMA_VERSION = "2"
"""Goes up whenever a stored column is added, dropped or changes its meaning."""

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        OBSERVATIONS,
        SOURCES,
        INDICATORS,
        AREAS,
        CATEGORIES,
        BASES,
        TALENT_BASES,
        EMERGING_LIST,
        STATEMENTS,
        CONFLICTS,
        RELEASES,
    )
}

BY_FILE: Mapping[str, Table] = {table.file: table for table in TABLES.values()}

STORED: Mapping[str, Table] = dict.fromkeys(DATASETS, OBSERVATIONS) | {
    name: table for name, table in TABLES.items() if table is not OBSERVATIONS
}
"""What is published: each dataset and each table by the name of its Parquet file."""


def dictionary() -> pd.DataFrame:
    """What does every column of every table mean?

    One row a column: table, column, type, unit_or_codes, description_en, description_zh.

    >>> words = dictionary().set_index(["table", "column"])
    >>> words.loc[("observations", "kind"), "unit_or_codes"]
    'outcome, target, estimate'
    """
    return pd.DataFrame(
        [
            {
                "table": table.name,
                "column": column.name,
                "type": column.type,
                "unit_or_codes": _unit_or_codes(column),
                "description_en": column.en,
                "description_zh": column.zh,
            }
            for table in TABLES.values()
            for column in table.columns
        ]
    )


def _unit_or_codes(column: Column) -> str:
    if column.codes or column.refers or column.pattern:
        return _allowed(column)
    if column.name.startswith("growth") and column.type == "number":
        return "per cent"
    if column.name in ("value", "lower", "upper"):
        return "unit × 10^unit_mult"
    return _allowed(column) if column.type == "date" else ""


def _allowed(column: Column) -> str:
    if column.codes:
        listed = ", ".join(code for code in column.codes if code)
        text = f"{listed}, joined by {column.separator}" if column.separator else listed
    else:
        text = f"a code of {column.refers}.csv" if column.refers else column.shape.en
    return f"{text}, or blank" if column.blank else text
