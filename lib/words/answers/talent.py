"""How far has the talent programme come?"""

from __future__ import annotations

from dataclasses import dataclass

from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.facts.talent import BASES, ENTERPRISES, PERSONS, named_bases
from lib.words.provenance import Source, source
from lib.words.speak import Words
from lib.words.telling import Clause, Statement, Teller

PARTS = (("bases", BASES), ("enterprises", ENTERPRISES), ("persons", PERSONS))


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the programme: what is planned and what is known to be done, None where it was not found."""

    name: str
    plan: Fact | None
    done: Fact | None


def answer(record: Record, words: Words) -> str:
    """What can be read out in a meeting? What is there, what else is planned, and of what nothing was found."""
    teller = Teller(record, words)
    return teller.tell(*statements(teller))


def statements(teller: Teller, *also_planned: Statement | None) -> tuple[Statement | None, ...]:
    """What is there, what else is planned, and of what was no progress found?"""
    ask, latest = teller.ask, teller.record.latest
    parts = [_Part(name, ask(latest, code, kind="target"), ask(latest, code)) for name, code in PARTS]
    open_parts = [part for part in parts if part.plan and not part.done]
    return (
        *(_done(teller, part) for part in parts),
        _planned(teller, open_parts),
        *also_planned,
        _unseen(teller, open_parts),
    )


def _done(teller: Teller, part: _Part) -> Statement | None:
    if part.done is None:
        return None
    return teller.of(
        part.done.period,
        teller.clause(f"talent.done.{part.name}", done=part.done),
        teller.beside(part.done, part.plan, same="talent.of_plan", older="talent.of_plan_older"),
    )


def _planned(teller: Teller, parts: list[_Part]) -> Statement | None:
    """What does the plan ask for of which nothing is known to be done?"""
    plans = [part.plan for part in parts if part.plan]
    texts = [teller.words(f"talent.plan.{part.name}", plan=part.plan) for part in parts]
    if not plans:
        return None
    said = teller.words("talent.plan", plans=teller.words.list(texts))
    return Statement((Clause(said, tuple(plans)),), plans[0].period)


def _unseen(teller: Teller, parts: list[_Part]) -> Statement | None:
    """Of which parts was no progress found?"""
    names = [teller.words(f"talent.part.{part.name}") for part in parts]
    return teller.of(None, teller.clause("talent.unseen", parts=teller.words.list(names))) if names else None


def bases_head(words: Words) -> list[str]:
    """What are the columns of the list of bases called?"""
    return [words("talent.bases.name"), words("talent.bases.focus")]


def bases_rows(record: Record, words: Words) -> list[list[str]]:
    """Which bases are there, and what does each train? A name that was not seen stands as it was printed."""
    return [
        [base.names[words.lang] or base.names["en"], record.name("categories", base.focus, words.lang)]
        for base in named_bases(record)
    ]


def bases_sources(record: Record, words: Words) -> tuple[Source, ...]:
    """Which sources name the bases, each once?"""
    ids = dict.fromkeys(base.source_id for base in named_bases(record))
    return tuple(source(source_id, record, words) for source_id in ids)
