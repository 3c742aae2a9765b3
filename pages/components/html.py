"""Pieces of HTML, and the one way by which they reach a page."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st

from lib.briefing.html.pieces import link, table, tag

__all__ = ["AsItIs", "goes", "link", "panel", "show", "table", "tag"]


def goes(path: str, label: str, query: dict[str, str], *, here: bool = False) -> str:
    """What is a link to a page of the site, followed within the open page? `here` marks the page that is open."""
    mark = ' aria-current="page"' if here else ""
    place = escape(f"./{path}?{urlencode(query)}")
    return f'<a class="goes" href="{place}" target="_self"{mark}>{escape(label)}</a>'


def panel(key: str, label: str, inside: str, *, shut: str) -> str:
    """What is a button that opens a panel with this HTML inside, and closes it again?

    `shut` names the button that closes it on a phone, where little beside it is left to press. The browser opens it,
    so that it costs no element of its own on the way to the page.
    """
    return (
        f'<button type="button" class="tool" popovertarget="{escape(key)}">{escape(label)}</button>'
        f'<div popover id="{escape(key)}" class="panel" role="group" aria-label="{escape(label)}">'
        f'<button type="button" class="shut" aria-label="{escape(shut)}">×</button>{inside}</div>'
    )


def show(markup: str) -> None:
    """Puts a piece of HTML on the page."""
    st.html(AsItIs(markup))


class AsItIs(str):
    """HTML that Streamlit neither takes for the name of a file nor looks through for margins to strip."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)
