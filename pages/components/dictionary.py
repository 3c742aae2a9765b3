"""The data dictionary: every column of every data file."""

from __future__ import annotations

import streamlit as st

from lib.site.here import Here
from lib.words.dictionary import dictionary_head, dictionary_rows
from pages.components import html


def dictionary_table(reader: Here) -> None:
    """Puts the data dictionary on the page."""
    words = reader.words
    with st.container(key="table_dictionary"):
        html.show(html.tag("h2", words("data.dictionary.title"), "card-title"))
        html.show(html.tag("p", words("data.dictionary.about"), "card-sub"))
        html.show(html.table(dictionary_head(words), dictionary_rows(words)))
