"""The few choices that a page offers, each kept in the address under its own name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.site.choices import Choice, Refused, choice_of
from lib.words.speak import Words
from pages.components import address_bar
from pages.components.pickers import follow, keep
from pages.components.states import show_notice


def choice(
    name: str, options: tuple[str, ...], *, label: str, say: Callable[[str], str], words: Words
) -> str:
    """Which of these does the reader want? The address says, the first is the default."""
    called = tuple((code, say(code)) for code in options)
    return offer(choice_of(name, label, called, st.query_params.to_dict()), words)


def offer(choice: Choice, words: Words) -> str:
    """Puts a choice on the page, and tells what the reader wants.

    Streamlit's own binding would write the label in the reader's language into the address; an address has to
    mean the same to a reader of the other language, so the code is written here. A value that is not among
    the options gives the default and says so.
    """
    name, codes, called = choice.name, choice.codes, dict(choice.options)
    if choice.refused is not None:
        refuse(Refused(name, choice.refused), words)
    key = f"pick_{name}"
    st.session_state[key] = choice.chosen
    given: dict[str, Any] = {
        "key": key,
        **(
            {"on_change": follow, "args": (key, choice.leads, choice.forgets)}
            if choice.leads
            else {"on_change": keep, "args": (name, key, codes[0], choice.forgets)}
        ),
        "format_func": called.__getitem__,
    }
    if choice.is_listed:
        return str(st.selectbox(choice.label, codes, placeholder=words("widget.choose"), **given))
    return str(st.segmented_control(choice.label, codes, required=True, **given))


def refuse(refused: Refused, words: Words) -> None:
    """Says that the address asks for what there is none of, and takes it out of there."""
    show_notice(words("states.unknown_value", name=refused.name, value=refused.value))
    address_bar.keep({refused.name: refused.instead})
