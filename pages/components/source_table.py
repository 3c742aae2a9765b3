"""The sources of all figures, and what is known not to fit between them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from lib.facts.errors import RecordError
from lib.words.conflict_list import Conflict, conflict_list, number_of
from lib.words.source_list import Listed, source_list
from lib.words.speak import Words
from pages.components import html
from pages.components.context import Reader
from pages.components.states import show_fault

_SOURCE_COLUMNS = ("source", "published", "language", "access", "figures")
_CONFLICT_COLUMNS = ("kind", "what")


def source_table(reader: Reader) -> None:
    """Puts the list of sources on the page, each linked where a link may be given."""
    _card("sources", reader)


def conflict_table(reader: Reader) -> None:
    """Puts the list of contradictions, breaks and misprints on the page."""
    _card("conflicts", reader)


def _card(name: str, reader: Reader) -> None:
    with st.container(key=f"table_{name}"):
        html.show(html.tag("h2", reader.words(f"data.{name}.title"), "card-title"))
        try:
            html.show(_markup(name, reader.words.lang, reader.data_key, reader))
        except RecordError as error:
            show_fault(error, reader.words)


@st.cache_resource(max_entries=8, show_spinner=False)
def _markup(name: str, lang: str, data_key: str, _reader: Reader) -> str:
    return {"sources": _sources, "conflicts": _conflicts}[name](_reader)


def _sources(reader: Reader) -> str:
    words = reader.words
    listed = source_list(reader.record, words)
    about = html.tag("p", words("data.sources.about", count=words.count(len(listed))), "card-sub")
    return about + _table("sources", _SOURCE_COLUMNS, (_source(found, words) for found in listed), words)


def _conflicts(reader: Reader) -> str:
    words = reader.words
    listed = conflict_list(reader.record, words)
    contradictions = number_of("contradiction", listed)
    about = words(
        "data.conflicts.about", count=words.count(len(listed)), contradictions=words.count(contradictions)
    )
    body = (_conflict(found, words) for found in listed)
    return html.tag("p", about, "card-sub") + _table("conflicts", _CONFLICT_COLUMNS, body, words)


def _table(name: str, columns: Iterable[str], rows: Iterable[str], words: Words) -> str:
    heads = "".join(f'<th scope="col">{escape(words(f"data.{name}.{column}"))}</th>' for column in columns)
    return (
        f'<div class="grid-scroll" tabindex="0"><table class="grid">'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _source(found: Listed, words: Words) -> str:
    title = words("provenance.title", title=found.title) if found.title else ""
    name = f"{found.publisher} {title}".strip()
    first = html.link(found.link, name) if found.link else escape(name)
    if found.address:  # as text alone: several of these hosts are unrelated sites
        first += html.tag("div", words("data.sources.address", url=found.address), "quiet")
    figures = words.count(found.figures)
    if found.on_chongqing:
        own = words.count(found.on_chongqing)
        figures = words("data.sources.figures_own", figures=figures, own=own)
    cells = (found.published or words("data.sources.undated"), found.language, found.access, figures)
    return f"<tr><td>{first}</td>{''.join(html.tag('td', cell) for cell in cells)}</tr>"


def _conflict(found: Conflict, words: Words) -> str:
    figures = html.tag("div", words("data.conflicts.figures", figures=found.figures), "quiet")
    return (
        f"<tr>{html.tag('td', found.kind, found.code)}"
        f"<td>{escape(found.what)}{figures if found.figures else ''}</td></tr>"
    )
