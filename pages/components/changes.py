"""What the newest edition of the record added, and old values beside new ones."""

from __future__ import annotations

import streamlit as st

from lib.facts.changes import changes, editions
from lib.facts.errors import RecordError
from lib.words.changes import added, change_head, change_rows, differing
from pages.components import html
from pages.components.context import Reader
from pages.components.states import show_fault


def changes_table(reader: Reader) -> None:
    """Puts on the page what changed since the edition before the newest."""
    with st.container(key="table_changes"):
        html.show(html.tag("h2", reader.words("changes.title"), "card-title"))
        try:
            html.show(_markup(reader.words.lang, reader.data_key, reader))
        except RecordError as error:
            show_fault(error, reader.words)


@st.cache_resource(max_entries=4, show_spinner=False)
def _markup(lang: str, data_key: str, _reader: Reader) -> str:
    record, words = _reader.record, _reader.words
    newest = editions(record)[-1]
    found = changes(record, newest)
    about = [
        html.tag("p", text, "card-sub")
        for text in (added(found, newest, record, words), differing(found, words))
    ]
    rows = change_rows(found, record, words)
    return "".join(about) + (html.table(change_head(words), rows, numeric=(1, 2)) if rows else "")
