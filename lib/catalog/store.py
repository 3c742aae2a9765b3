"""How a dataset or table is laid down in its Parquet file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd
import pyarrow as pa

from lib.catalog.column import DATE, INTEGER, NUMBER, TEXT, Column, Table
from lib.catalog.schema import SCHEMA_VERSION

_TYPES = {TEXT: pa.string(), INTEGER: pa.int64(), NUMBER: pa.float64(), DATE: pa.date32()}

WRITING: Mapping[str, object] = {
    "compression": "zstd",
    "compression_level": 9,
    "write_statistics": False,
    "write_page_checksum": True,
    "store_schema": True,
}
"""Fixed, so that the same rows give the same bytes; page checksums tell a damaged file from a sound one."""


def arrow_table(rows: pd.DataFrame, table: Table, *, about: Mapping[str, str]) -> pa.Table:
    """How are these rows stored?

    Takes the rows as text or already worked out, in their order, and gives the columns of the schema with
    their types; a blank is "" in text and null in numbers. `about` goes into the schema metadata beside the
    version.
    """
    fields = [pa.field(column.name, stored_type(table, column)) for column in table.columns]
    arrays = [
        pa.array([_stored(value, field.type) for value in rows[field.name]], type=field.type)
        for field in fields
    ]
    metadata = {"schema_version": SCHEMA_VERSION, **about}
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=metadata))


def stored_type(table: Table, column: Column) -> pa.DataType:
    """Which Arrow type has a column? Short tables stay text throughout."""
    return _TYPES[column.type] if table.typed else pa.string()


def _stored(value: object, kind: pa.DataType) -> object:
    if kind == pa.string():
        return value
    if value is None or value == "" or value != value:
        return None
    if kind == pa.date32():
        return date.fromisoformat(str(value))
    return int(str(value)) if kind == pa.int64() else float(str(value))
