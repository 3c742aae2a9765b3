"""The lists of the page on data, as HTML: sources, what does not fit, what has changed."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from lib.facts.changes import changes, editions
from lib.facts.record import Record
from lib.site.markup.tags import columns, joined, lines, link, table, tag
from lib.words.changes import added, change_head, change_rows, differing
from lib.words.conflict_list import Conflict, conflict_list, number_of
from lib.words.gaps import gap_about, gap_head, gap_rows
from lib.words.source_list import Listed, source_list
from lib.words.speak import Words

_SOURCE_COLUMNS = ("source", "published", "language", "access", "figures")
_CONFLICT_COLUMNS = ("kind", "what")


def sources_list(record: Record, words: Words) -> Markup:
    """Which sources are there, each linked where a link may be given?

    Raises DatasetUnavailable where the list cannot be read.
    """
    listed = source_list(record, words)
    about = tag("p", words("data.sources.about", count=words.count(len(listed))), "card-sub")
    return about + _table("sources", _SOURCE_COLUMNS, (_source(found, words) for found in listed), words)


def gaps_list(record: Record, words: Words) -> Markup:
    """Which figures should have been published by now, and where were such figures printed before?

    Raises DatasetUnavailable where a dataset or the list of editions cannot be read.
    """
    about = tag("p", gap_about(record, words), "card-sub")
    return about + table(gap_head(words), gap_rows(record, words))


def conflicts_list(record: Record, words: Words) -> Markup:
    """What is known not to fit: contradictions, breaks and misprints?

    Raises DatasetUnavailable where the list cannot be read.
    """
    listed = conflict_list(record, words)
    contradictions = number_of("contradiction", listed)
    about = words(
        "data.conflicts.about", count=words.count(len(listed)), contradictions=words.count(contradictions)
    )
    body = (_conflict(found, words) for found in listed)
    return tag("p", about, "card-sub") + _table("conflicts", _CONFLICT_COLUMNS, body, words)


def changes_list(record: Record, words: Words) -> Markup:
    """What did the newest edition of the record add, and which old values stand beside new ones?

    Raises DatasetUnavailable where the list of editions or of sources cannot be read.
    """
    newest = editions(record)[-1]
    found = changes(record, newest)
    about = joined(
        tag("p", text, "card-sub") for text in (added(found, newest, record, words), differing(found, words))
    )
    rows = change_rows(found, record, words)
    return about + (table(change_head(words), rows, numeric=(1, 2)) if rows else "")


def _table(name: str, named: Iterable[str], rows: Iterable[Markup], words: Words) -> Markup:
    return lines(columns(words(f"data.{name}.{column}") for column in named), rows)


def _source(found: Listed, words: Words) -> Markup:
    title = words("provenance.title", title=found.title) if found.title else ""
    name = f"{found.publisher} {title}".strip()
    first = link(found.link, name) if found.link else escape(name)
    if found.address:  # as text alone: several of these hosts are unrelated sites
        first += tag("div", words("data.sources.address", url=found.address), "quiet")
    figures = words.count(found.figures)
    if found.on_chongqing:
        own = words.count(found.on_chongqing)
        figures = words("data.sources.figures_own", figures=figures, own=own)
    cells = (found.published or words("data.sources.undated"), found.language, found.access, figures)
    return tag("tr", (tag("td", cell) for cell in (first, *cells)))


def _conflict(found: Conflict, words: Words) -> Markup:
    figures = tag("div", words("data.conflicts.figures", figures=found.figures), "quiet")
    what = (found.what, figures if found.figures else "")
    return tag("tr", (tag("td", found.kind, found.code), tag("td", what)))
