"""What sources say without a figure of its own: the record's table of statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from lib.facts.errors import NoSuchFigure
from lib.facts.period import Period
from lib.facts.record import Record


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement: its text by language, a clause without a full stop, when it is of, and who says it.

    `source_words` are the source's own; blank where they were noted by their sense.
    """

    statement_id: str
    texts: Mapping[str, str]
    source_words: str
    period: Period
    source_id: str


def stated(record: Record, topic: str) -> tuple[Stated, ...]:
    """What do sources state on a topic (talent, enterprises), in the order of the record?"""
    table = record.frame("statements")
    return tuple(_stated(row) for row in table[table["topic"] == topic].to_dict("records"))


def statement(record: Record, statement_id: str) -> Stated:
    """What does one statement say? Raises NoSuchFigure where the record does not have it."""
    table = record.frame("statements")
    found = table[table["statement_id"] == statement_id].to_dict("records")
    if not found:
        raise NoSuchFigure(f'unknown statement "{statement_id}"')
    return _stated(found[0])


def _stated(row: Mapping[Any, Any]) -> Stated:
    return Stated(
        statement_id=row["statement_id"],
        texts=MappingProxyType({"zh": row["text_zh"], "en": row["text_en"]}),
        source_words=row["source_words"],
        period=Period(date.fromisoformat(row["period_start"]), date.fromisoformat(row["period_end"])),
        source_id=row["source_id"],
    )
