"""A dataset as its Parquet file, also where more is in it than was published."""

from __future__ import annotations

import io

import pyarrow.parquet as pq

from lib.catalog.schema import STORED
from lib.catalog.store import WRITING, arrow_table
from lib.facts.record import Record


def dataset_parquet(dataset: str, record: Record) -> bytes:
    """Which Parquet file holds a dataset as it is shown, rows that were not published included?

    Its metadata says `local`, and `synthetic` where any row is. Raises DatasetUnavailable.
    """
    rows = record.frame(dataset)
    origins = {record.origins.get(row, "") for row in rows["observation_id"]}
    about = {
        "dataset": dataset,
        "data_version": record.version,
        "as_of": record.as_of.isoformat(),
        "local": "yes" if any(origins) else "no",
        "synthetic": "yes" if "synthetic" in origins else "no",
    }
    out = io.BytesIO()
    pq.write_table(arrow_table(rows, STORED[dataset], about=about), out, **WRITING)
    return out.getvalue()
