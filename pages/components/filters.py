"""The few choices that a page offers, each kept in the address under its own name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.facts.period import Period
from lib.words.speak import Words
from pages.components.states import show_notice

CURRENCIES = ("CNY", "USD")
SIDE_BY_SIDE = 6
"""More choices than these stand in a list."""


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
    kept: dict[str, Any] = {"key": key, "on_change": _keep, "args": (name, key, options[0])}
    if len(options) > SIDE_BY_SIDE:
        return str(st.selectbox(label, options, format_func=say, **kept))
    return str(st.segmented_control(label, options, required=True, format_func=say, **kept))


def currency(words: Words) -> str:
    """In which currency are amounts shown?"""
    return choice(
        "currency",
        CURRENCIES,
        label=words("filter.currency"),
        say=lambda code: words(f"filter.{code}"),
        words=words,
    )


def period(codes: tuple[str, ...], *, label: str, words: Words) -> str:
    """Which of these periods, newest first? In a list each stands under its year."""
    listed = len(codes) > SIDE_BY_SIDE

    def say(code: str) -> str:
        span = Period.parse(code)
        if not listed:
            return words.period(span)
        return words("filter.whole_year" if span.is_year else "filter.in_year", period=span)

    return choice("period", codes, label=label, say=say, words=words)


def _keep(name: str, key: str, default: str) -> None:
    """The address carries what differs from the default, and nothing else."""
    picked = st.session_state[key]
    if picked == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = picked
