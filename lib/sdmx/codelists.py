"""The lists of codes: those of the record, and the closed ones of the program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lib.catalog.codes import ACCESS, CONFIDENCES, KINDS, MULTIPLIERS, QUALIFIERS, STATUSES, UNITS
from lib.catalog.message import Both, Codes
from lib.facts.record import Record
from lib.sdmx.components import release_code
from lib.words.provenance import link_of

_CLOSED: Mapping[str, Codes] = {
    "CL_UNIT": UNITS,
    "CL_KIND": KINDS,
    "CL_UNIT_MULT": MULTIPLIERS,
    "CL_OBS_STATUS": STATUSES,
    "CL_QUALIFIER": QUALIFIERS,
    "CL_CONFIDENCE": CONFIDENCES,
}


@dataclass(frozen=True, slots=True)
class Item:
    """One code of a list, or one concept of a scheme."""

    id: str
    name: Both
    about: Both | None = None
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Codelist:
    """A list of codes with their names in both languages."""

    id: str
    items: tuple[Item, ...]


def codelists(record: Record) -> Iterator[Codelist]:
    """Which lists are there? Raises DatasetUnavailable where one cannot be read."""
    yield Codelist("CL_INDICATOR", _listed(record, "indicators", "indicator", "definition"))
    yield Codelist("CL_AREA", _listed(record, "areas", "ref_area"))
    yield Codelist("CL_CATEGORY", _listed(record, "categories", "category"))
    yield Codelist("CL_BASIS", _listed(record, "bases", "basis", "scope"))
    yield Codelist("CL_SOURCE", _sources(record))
    yield Codelist("CL_RELEASE", tuple(map(_release, record.lines("releases"))))
    for name, codes in _CLOSED.items():
        yield Codelist(name, tuple(Item(code, Both(*texts)) for code, texts in codes.items()))


def _listed(record: Record, table: str, key: str, about: str = "") -> tuple[Item, ...]:
    rows = record.lines(table)
    known = {str(row[key]) for row in rows}
    return tuple(_item(row, str(row[key]), about, known) for row in rows)


def _item(row: Mapping[Any, Any], code: str, about: str, known: set[str]) -> Item:
    said = _both(row, about, "") if about else None
    parent = str(row.get("parent") or "")
    return Item(code, _both(row, "name", code), said, parent if parent in known else "")


def _both(row: Mapping[Any, Any], stem: str, instead: str) -> Both:
    """The texts of both languages; where one is blank the other, for no name may be."""
    english, chinese = str(row[f"{stem}_en"] or ""), str(row[f"{stem}_zh"] or "")
    return Both(english or chinese or instead, chinese or english or instead)


def _release(row: Mapping[Any, Any]) -> Item:
    name = str(row["release"])
    return Item(release_code(name), Both(name, name), _both(row, "note", ""))


def _sources(record: Record) -> tuple[Item, ...]:
    return tuple(_source(row) for row in record.lines("sources"))


def _source(row: Mapping[Any, Any]) -> Item:
    """A source is named by who published it and its title; beside it the day, how it was read, and its link."""
    who, access, code = _both(row, "publisher", ""), str(row["access"]), str(row["source_id"])
    read, title, day = ACCESS.get(access, (access, access)), str(row["title"]), str(row["published"])
    link = link_of(access, str(row["url"]))
    return Item(
        code,
        Both(_strung(": ", who.en, title) or code, _strung("：", who.zh, title) or code),
        Both(_strung("; ", day, read[0], link), _strung("；", day, read[1], link)),
    )


def _strung(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)
