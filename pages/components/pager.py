"""Links to the pages of a long table, each with an address of its own."""

from __future__ import annotations

from html import escape

import streamlit as st

from lib.words.search import beside, shown_pages
from lib.words.speak import Words
from pages.components import html

PAGE = "page"


def pager(path: str, page: int, last: int, words: Words) -> str:
    """Which links lead from one page of a table to the others? The address keeps what else it asks for."""
    if last == 1:
        return ""
    asked = {name: value for name, value in st.query_params.items() if name != PAGE}

    def to(number: int, label: str) -> str:
        query = asked | ({PAGE: str(number)} if number > 1 else {})
        return html.goes(path, label, query, here=number == page)

    before, after = beside(page, last)
    links = [
        to(before, words("data.pager.before")) if before else "",
        *(to(n, words.count(n)) if n else html.tag("span", "…") for n in shown_pages(page, last)),
        to(after, words("data.pager.after")) if after else "",
    ]
    label = words("data.pager.label")
    return f'<nav class="pager" aria-label="{escape(label)}">' + "".join(links) + "</nav>"
