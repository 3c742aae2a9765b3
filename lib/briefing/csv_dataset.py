"""Printed figures as CSV: the columns of the record, the names of their codes, and the source of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lib.catalog.csv_text import FOR_SPREADSHEETS, csv_text
from lib.facts.record import Record
from lib.words.digits import bound, printed
from lib.words.names import Names
from lib.words.source_list import Listed, source_list
from lib.words.speak import Words
from lib.words.tables import as_text

COLUMNS = (
    "observation_id",
    "dataset",
    "indicator",
    "indicator_name",
    "ref_area",
    "area_name",
    "counterpart",
    "counterpart_name",
    "category",
    "category_name",
    "period_start",
    "period_end",
    "qualifier",
    "value",
    "unit_mult",
    "unit",
    "lower",
    "upper",
    "growth_qualifier",
    "growth",
    "growth_lower",
    "growth_upper",
    "kind",
    "basis",
    "basis_name",
    "obs_status",
    "confidence",
    "note",
    "source_id",
    "publisher",
    "title",
    "published",
    "access",
    "link",
)
_NUMBERS = frozenset(
    ("value", "unit_mult", "lower", "upper", "growth", "growth_lower", "growth_upper")
)  # negative ones begin with - and are no formula


def dataset_csv(rows: Iterable[Mapping[str, Any]], record: Record, words: Words) -> bytes:
    """Which CSV holds these observations? UTF-8 with a byte order mark, so that spreadsheets read Chinese.

    Codes and numbers stand as in the Parquet file, digits as printed; an open bound is blank. Names, notes
    and the head are in the reader's language. A source that was read on a copy has no link. Raises
    DatasetUnavailable where the list of sources cannot be read.
    """
    line = _line(record, words)
    lines = (
        [text if name in _NUMBERS else as_text(text) for name, text in line(row).items()] for row in rows
    )
    head = [words(f"data.csv.{column}") for column in COLUMNS]
    return csv_text((head, *lines), end=FOR_SPREADSHEETS).encode("utf-8-sig")


def _line(record: Record, words: Words) -> Callable[[Mapping[str, Any]], dict[str, str]]:
    say = Names.of(record, words.lang)
    sources = {found.source_id: found for found in source_list(record, words)}

    def line(row: Mapping[str, Any]) -> dict[str, str]:
        own = {name: str(row[name]) for name in COLUMNS if name in row}
        worked_out = {
            "indicator_name": say("indicators", row["indicator"]),
            "area_name": say("areas", row["ref_area"]),
            "counterpart_name": say("areas", row["counterpart"]),
            "category_name": say("categories", row["category"]),
            "basis_name": say("bases", row["basis"]),
            "value": printed(row["value"], int(row["decimals"])),
            "growth": printed(row["growth"], int(row["growth_decimals"])),
            **{name: bound(row[name]) for name in ("lower", "upper", "growth_lower", "growth_upper")},
            "note": words.note((row["note_zh"], row["note_en"])),
        }
        found = own | worked_out | _source(sources[row["source_id"]])
        return {name: found[name] for name in COLUMNS}

    return line


def _source(found: Listed) -> dict[str, str]:
    return {
        "publisher": found.publisher,
        "title": found.title,
        "published": found.published,
        "access": found.access,
        "link": found.link,
    }
