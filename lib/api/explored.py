"""The choices of `/explore` by address: which there are, under which names and codes."""

from __future__ import annotations

from collections.abc import Iterable

from lib.explore.choice import (
    AS_PRINTED,
    AUTO,
    EACH,
    FORMS,
    KINDS,
    MEASURES,
    OF_DIMENSION,
    ORIGINS,
    SPANS,
)
from lib.explore.pool import dimensions_of, indicators
from lib.facts.derive import AMOUNTS
from lib.facts.record import DATASETS, Record

YEAR = r"^[1-9][0-9]{3}$"
YEARS = ("from", "to")
"""Choices that are a year."""


def choices(record: Record) -> dict[str, list[str]]:
    """Which codes can each choice be? Not each goes with each: what does not is answered with what does.

    Years, `from` and `to`, are any.
    """
    parts = _known(record, "category")
    dimensions = dimensions_of(record)
    groups = dict.fromkeys(f"{OF_DIMENSION}{dimensions[part]}" for part in parts if part in dimensions)
    return {
        "indicator": [option.code for option in indicators(record)],
        "area": [EACH, *_known(record, "ref_area")],
        "category": [EACH, *sorted(groups), *parts],
        "counterpart": [EACH, *_known(record, "counterpart")],
        "span": list(SPANS),
        "kind": list(KINDS),
        "origin": list(ORIGINS),
        "currency": [*AMOUNTS, AS_PRINTED],
        "measure": list(MEASURES),
        "form": [AUTO, *FORMS],
    }


def _known(record: Record, column: str) -> list[str]:
    held: Iterable[str] = (
        str(code)
        for name in DATASETS
        if name in record.frames
        for code in record.frames[name][column].unique()
    )
    return sorted(set(held))
