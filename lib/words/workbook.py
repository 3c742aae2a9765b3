"""What the sheets of a workbook say: the figures, their sources, and what each column means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from lib.catalog.codes import KINDS, QUALIFIERS
from lib.catalog.schema import TABLES
from lib.facts.derive import AMOUNTS
from lib.facts.fact import Fact, shift
from lib.facts.observation import to_fact
from lib.facts.record import WORLD, Record
from lib.words.dataset import citing
from lib.words.names import Names
from lib.words.scales import LARGE, unit_name
from lib.words.source_list import Listed, source_list
from lib.words.speak import Words


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the decimals that it is shown with."""

    value: float
    decimals: int


@dataclass(frozen=True, slots=True)
class Link:
    """An address that may be opened."""

    url: str


Cell: TypeAlias = str | Number | date | Link | None


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet with one line of heads; widths are in characters, `printed` is how many columns go onto paper, 0 all."""

    name: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    printed: int = 0


WIDTHS: Mapping[str, int] = {
    "indicator": 34,
    "category": 22,
    "area": 14,
    "counterpart": 14,
    "period": 16,
    "period_start": 12,
    "period_end": 12,
    "qualifier": 10,
    "value": 12,
    "unit": 12,
    "lower": 12,
    "upper": 12,
    "growth_qualifier": 10,
    "growth": 10,
    "growth_lower": 10,
    "growth_upper": 10,
    "kind": 12,
    "status": 16,
    "confidence": 12,
    "basis": 34,
    "source": 40,
    "published": 12,
    "link": 40,
    "note": 48,
    "observation_id": 48,
}
_SOURCE_WIDTHS: Mapping[str, int] = {
    "source_id": 24,
    "publisher": 30,
    "title": 50,
    "published": 12,
    "language": 10,
    "access": 14,
    "figures": 10,
    "link": 88,
}
_PRINTED = 1 + [*WIDTHS].index("published")
"""On paper a source has its address on the sheet of sources, and ids and notes would make all of it too small."""


_OWN = ("value", "unit", "lower", "upper", "counterpart", "growth_lower", "growth_upper", "note")
"""Columns that the record has as well, but not as they stand here."""


def release_day(record: Record) -> date:
    """On which day did this version of the record come out? As of when it speaks where that is not known."""
    releases = record.frames.get("releases")
    if releases is None:
        return record.as_of
    days = releases.loc[releases["release"] == record.version, "date"]
    return date.fromisoformat(days.iloc[0]) if len(days) else record.as_of


def dataset_sheets(
    rows: Iterable[Mapping[str, Any]], record: Record, words: Words, *, name: str
) -> tuple[Worksheet, ...]:
    """Which sheets show these observations? Figures, sources and dictionary; `name` is that of the first.

    Amounts are all in 亿 or billions, so that a column can be sorted and added up; everything else in plain
    units. Raises DatasetUnavailable where the list of sources cannot be read.
    """
    shown = list(rows)
    used = {row["source_id"] for row in shown}
    listed = {found.source_id: found for found in source_list(record, words) if found.source_id in used}
    say, cite = Names.of(record, words.lang), citing(record, words)
    figures = tuple(
        _figure(row, say, listed[row["source_id"]], cite(row["source_id"]), words) for row in shown
    )
    return (
        Worksheet(name, _heads(WIDTHS, words), tuple(WIDTHS.values()), figures, _PRINTED),
        Worksheet(
            words("data.sheet.sources"),
            _heads(_SOURCE_WIDTHS, words),
            tuple(_SOURCE_WIDTHS.values()),
            tuple(_source(found) for found in listed.values()),
        ),
        Worksheet(
            words("data.sheet.dictionary"),
            tuple(words(f"data.sheet.dictionary_{part}") for part in ("column", "meaning")),
            (24, 90),
            tuple((words(f"data.sheet.{column}"), _meaning(column, words)) for column in WIDTHS),
        ),
    )


def _heads(columns: Iterable[str], words: Words) -> tuple[str, ...]:
    return tuple(words(f"data.sheet.{column}") for column in columns)


def _meaning(column: str, words: Words) -> str:
    """The schema says it where the column is one of the record, unchanged; else a message does."""
    for found in TABLES["observations"].columns:
        if found.name == column and column not in _OWN:
            return words.note((found.zh, found.en))
    return words(f"data.sheet_about.{column}")


def measured(fact: Fact, words: Words) -> dict[str, Cell]:
    """What are a figure's qualifier, value, unit and bounds as cells? Amounts are in 亿 or billions."""
    scale = LARGE[words.lang] if fact.unit in AMOUNTS else 0
    decimals = max(0, fact.decimals + scale - fact.unit_mult)
    lower, upper = (_end(end, decimals + 1) for end in fact.bounds_at(scale))
    return {
        "qualifier": _word(QUALIFIERS, fact.qualifier, words),
        "value": None if fact.is_missing else Number(fact.at(scale), decimals),
        "unit": unit_name(fact.unit, scale, words.lang)
        if fact.unit in AMOUNTS
        else words(f"unit.{fact.unit}"),
        "lower": lower,
        "upper": upper,
    }


def _figure(row: Mapping[str, Any], say: Names, found: Listed, cited: str, words: Words) -> tuple[Cell, ...]:
    fact = to_fact(row)
    growth_decimals = int(row["growth_decimals"])
    cells: dict[str, Cell] = {
        "indicator": say("indicators", fact.indicator),
        "category": "" if fact.category == "total" else say("categories", fact.category),
        "area": say("areas", fact.ref_area),
        "counterpart": "" if fact.counterpart == WORLD else say("areas", fact.counterpart),
        "period": words.period(fact.period),
        "period_start": fact.period.start,
        "period_end": fact.period.end,
        **measured(fact, words),
        "growth_qualifier": _word(QUALIFIERS, row["growth_qualifier"], words),
        "growth": _end(row["growth"], growth_decimals),
        "growth_lower": _end(row["growth_lower"], growth_decimals + 1),
        "growth_upper": _end(row["growth_upper"], growth_decimals + 1),
        "kind": _word(KINDS, fact.kind, words),
        "status": words.status(fact),
        "confidence": words(f"data.confidence.{fact.confidence}"),
        "basis": say("bases", fact.basis),
        "source": cited,
        "published": _day(found.published),
        "link": Link(found.link) if found.link else "",
        "note": words.note(fact.note),
        "observation_id": fact.observations[0],
    }
    return tuple(cells[column] for column in WIDTHS)


def _source(found: Listed) -> tuple[Cell, ...]:
    return (
        found.source_id,
        found.publisher,
        found.title,
        _day(found.published),
        found.language,
        found.access,
        Number(found.figures, 0),
        Link(found.link) if found.link else "",
    )


def _end(value: float, decimals: int) -> Cell:
    return Number(shift(value, 0), decimals) if abs(value) < float("inf") else None


def _word(codes: Mapping[str, tuple[str, str]], code: str, words: Words) -> str:
    return words.note((codes.get(code, (code, code))[1], code))


def _day(text: str) -> Cell:
    return date.fromisoformat(text) if text else ""
