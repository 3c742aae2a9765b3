"""What a reader chose, written into the address: one choice, one step of the browser's history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st


def keep(chosen: Mapping[str, str], *, forgets: Iterable[str] = ()) -> None:
    """Puts these into the address together and drops `forgets`; what is blank is not in it.

    Each change by itself would be a step of its own, and Back would lead to half of a choice.
    """
    gone = {*forgets, *chosen}
    others = {name: value for name, value in st.query_params.to_dict().items() if name not in gone}
    now = others | {name: value for name, value in chosen.items() if value}
    if now != st.query_params.to_dict():
        st.query_params.from_dict(now)
