"""The figures of a dataset, each with every part that SDMX has of it, as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lib.facts.period import Period
from lib.facts.record import Record
from lib.sdmx.components import SERIES, dataflow, release_code
from lib.sdmx.times import time_period
from lib.words.digits import bound, printed
from lib.words.speak import Words


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed figure: its parts by their ids, digits as printed, and its period."""

    flow: str
    parts: Mapping[str, str]
    period: Period

    @property
    def series(self) -> tuple[str, ...]:
        """Which key has its series?"""
        return tuple(self.parts[name] for name in SERIES)


def figures(dataset: str, record: Record, words: Words) -> tuple[Figure, ...]:
    """Which figures does a dataset hold? In their order in the record; notes in the reader's language.

    Raises DatasetUnavailable where it cannot be read.
    """
    flow = dataflow(dataset)
    rows = record.lines(dataset)
    return tuple(
        Figure(flow, _parts(row, words), Period(row["period_start"], row["period_end"])) for row in rows
    )


def _parts(row: Mapping[Any, Any], words: Words) -> dict[str, str]:
    return {
        "INDICATOR": row["indicator"],
        "REF_AREA": row["ref_area"],
        "COUNTERPART_AREA": row["counterpart"],
        "CATEGORY": row["category"],
        "BASIS": row["basis"],
        "UNIT_MEASURE": row["unit"],
        "KIND": row["kind"],
        "SOURCE": row["source_id"],
        "TIME_PERIOD": time_period(Period(row["period_start"], row["period_end"])),
        "OBS_VALUE": printed(row["value"], int(row["decimals"])),
        "UNIT_MULT": str(row["unit_mult"]),
        "DECIMALS": str(row["decimals"]),
        "OBS_STATUS": row["obs_status"],
        "QUALIFIER": row["qualifier"],
        "LOWER": bound(row["lower"]),
        "UPPER": bound(row["upper"]),
        "GROWTH": printed(row["growth"], int(row["growth_decimals"])),
        "GROWTH_QUALIFIER": row["growth_qualifier"],
        "GROWTH_LOWER": bound(row["growth_lower"]),
        "GROWTH_UPPER": bound(row["growth_upper"]),
        "CONFIDENCE": row["confidence"],
        "RELEASE": release_code(row["release"]),
        "OBS_ID": row["observation_id"],
        "COMMENT_OBS": words.note((row["note_zh"], row["note_en"])),
    }
