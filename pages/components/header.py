"""The header: the site's name, a link to each page, the search field, and the other language."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from lib.search.typed import ASKED, cleaned
from lib.site.markup.tags import NOTHING
from lib.site.pages import HIDDEN, PAGES
from lib.words.messages import TAGS
from lib.words.speak import Words
from pages.components import html
from pages.components.search_field import search_field
from pages.signin.leave import sign_out_link
from pages.signin.standing import reader_session

_LONGEST = 2000
"""What is longer than any choice of the site's own is not carried on to the other language."""


def header(path: str, words: Words) -> None:
    """Puts the header on the page of this path."""
    session = reader_session()
    leave = sign_out_link(session, words) if session else NOTHING
    html.show(header_html(path, words, st.query_params.to_dict(), leave))


def header_html(path: str, words: Words, query: Mapping[str, str], leave: Markup) -> Markup:
    """What is the header of the page of this path, with what else its address asks for? `leave` is a link."""
    links = [
        html.goes(page.path, words(f"site.nav.{page.name}"), {"lang": words.lang}, here=page.path == path)
        for page in PAGES
    ]
    asked = {name: value for name, value in query.items() if len(value) <= _LONGEST}
    asked["lang"] = {"zh": "en", "en": "zh"}[words.lang]
    last = html.goes(path, words("site.other_language"), asked)
    other = html.tag("span", (html.tag("span", last, lang=TAGS[asked["lang"]]), leave), "st-key-language")
    brand = html.tag("div", words("site.title"), "brand")
    typed = cleaned(query.get(ASKED, "")) if path == HIDDEN[0].path else ""
    end = html.tag("span", (search_field(words, typed), other), "header-end st-key-header_end")
    return html.tag("div", (html.tag("nav", (brand, *links), "st-key-header"), end), "site-header")
