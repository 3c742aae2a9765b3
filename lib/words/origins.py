"""What was not published is called so wherever it is shown: local data, and SYNTHETIC data."""

from __future__ import annotations

from collections.abc import Iterable

from lib.catalog.codes import ORIGINS
from lib.facts.errors import RecordError
from lib.facts.fact import Fact
from lib.facts.newest import newest_own
from lib.facts.record import Record
from lib.facts.searched import searched_until
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
    """How new is what is known of Chongqing, until when were sources searched, and how many figures are there?

    What the record cannot tell is left out. Rows that were not published are counted apart.
    """
    told = [_newest(record, words), _searched(record, words), _counted(record, words)]
    return " · ".join([*(text for text in told if text), words("site.version", version=record.version)])


def _newest(record: Record, words: Words) -> str:
    try:
        newest = newest_own(record)
    except RecordError:
        return ""
    if newest is None:
        return ""
    if newest.published is None:
        return words("site.newest_undated", period=newest.period)
    return words("site.newest", period=newest.period, published=newest.published)


def _searched(record: Record, words: Words) -> str:
    try:
        return words("site.searched", date=searched_until(record))
    except RecordError:
        return ""


def _counted(record: Record, words: Words) -> str:
    count = words.count(record.size)
    if not record.origins:
        return words("site.figures", count=count)
    own = words.count(len(record.origins))
    return words("site.figures_own", count=count, own=own, mark=_worst(record, words))


def banner(record: Record, words: Words) -> str:
    """What must every page say first of a record that holds more than what was published? Blank of others."""
    if not record.origins:
        return ""
    origin = max(record.origins.values())
    return words(f"states.origin_{origin}", own=words.count(len(record.origins)))


def _worst(record: Record, words: Words) -> str:
    return mark(max(record.origins.values()), words)
