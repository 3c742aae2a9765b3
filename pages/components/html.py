"""Pieces of HTML, and the one way by which they reach a page."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from lib.briefing.html.pieces import link, table, tag

__all__ = ["link", "show", "table", "tag"]


def show(markup: str, *, width: Literal["stretch", "content"] = "stretch") -> None:
    """Puts a piece of HTML on the page."""
    st.html(markup, width=width)
