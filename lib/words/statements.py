"""What sources state without a figure, as sentences, each with the source's own words where they were noted."""

from __future__ import annotations

from lib.facts.record import Record
from lib.facts.statements import stated
from lib.words.provenance import Source, source
from lib.words.speak import Words


def statement_lines(topic: str, record: Record, words: Words) -> tuple[str, ...]:
    """What do sources state on a topic, a sentence each?"""
    return tuple(
        words("provenance.quoted", text=one.texts[words.lang], quotation=one.source_words)
        if one.source_words
        else words("provenance.stated", text=one.texts[words.lang])
        for one in stated(record, topic)
    )


def statement_sources(topic: str, record: Record, words: Words) -> tuple[Source, ...]:
    """Which sources state that, each once?"""
    ids = dict.fromkeys(one.source_id for one in stated(record, topic))
    return tuple(source(source_id, record, words) for source_id in ids)
