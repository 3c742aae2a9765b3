"""The one way by which a piece of HTML reaches a page."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from lib.site.markup.tags import coded, goes, link, panel, table, tag

__all__ = ["AsItIs", "coded", "goes", "link", "panel", "show", "table", "tag"]


def show(markup: Markup) -> None:
    """Puts a piece of HTML on the page."""
    st.html(AsItIs(markup))


class AsItIs(str):
    """HTML that Streamlit neither takes for the name of a file nor looks through for margins to strip."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)
