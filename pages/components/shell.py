"""What stands around every page: configuration, header, navigation, closing lines."""

from __future__ import annotations

from copy import copy
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from lib.site.blocks.told import own_data, unknown_values
from lib.site.here import Here
from lib.site.lost import lost_title
from lib.site.pages import HIDDEN, PAGES
from lib.words.speak import Words
from pages.components import html
from pages.components.closing import closing_html
from pages.components.context import language, one_reader
from pages.components.header import header
from pages.components.scripts import SCRIPTS
from pages.components.sheet import show
from pages.components.states import in_its_place, show_notice
from pages.components.styles import style
from pages.server.offers import offer_upload

_ICON = Path(__file__).parents[2].joinpath("static", "icon.svg")
_NOT_FOUND = "pages/not_found.py"
_TAKING = ("data", "briefing")
"""Pages that take files of a reader's own, and say themselves whether this reader's: on all others they are freed."""


def open_site() -> None:
    """Draws the header and the page that the address asks for."""
    words = Words(language())
    st.set_page_config(page_icon=str(_ICON), layout="wide")  # each page has its own title
    refused = unknown_values(st.query_params.to_dict())
    st.query_params["lang"] = words.lang
    here = st.navigation([*map(copy, _pages(words.lang)), *_lost(words)], position="hidden")
    with one_reader() as who:
        html.show(style(who.look.theme))
        if here.url_path not in _TAKING:
            offer_upload(may=False)
        header(here.url_path, words)
        for name, value in refused.items():
            show_notice(words("states.unknown_value", name=name, value=value))
        with in_its_place(words):
            if own := own_data("own_data", who):
                show("own", *own)
        here.run()
        _close(who)


@cache
def _pages(lang: str) -> tuple[st.Page, ...]:
    """The pages as Streamlit knows them. To make one it looks for the file, so it is done once; a run takes copies,
    for Streamlit notes on a page whether it may be shown."""
    words = Words(lang)
    called = {page: words(f"site.nav.{page.name}") for page in PAGES}
    called |= {page: words(f"site.hidden.{page.name}") for page in HIDDEN}
    return tuple(
        st.Page(
            f"pages/{page.name}.py",
            title=f"{name} · {words('site.title')}",
            url_path=page.path,
            default=not page.path,
            visibility="visible" if page in PAGES else "hidden",
        )
        for page, name in called.items()
    )


def _lost(words: Words) -> list[st.Page]:
    """A page for an address that nobody has, so that it is answered in the reader's language."""
    path = urlsplit(st.context.url or "").path.strip("/").split("/")[-1]
    known = {page.path for page in (*PAGES, *HIDDEN)}
    if path in known:
        return []
    return [st.Page(_NOT_FOUND, title=lost_title(words), url_path=path, visibility="hidden")]


def _close(who: Here) -> None:
    """The closing line, and the page's language for screen readers and fonts; Streamlit's own is English."""
    script = SCRIPTS[who.words.lang]
    closing = closing_html(who.words) + html.coded("script", script)
    st.html(html.AsItIs(closing), unsafe_allow_javascript=True)
