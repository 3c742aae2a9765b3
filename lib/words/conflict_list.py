"""What is known not to fit in the record: contradictions, breaks, misprints and roundings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lib.catalog.codes import CONFLICT_KINDS
from lib.facts.fact import Fact
from lib.facts.observation import to_fact
from lib.facts.record import Record
from lib.words.dataset import observations
from lib.words.names import Names
from lib.words.speak import Words


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that does not fit: its kind as code and as word, what it is, and the figures it touches."""

    code: str
    kind: str
    what: str
    figures: str


def conflict_list(record: Record, words: Words) -> tuple[Conflict, ...]:
    """What does not fit? Contradictions first.

    Raises DatasetUnavailable where the list cannot be read.
    """
    say, order = Names.of(record, words.lang), list(CONFLICT_KINDS)
    printed = {row["observation_id"]: row for row in observations(record)}
    rows = sorted(record.lines("conflicts"), key=lambda row: order.index(row["kind"]))
    return tuple(
        Conflict(
            code=str(row["kind"]),
            kind=words(f"data.conflict.{row['kind']}"),
            what=words.note((str(row["what_zh"]), str(row["what_en"]))),
            figures=words.join(
                _figure(to_fact(printed[code]), say, words)
                for code in str(row["observation_ids"]).split(";")
                if code in printed
            ),
        )
        for row in rows
    )


def number_of(code: str, listed: Iterable[Conflict]) -> int:
    """How many of these are of one kind?"""
    return sum(found.code == code for found in listed)


def _figure(fact: Fact, say: Names, words: Words) -> str:
    name = say("indicators", fact.indicator)
    part = "" if fact.category == "total" else say("categories", fact.category)
    return words(
        "data.conflicts.figure_part" if part else "data.conflicts.figure_total",
        area=say("areas", fact.ref_area),
        name=name,
        part=part,
        period=words.period(fact.period),
        figure=fact,
    )
