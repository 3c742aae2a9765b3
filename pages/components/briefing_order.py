"""In which order the charts of a briefing stand, page by page: each can be moved, by mouse or by keys."""

from __future__ import annotations

import re
from collections.abc import Mapping

import streamlit as st

from lib.site.places import page_of
from lib.words.speak import Words
from pages.components import html

_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
"""Any sign that may mark up a label, where it is to stand for itself."""


def briefing_order(named: tuple[str, ...], titles: Mapping[str, str], words: Words) -> None:
    """Lists the charts in their order, those of one page that follow each other under its name.

    The name of a button says which chart it moves; what stands there in italics is heard, and not seen (`style.css`).
    """
    with st.container(key="places"):
        above = ""
        for place, name in enumerate(named):
            if (page := page_of(name)) != above:
                html.show(html.tag("h2", words(f"site.nav.{page}"), "place-page"))
                above = page
            with st.container(key=f"place_{name}", horizontal=True, vertical_alignment="center"):
                html.show(html.tag("span", f"{words.count(place + 1)} {titles[name]}", "place"))
                title = _SIGN.sub(r"\\\g<0>", titles[name])
                _move(named, place, -1, f"{words('briefing.page.up')} *{title}*", ":material/arrow_upward:")
                _move(
                    named, place, 1, f"{words('briefing.page.down')} *{title}*", ":material/arrow_downward:"
                )


def _move(named: tuple[str, ...], place: int, step: int, label: str, icon: str) -> None:
    other = place + step
    st.button(
        label,
        icon=icon,
        key=f"move_{named[place]}_{'down' if step > 0 else 'up'}",
        type="tertiary",
        disabled=not 0 <= other < len(named),
        on_click=_swap,
        args=(named, place, other),
    )


def _swap(named: tuple[str, ...], one: int, other: int) -> None:
    moved = list(named)
    moved[one], moved[other] = moved[other], moved[one]
    st.query_params["charts"] = ",".join(moved)
