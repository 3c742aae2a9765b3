"""What one run of a page knows: the record, the reader's language, and how charts are to look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from lib.catalog.load import load, version_of
from lib.charts.card import Look
from lib.facts.record import Record
from lib.words.messages import LANGUAGES
from lib.words.speak import Words

VIEWS = ("screen", "slide", "print")
DATA = Path(__file__).resolve().parents[2].joinpath("data")


@dataclass(frozen=True, slots=True)
class Reader:
    """The record as it stands, the voice that speaks to this reader, and the look that they chose."""

    record: Record
    words: Words
    look: Look
    data_key: str
    view: str = "screen"

    def in_currency(self, currency: str) -> Reader:
        """Who is the same reader with amounts in a currency?"""
        return replace(self, look=replace(self.look, currency=currency))

    def for_period(self, code: str) -> Reader:
        """Who is the same reader, asking for a period such as `2021-01_2021-06`?"""
        return replace(self, look=replace(self.look, period=code))


def reader() -> Reader:
    """Who is reading, and what is there to read?"""
    key = data_key()
    return Reader(_record(key), Words(language()), Look(theme()), key, view())


def view() -> str:
    """How is the page laid out: for the screen, as one slide, or for paper?"""
    asked = st.query_params.get("view")
    return asked if asked in VIEWS else VIEWS[0]


def theme() -> str:
    """Light or dark? What goes into a document is always light, so that two pictures are the same."""
    return (st.context.theme.type or "light") if view() == "screen" else "light"


def data_key() -> str:
    """Which state of the data folder is this? Changes when any of its files does."""
    return repr(version_of(DATA))


@st.cache_resource(max_entries=2, show_spinner=False)
def _record(key: str) -> Record:
    return load(DATA)


def language() -> str:
    """Which language does the reader want? The address says, else the last choice, else the browser."""
    asked = st.query_params.get("lang")
    if asked in LANGUAGES:
        st.session_state["lang"] = asked
    elif "lang" not in st.session_state:
        st.session_state["lang"] = "en" if (st.context.locale or "zh").lower().startswith("en") else "zh"
    lang: str = st.session_state["lang"]
    return lang


def unknown_values() -> dict[str, str]:
    """Which language or view does the address ask for that there is none of?"""
    known = {"lang": LANGUAGES, "view": VIEWS}
    return {
        name: asked
        for name, values in known.items()
        if (asked := st.query_params.get(name)) is not None and asked not in values
    }
