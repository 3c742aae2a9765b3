"""A record of tens of thousands of figures, GENERATED from the published ones: the same series, month after month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count, islice

import pandas as pd

from lib.facts.record import DATASETS, Record

MARK = "GENERATED"


def generated(record: Record, figures: int) -> Record:
    """The record with so many figures in all; those that were added say so in their name and their note."""
    missing, frames = figures - record.size, dict(record.frames)
    held = [name for name in DATASETS if len(frames[name])]
    for place, name in enumerate(held):
        share = missing // len(held) + (place < missing % len(held))
        more = pd.DataFrame(islice(_copies(frames[name]), share), columns=frames[name].columns)
        frames[name] = pd.concat(
            [frames[name], more.astype(frames[name].dtypes.to_dict())], ignore_index=True
        )
    return replace(record, frames=frames)


def _copies(frame: pd.DataFrame) -> Iterator[dict[str, object]]:
    rows = frame.to_dict("records")
    for turn in count(1):
        year = 1900 + turn % 100
        for place, row in enumerate(rows):
            yield row | {
                "observation_id": f"{row['observation_id']}.{MARK}-{turn}",
                "period_start": date(year, 1, 1),
                "period_end": date(year, 12, 31),
                "value": row["value"] + turn + place / 1000,
                "note_en": MARK,
                "note_zh": MARK,
            }
