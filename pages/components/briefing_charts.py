"""Which charts go into a briefing, and in which order: whole pages or single charts, kept in the address."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

import streamlit as st

from lib.briefing.order import MOST_CHARTS
from lib.explore.by_name import asked_of, drawn, in_vain, is_choice
from lib.facts.errors import NoSuchFigure
from lib.site.here import Here
from lib.site.pages import OVERVIEW, PAGE_OF
from lib.site.places import page_of
from lib.words.speak import Words
from pages.components.briefing_order import briefing_order
from pages.components.states import show_notice

_JOIN = ","


def briefing_charts(offered: Mapping[str, str], here: Here) -> tuple[str, ...]:
    """Which charts, in which order? The address says, else those of the overview.

    `offered` are those of the pages and the choices of `/explore` that the address names, with what they say.
    """
    words = here.words
    named = _asked(offered, words)
    pages = tuple(dict.fromkeys(PAGE_OF[name] for name in offered if name in PAGE_OF))
    _pages(pages, offered, named, words)
    st.session_state["pick_charts"] = list(named)
    st.multiselect(
        words("briefing.page.charts", most=words.count(MOST_CHARTS)),
        list(offered),
        key="pick_charts",
        format_func=lambda name: words(
            "briefing.contents.of_page", page=words(f"site.nav.{page_of(name)}"), title=offered[name]
        ),
        max_selections=MOST_CHARTS,
        placeholder=words("briefing.page.charts_help"),
        select_all=False,  # which would stand there in English
        on_change=_keep,
    )
    briefing_order(named, offered, words)
    return named


def explored(here: Here) -> dict[str, str]:
    """Which choices of `/explore` does the address name, by their full names, with what they say?"""
    words, found = here.words, {}
    for name in filter(is_choice, st.query_params.get("charts", "").split(_JOIN)):
        with suppress(NoSuchFigure):
            if not in_vain(asked_of(name), here.record):
                found[name] = drawn(name, here.record, words, here.look).title
    return found


def _asked(offered: Mapping[str, str], words: Words) -> tuple[str, ...]:
    asked = st.query_params.get("charts")
    usual = tuple(name for name in OVERVIEW.charts if name in offered)
    wanted = usual if asked is None else tuple(dict.fromkeys(name for name in asked.split(_JOIN) if name))
    named = tuple(name for name in wanted if name in offered)
    if unknown := [name for name in wanted if name not in offered]:
        show_notice(words("states.unknown_value", name="charts", value=_JOIN.join(unknown)))
        if named:
            st.query_params["charts"] = _JOIN.join(named)
        else:
            del st.query_params["charts"]
            named = usual
    if len(named) > MOST_CHARTS:
        given = {"asked": words.count(len(named)), "most": words.count(MOST_CHARTS)}
        show_notice(words("briefing.page.too_many", **given))
        named = named[:MOST_CHARTS]
        st.query_params["charts"] = _JOIN.join(named)
    return named


def _pages(pages: tuple[str, ...], offered: Mapping[str, str], named: tuple[str, ...], words: Words) -> None:
    """Offers whole pages; one is marked where all of its charts are chosen."""
    of = {page: tuple(name for name in offered if PAGE_OF.get(name) == page) for page in pages}
    whole = [page for page in pages if set(of[page]) <= set(named)]
    st.session_state["whole_pages"] = whole
    st.pills(
        words("briefing.page.whole_pages"),
        pages,
        key="whole_pages",
        selection_mode="multi",
        format_func=lambda page: words(f"site.nav.{page}"),
        on_change=_take_pages,
        args=(of, tuple(whole), named),
    )


def _take_pages(of: Mapping[str, tuple[str, ...]], whole: tuple[str, ...], named: tuple[str, ...]) -> None:
    """Adds the charts of a page that was picked behind the others, or takes away those of one that was left.

    What nobody has chosen, the charts that stand there at first, makes room for the first page that is picked.
    """
    picked = st.session_state["whole_pages"]
    named = named if "charts" in st.query_params or len(picked) < len(whole) else ()
    gone = {name for page in whole if page not in picked for name in of[page]}
    more = [name for page in picked if page not in whole for name in of[page]]
    kept = [name for name in named if name not in gone]
    st.query_params["charts"] = _JOIN.join(dict.fromkeys((*kept, *more)))


def _keep() -> None:
    st.query_params["charts"] = _JOIN.join(st.session_state["pick_charts"])
