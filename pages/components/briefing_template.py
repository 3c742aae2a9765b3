"""The template of an office for the slides of a briefing, kept in this session."""

from __future__ import annotations

import streamlit as st

from lib.briefing.deck.template import MOST_MB
from lib.words.speak import Words
from pages.components.own_file import small_file
from pages.components.roles import is_analyst


def briefing_template(words: Words) -> bytes:
    """Offers a place for it to who may hand in files; gives what is in it, nothing where there is none."""
    if not is_analyst():
        return b""
    with st.container(key="own_template"):
        label = words("briefing.page.template", most=words.count(MOST_MB))
        hint = words("briefing.page.template_hint")
        return small_file("template", label, hint, most_mb=MOST_MB, types=["pptx", "potx"])
