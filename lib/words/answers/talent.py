"""How far has the talent programme come?"""

from __future__ import annotations

from lib.facts.record import Record
from lib.facts.talent import named_bases, programme
from lib.words.provenance import Source, source
from lib.words.speak import Words


def answer(record: Record, words: Words) -> str:
    """What can be read out in a meeting? The bases, what else is planned, and what was not published."""
    bases, enterprises, persons = programme(record)
    unpublished = enterprises.outcome is None and persons.outcome is None
    return words(
        "talent.answer" if unpublished else "talent.answer_partly",
        bases=bases.outcome or bases.plan,
        plan=bases.plan,
        enterprises=enterprises.plan,
        persons=persons.plan,
    )


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
