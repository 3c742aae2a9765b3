"""Pieces of HTML, and the one way by which they reach a page."""

from __future__ import annotations

from html import escape
from typing import Literal

import streamlit as st

from lib.briefing.html.pieces import link, table, tag

__all__ = ["link", "panel", "show", "table", "tag"]


def panel(key: str, label: str, inside: str) -> str:
    """What is a button that opens a panel with this HTML inside, and closes it again?

    The browser opens it, so that it costs no element of its own on the way to the page.
    """
    return (
        f'<button type="button" class="tool" popovertarget="{escape(key)}">{escape(label)}</button>'
        f'<div popover id="{escape(key)}" class="panel" role="group" aria-label="{escape(label)}">{inside}</div>'
    )


def show(markup: str, *, width: Literal["stretch", "content"] = "stretch") -> None:
    """Puts a piece of HTML on the page, as it is: Streamlit neither takes it for a file nor strips its margins."""
    st.html(_Html(markup), width=width)


class _Html(str):
    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)
