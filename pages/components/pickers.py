"""Choices among many, and a search, each kept in the address under its own name.

As in `filters`, the address carries codes, which mean the same in both languages, and only what differs from
the default.
"""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from lib.site.choices import LONGEST_SEARCH, Leads, Search, Several
from lib.words.speak import Words
from pages.components import address_bar


def search(asked: Search) -> None:
    """Puts a search on the page, which searches while the reader types."""
    key = f"pick_{asked.name}"
    st.session_state[key] = asked.text
    st.text_input(
        asked.label,
        key=key,
        type="search",
        max_chars=LONGEST_SEARCH,
        placeholder=asked.placeholder,
        live="300ms",
        on_change=keep,
        args=(asked.name, key, "", asked.forgets),
    )


def several(asked: Several, words: Words) -> None:
    """Puts a choice of several on the page."""
    key = f"pick_{asked.name}"
    st.session_state[key] = list(asked.chosen)
    st.multiselect(
        asked.label,
        [code for code, _ in asked.options],
        key=key,
        format_func=dict(asked.options).__getitem__,
        max_selections=asked.most,
        placeholder=words("widget.choose"),
        select_all=False,  # which would stand there in English
        on_change=follow,
        args=(key, asked.leads, asked.forgets),
    )


def text(name: str, *, label: str, placeholder: str) -> str:
    """What does the reader write here? Blank gives what the placeholder shows."""
    key = f"pick_{name}"
    st.session_state[key] = st.query_params.get(name, "")[:LONGEST_SEARCH]
    found = st.text_input(
        label,
        key=key,
        max_chars=LONGEST_SEARCH,
        placeholder=placeholder,
        on_change=keep,
        args=(name, key, "", ()),
    )
    return found or ""


def clear(names: Iterable[str]) -> None:
    """Drops these from the address."""
    address_bar.keep({}, forgets=names)


def follow(key: str, leads: Leads, forgets: tuple[str, ...]) -> None:
    """Puts what a choice leads to into the address, and drops `forgets` from it."""
    picked = st.session_state[key]
    value = ",".join(picked) if isinstance(picked, list) else str(picked or "")
    address_bar.keep(leads(value), forgets=forgets)


def keep(name: str, key: str, default: str, forgets: tuple[str, ...]) -> None:
    """Puts into the address what differs from the default, and nothing else; drops `forgets` from it."""
    picked = st.session_state[key] or default
    address_bar.keep({name: "" if picked == default else picked}, forgets=forgets)
