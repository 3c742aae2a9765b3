"""Choices among many, and a search, each kept in the address under its own name.

As in `filters`, the address carries codes, which mean the same in both languages, and only what differs from
the default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from lib.words.speak import Words
from pages.components.states import show_notice

LONGEST_SEARCH = 100


def asked(name: str, options: tuple[str, ...], words: Words) -> str:
    """Which of these does the address ask for? Else the first, and it says so where it asks for another."""
    value = st.query_params.get(name)
    if value is None:
        return options[0]
    if value not in options:
        show_notice(words("states.unknown_value", name=name, value=value))
        del st.query_params[name]
        return options[0]
    return value


def select(
    name: str,
    value: str,
    options: tuple[str, ...],
    *,
    label: str,
    say: Callable[[str], str],
    forgets: tuple[str, ...] = (),
) -> None:
    """Offers a choice among these with `value` chosen; another one drops `forgets` from the address."""
    key = f"pick_{name}"
    st.session_state[key] = value
    st.selectbox(
        label,
        options,
        format_func=say,
        key=key,
        on_change=_keep,
        args=(name, key, options[0], forgets),
    )


def search(name: str, *, label: str, placeholder: str, forgets: tuple[str, ...] = ()) -> str:
    """What does the reader search for? Searches while they type; another one drops `forgets` from the address."""
    key = f"pick_{name}"
    st.session_state[key] = st.query_params.get(name, "")[:LONGEST_SEARCH]
    found = st.text_input(
        label,
        key=key,
        type="search",
        max_chars=LONGEST_SEARCH,
        placeholder=placeholder,
        live="300ms",
        on_change=_keep,
        args=(name, key, "", forgets),
    )
    return found or ""


def text(name: str, *, label: str, placeholder: str) -> str:
    """What does the reader write here? Blank gives what the placeholder shows."""
    key = f"pick_{name}"
    st.session_state[key] = st.query_params.get(name, "")[:LONGEST_SEARCH]
    found = st.text_input(
        label,
        key=key,
        max_chars=LONGEST_SEARCH,
        placeholder=placeholder,
        on_change=_keep,
        args=(name, key, "", ()),
    )
    return found or ""


def clear(names: Iterable[str]) -> None:
    """Drops these from the address."""
    for name in names:
        st.query_params.pop(name, None)


def _keep(name: str, key: str, default: str, forgets: tuple[str, ...]) -> None:
    picked = st.session_state[key] or default
    clear(forgets)
    if picked == default:
        clear((name,))
    else:
        st.query_params[name] = picked
