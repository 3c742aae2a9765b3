"""The record with figures taken out or put in, for what happens when a release lacks or adds them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from lib.facts.record import Record


def without(record: Record, dataset: str, **codes: object) -> Record:
    """The record without the figures of a dataset that have these codes."""
    frame = record.frame(dataset)
    gone = pd.Series(data=True, index=frame.index)
    for column, value in codes.items():
        gone &= frame[column] == value
    assert gone.any(), f"no row to take out for {codes}"
    return replace(record, frames=dict(record.frames) | {dataset: frame[~gone]})


def with_copy(record: Record, dataset: str, observation_id: str, **changed: Any) -> Record:
    """The record with one more figure: a copy of an observation with some columns changed."""
    frame = record.frame(dataset)
    row = frame[frame["observation_id"] == observation_id]
    assert len(row) == 1, f"no single row {observation_id}"
    added = row.assign(observation_id=f"{observation_id}.copy", **changed)
    return replace(
        record, frames=dict(record.frames) | {dataset: pd.concat([frame, added], ignore_index=True)}
    )
