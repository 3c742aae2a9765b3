"""The few choices that a page offers, each kept in the address under its own name."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lib.words.speak import Words
from pages.components.states import show_notice

CURRENCIES = ("CNY", "USD")


def choice(
    name: str, options: tuple[str, ...], *, label: str, say: Callable[[str], str], words: Words
) -> str:
    """Which of these does the reader want? The address says, the first is the default.

    Streamlit's own binding would write the label in the reader's language into the address; an address has to
    mean the same to a reader of the other language, so the code is written here. A value that is not among
    the options gives the default and says so.
    """
    asked = st.query_params.get(name)
    if asked is not None and asked not in options:
        show_notice(words("states.unknown_value", name=name, value=asked))
        del st.query_params[name]
    key = f"pick_{name}"
    st.session_state[key] = asked if asked in options else options[0]
    picked = st.segmented_control(
        label,
        options,
        required=True,
        format_func=say,
        key=key,
        on_change=_keep,
        args=(name, key, options[0]),
    )
    return str(picked)


def currency(words: Words) -> str:
    """In which currency are amounts shown?"""
    return choice(
        "currency",
        CURRENCIES,
        label=words("filter.currency"),
        say=lambda code: words(f"filter.{code}"),
        words=words,
    )


def _keep(name: str, key: str, default: str) -> None:
    """The address carries what differs from the default, and nothing else."""
    picked = st.session_state[key]
    if picked == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = picked
