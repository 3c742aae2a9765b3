"""What a briefing is to hold: charts in their order, language, currency, period, title and format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import streamlit as st

from lib.briefing.browser.drawn import Paper
from lib.briefing.make import FORMATS, PAPERS
from lib.briefing.order import MOST_CHARTS, OVERVIEW_CHARTS, Order, titles
from lib.charts.card import Look
from lib.facts.outsourcing_periods import period_codes
from lib.words.messages import LANGUAGES
from pages.components import html, pickers
from pages.components.context import DataKey, Reader
from pages.components.filters import choice, currency, period
from pages.components.states import in_its_place, show_notice

_JOIN = ","


@dataclass(frozen=True, slots=True)
class Wish:
    """A briefing as the reader put it together, the format that they want it in, and the paper of a PDF."""

    order: Order
    form: str
    paper: Paper


def briefing_form(here: Reader) -> Wish:
    """Puts the choices on the page; they live in the address, so that a colleague gets the same."""
    words, periods = here.words, tuple[str, ...]()
    with in_its_place(words):
        periods = period_codes(here.record)
    with st.container(key="panel"):
        left, right = st.columns(2, gap="medium")
        with right:
            form = choice("format", FORMATS, label=words("briefing.page.format"), say=_form_name, words=words)
            paper = _paper(here) if form == "pdf" else PAPERS[0]
            document = choice(
                "document",
                tuple(sorted(LANGUAGES, key=lambda lang: lang != words.lang)),
                label=words("briefing.page.document"),
                say=lambda lang: words(f"briefing.page.lang.{lang}"),
                words=words,
            )
            money = currency(words)
            chosen = period(periods, label=words("briefing.page.period"), words=words) if periods else ""
            title = pickers.text(
                "title", label=words("briefing.page.title"), placeholder=words("briefing.title")
            )
        look = Look(currency=money, period="" if chosen in periods[:1] else chosen)
        with left:
            charts = _charts(_titles(words.lang, look, here.data_key, here), here)
    parts = urlsplit(st.context.url or "")
    base = f"{parts.scheme}://{parts.netloc}" if parts.netloc else "http://localhost:8501"
    return Wish(Order(lang=document, charts=charts, look=look, title=title, base=base), form, paper)


def _paper(here: Reader) -> Paper:
    words = here.words
    picked = choice(
        "paper",
        PAPERS,
        label=words("briefing.page.paper"),
        say=lambda paper: words(f"briefing.paper.{paper.replace('-', '_')}"),
        words=words,
    )
    return next(paper for paper in PAPERS if paper == picked)


def _charts(offered: Mapping[str, str], here: Reader) -> tuple[str, ...]:
    """Which charts, in which order? The address says, else those of the overview."""
    words, asked = here.words, st.query_params.get("charts")
    usual = tuple(name for name in OVERVIEW_CHARTS if name in offered)
    wanted = usual if asked is None else tuple(dict.fromkeys(name for name in asked.split(_JOIN) if name))
    named = tuple(name for name in wanted if name in offered)
    if unknown := [name for name in wanted if name not in offered]:
        show_notice(words("states.unknown_value", name="charts", value=_JOIN.join(unknown)))
        if named:
            st.query_params["charts"] = _JOIN.join(named)
        else:
            del st.query_params["charts"]
            named = usual
    st.session_state["pick_charts"] = list(named)
    st.multiselect(
        words("briefing.page.charts", most=words.count(MOST_CHARTS)),
        list(offered),
        key="pick_charts",
        format_func=lambda name: offered[name],
        max_selections=MOST_CHARTS,
        placeholder=words("briefing.page.charts_help"),
        select_all=False,  # which would stand there in English
        on_change=_keep,
    )
    with st.container(key="places"):
        for place, name in enumerate(named):
            with st.container(key=f"place_{name}", horizontal=True, vertical_alignment="center"):
                html.show(html.tag("span", f"{words.count(place + 1)} {offered[name]}", "place"))
                _move(named, place, -1, words("briefing.page.up"), ":material/arrow_upward:")
                _move(named, place, 1, words("briefing.page.down"), ":material/arrow_downward:")
    return named


def _move(named: tuple[str, ...], place: int, step: int, help_text: str, icon: str) -> None:
    other = place + step
    st.button(
        help_text,
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
    st.query_params["charts"] = _JOIN.join(moved)


def _keep() -> None:
    st.query_params["charts"] = _JOIN.join(st.session_state["pick_charts"])


def _form_name(form: str) -> str:
    return form.upper()


@st.cache_resource(max_entries=16, show_spinner=False)
def _titles(lang: str, look: Look, data_key: DataKey, _reader: Reader) -> Mapping[str, str]:
    return titles(_reader.record, _reader.words, look)
