"""Who issues a briefing, its number, day, mark, closing line and contact; what is left blank is as it is set."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lib.briefing.head import TEXTS, Head, HeadError, set_head
from lib.briefing.logo import MOST_MB
from lib.words.speak import Words
from pages.components import pickers
from pages.components.own_file import small_file
from pages.components.roles import is_analyst
from pages.components.states import show_notice
from pages.server.offers import offer_upload


def briefing_head(document: str, words: Words) -> Head:
    """Offers the head of a briefing in a language. Texts live in the address; a mark is kept in this session."""
    usual = _usual(document, words)
    offer_upload(may=is_analyst())
    with st.expander(words("briefing.page.head"), expanded=any(name in st.query_params for name in TEXTS)):
        given = {
            name: text
            for name in TEXTS
            if (
                text := pickers.text(
                    name, label=words(f"briefing.page.head_{name}"), placeholder=getattr(usual, name)
                )
            )
        }
        logo = _logo(words) if is_analyst() else b""
    return replace(usual, **given, logo=logo or usual.logo)


def _usual(document: str, words: Words) -> Head:
    try:
        return set_head(document)
    except HeadError as error:
        show_notice(error.said(words))
        return Head()


def _logo(words: Words) -> bytes:
    label = words("briefing.page.head_logo", most=words.count(MOST_MB))
    hint = words("briefing.page.head_logo_hint")
    return small_file("logo", label, hint, most_mb=MOST_MB, types=["png", "svg"])
