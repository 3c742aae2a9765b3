"""A page of the table, as a reader gets it: its sheets, and between them what can be chosen."""

from __future__ import annotations

import streamlit as st

from lib.site.choices import Choice
from lib.site.parts import Sheet, parts_of
from pages.components.context import reader
from pages.components.filters import offer
from pages.components.sheet import show


def read(page: str) -> None:
    """Puts a page of the table before the reader."""
    here = reader()
    for part in parts_of(page, here, st.query_params.to_dict()):
        match part:
            case Sheet(key, pieces):
                show(key, *pieces)
            case Choice():
                offer(part, here.words)
