"""What was not published is called so wherever it is shown: local data, and SYNTHETIC data."""

from __future__ import annotations

from collections.abc import Iterable

from lib.catalog.codes import ORIGINS
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.speak import Words


def mark(origin: str, words: Words) -> str:
    """What is an origin called? Blank for what was published.

    >>> mark("local", Words("zh")), mark("synthetic", Words("en")), mark("", Words("en"))
    ('本地数据', 'SYNTHETIC data', '')
    """
    english, chinese = ORIGINS.get(origin, ("", ""))
    return words.note((chinese, english))


def marked_by(facts: Iterable[Fact], record: Record, text: str, words: Words) -> str:
    """How does a text read that rests on these figures? With the mark before it where any was not published."""
    said = mark(record.origin_of(facts), words)
    return f"{said} · {text}" if said else text


def as_of_line(record: Record, words: Words) -> str:
    """As of when does the record speak, from which version, and how much of it was not published?"""
    told = {"date": record.as_of, "version": record.version, "count": words.count(record.size)}
    if not record.origins:
        return words("site.as_of", **told)
    return words("site.as_of_own", **told, own=words.count(len(record.origins)), mark=_worst(record, words))


def banner(record: Record, words: Words) -> str:
    """What must every page say first of a record that holds more than what was published? Blank of others."""
    if not record.origins:
        return ""
    origin = max(record.origins.values())
    return words(f"states.origin_{origin}", own=words.count(len(record.origins)))


def _worst(record: Record, words: Words) -> str:
    return mark(max(record.origins.values()), words)
