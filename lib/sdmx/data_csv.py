"""Figures as SDMX-CSV 2.0: a line a figure, codes as in the record, digits as printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lib.catalog.csv_text import csv_text
from lib.sdmx.components import AGENCY, ATTRIBUTES, DIMENSIONS, SERIES, VALUE
from lib.sdmx.data import Data
from lib.sdmx.figures import Figure

HEAD = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
COLUMNS = (*HEAD, *DIMENSIONS, VALUE, *ATTRIBUTES)


def data_csv(found: Data) -> bytes:
    """Which file holds these figures? UTF-8, as the standard has it."""
    query = found.query
    value = (VALUE,) if query.has_value else ()
    parts = (*DIMENSIONS, *value, *query.attributes) if query.has_observations else SERIES
    lines = (
        (flow.version, figure)
        for flow, all_series in found.flows
        for series in all_series
        for figure in (series if query.has_observations else series[:1])
    )
    return csv_of(lines, parts)


def csv_of(lines: Iterable[tuple[str, Figure]], parts: Sequence[str]) -> bytes:
    """Which file holds these figures, each with the version of its dataflow? Only these parts of each."""
    found = (
        ("dataflow", f"{AGENCY}:{figure.flow}({version})", "I", *(figure.parts[name] for name in parts))
        for version, figure in lines
    )
    return csv_text(((*HEAD, *parts), *found)).encode()
