"""The header: the site's name, a link to each page, the search field, and the other language."""

from __future__ import annotations

import streamlit as st

from lib.site.pages import HIDDEN, PAGES
from lib.words.speak import Words
from pages.components import html
from pages.components.search_field import asked as asked_for
from pages.components.search_field import search_field
from pages.signin.leave import sign_out_link
from pages.signin.standing import reader_session

_LONGEST = 2000
"""What is longer than any choice of the site's own is not carried on to the other language."""


def header(path: str, words: Words) -> None:
    """Puts the header on the page of this path."""
    links = [
        html.goes(page.path, words(f"site.nav.{page.name}"), {"lang": words.lang}, here=page.path == path)
        for page in PAGES
    ]
    asked = {name: value for name, value in st.query_params.to_dict().items() if len(value) <= _LONGEST}
    asked["lang"] = {"zh": "en", "en": "zh"}[words.lang]
    last = html.goes(path, words("site.other_language"), asked)
    if session := reader_session():
        last += sign_out_link(session, words)
    brand = html.tag("div", words("site.title"), "brand")
    field = search_field(words, asked_for() if path == HIDDEN[0].path else "")
    end = f'<span class="header-end">{field}<span class="st-key-language">{last}</span></span>'
    links_then_end = f"{''.join(links)}{end}"
    html.show(f'<nav class="st-key-header">{brand}{links_then_end}</nav>')
