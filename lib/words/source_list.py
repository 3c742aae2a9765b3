"""Every source as it is listed: who, what, when, how it was read, and how many figures it gave."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lib.catalog.codes import READ_IN
from lib.facts.record import CHONGQING, Record
from lib.words.dataset import observations
from lib.words.provenance import link_of
from lib.words.speak import Words


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list; `link` may be opened, `address` is only ever shown as text."""

    source_id: str
    publisher: str
    title: str
    published: str
    language: str
    access: str
    figures: int
    on_chongqing: int
    link: str
    address: str
    note: str


def source_list(record: Record, words: Words) -> tuple[Listed, ...]:
    """Which texts were read? Those that print most on Chongqing first.

    Raises DatasetUnavailable where the list cannot be read.
    """
    rows = record.lines("sources")
    printed = observations(record)
    figures = Counter(row["source_id"] for row in printed)
    own = Counter(row["source_id"] for row in printed if row["ref_area"] == CHONGQING)
    found = []
    for row in rows:
        code, access = str(row["source_id"]), str(row["access"])
        link = link_of(access, str(row["url"]))
        publisher = str(row["publisher_zh"] if words.lang == "zh" else row["publisher_en"])
        found.append(
            Listed(
                source_id=code,
                publisher=publisher or str(row["publisher_en"]),
                title=str(row["title"]),
                published=str(row["published"]),
                language=words.note(READ_IN.get(row["language"], (row["language"],) * 2)[::-1]),
                access=words(f"data.access.{access}"),
                figures=figures[code],
                on_chongqing=own[code],
                link=link,
                address="" if link else str(row["url"]),
                note=str(row["note"]),
            )
        )
    return tuple(sorted(found, key=lambda line: (-line.on_chongqing, -line.figures, line.source_id)))
