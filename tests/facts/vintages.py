"""The record with later editions and other prints of a figure, made up for tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from lib.facts.record import Record
from tests.facts.altered import with_copy

TOTAL = "cn-cq.services_trade_total.total.2020-01_2020-12"
"""Printed as 67.53 billion yuan by China News Service on 13 September 2021."""
JAN_AUG = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
EARLIER, LATER, UNDATED = "cqcom-2021-09-09", "cqgov-2025-05-23", "jiusong-5399679"
"""Sources of 9 September 2021, of 23 May 2025, and of no known day."""


def with_edition(record: Record, release: str = "2027.02", date: str = "2027-02-01") -> Record:
    """The record with one more edition, which has no figure yet."""
    table = record.frame("releases")
    added = table.iloc[[0]].assign(release=release, date=date)
    return replace(record, frames={**record.frames, "releases": pd.concat([table, added], ignore_index=True)})


def again(record: Record, value: float, lower: float, upper: float, **changed: Any) -> Record:
    """The record with services trade of 2020 printed once more, in 2027.02 unless an edition is given."""
    cells = {"release": "2027.02", "value": value, "lower": lower, "upper": upper} | changed
    return with_copy(record, "trade_volume", TOTAL, **cells)
