"""A dataset as its Parquet file, also where more is in it than was published."""

from __future__ import annotations

import io
from collections.abc import Collection

import pyarrow.parquet as pq

from lib.catalog.schema import STORED
from lib.catalog.store import WRITING, arrow_table
from lib.facts.record import Record


def dataset_parquet(dataset: str, record: Record, *, only: Collection[str] | None = None) -> bytes:
    """Which Parquet file holds a dataset as it is shown, rows that were not published included?

    `only` names the observations that are wanted, where not all are.

    Its metadata says `local`, and `synthetic` where any row is. Raises DatasetUnavailable.
    """
    rows = record.frame(dataset)
    if only is not None:
        rows = rows[rows["observation_id"].isin(only)]
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
