"""Records that lack a row or have some more: pure, and cheap, for tests that try hundreds of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd

from lib.facts.observation import Row
from lib.facts.record import CHONGQING, DATASETS, Record


def rows_of(record: Record, area: str = CHONGQING) -> tuple[Row, ...]:
    """Which printed figures of an area has the record, dataset by dataset?"""
    of_all = (row for rows in record._of_indicator.values() for row in rows)
    return tuple(row for row in of_all if row["ref_area"] == area)


def without(record: Record, wanted: Callable[[Row], bool]) -> Record:
    """The record without the figures of which `wanted` is true; there must be some."""
    gone = [row for rows in record._of_indicator.values() for row in rows if wanted(row)]
    assert gone, "no row to take away"
    found = record
    for dataset in {record.dataset_of(row["indicator"]) for row in gone}:
        frame = found.frames[dataset]
        names = {row["observation_id"] for row in gone}
        found = _altered(found, dataset, frame[~frame["observation_id"].isin(names)])
    return found


def without_row(record: Record, observation_id: str) -> Record:
    """The record without one figure."""
    return without(record, lambda row: row["observation_id"] == observation_id)


def without_indicator(record: Record, indicator: str, area: str = CHONGQING) -> Record:
    """The record without any figure of an indicator for an area."""
    return without(record, lambda row: (row["indicator"], row["ref_area"]) == (indicator, area))


def with_rows(record: Record, *rows: Row) -> Record:
    """The record with more figures; `like` makes them."""
    found = record
    by_dataset: dict[str, list[Row]] = {}
    for row in rows:
        by_dataset.setdefault(record.dataset_of(row["indicator"]), []).append(row)
    for dataset, added in by_dataset.items():
        frame = found.frames[dataset]
        more = pd.DataFrame(added, columns=frame.columns).astype(frame.dtypes.to_dict())
        found = _altered(found, dataset, pd.concat([frame, more], ignore_index=True))
    return found


def like(record: Record, observation_id: str, **cells: Any) -> Row:
    """A row as one of the record, with other cells and a name of its own.

    A `value` without `lower` and `upper` is exact to its printed decimals.
    """
    row = record.row(observation_id) | cells
    if "value" in cells and "lower" not in cells:
        half = 0.5 * 10.0 ** -row["decimals"]
        row |= {"lower": cells["value"] - half, "upper": cells["value"] + half, "qualifier": "exact"}
    codes = (row["ref_area"], row["indicator"], row["category"], row["period_start"], row["period_end"])
    return row | {"observation_id": cells.get("observation_id", "next." + ".".join(map(str, codes)))}


def _altered(record: Record, dataset: str, frame: pd.DataFrame) -> Record:
    """The record with another frame; rows of the other datasets are not read again."""
    found = replace(record, frames={**record.frames, dataset: frame})
    kept = {key: rows for key, rows in record._of_indicator.items() if key[0] != dataset}
    alone = Record(frames={dataset: frame})
    found.__dict__["_of_indicator"] = {**kept, **alone._of_indicator}
    found.__dict__["_by_source"] = record._by_source
    found.__dict__["_dataset_of"] = record._dataset_of
    found.__dict__["_names"] = record._names
    assert dataset in DATASETS
    return found
