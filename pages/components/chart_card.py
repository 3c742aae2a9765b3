"""A chart card: the sentence, the chart, its source, and behind it method, table and download."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from lib.briefing.html.chart import Dressed, dressed
from lib.charts.card import Card, Look
from lib.charts.registry import CHARTS
from lib.charts.sent import sent
from lib.facts.errors import RecordError
from lib.words.speak import Words
from lib.words.tables import csv_bytes
from pages.components import html
from pages.components.context import Reader, view
from pages.components.plot import plot
from pages.components.states import show_fault

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card with its texts, what the browser draws, and its file made, shared by every reader who asks for the same."""

    texts: Dressed
    sent: bytes
    csv: bytes


def chart_card(name: str, reader: Reader) -> None:
    """Puts a chart of the registry on the page; where its data are missing, says so in its place."""
    words = reader.words
    with st.container(key=f"chart_{name}"):
        try:
            found = _drawn(name, words.lang, reader.look, reader.data_key, reader)
        except RecordError as error:
            show_fault(error, words)
            return
        show(found, words)


def show(found: Drawn, words: Words) -> None:
    """Puts the inside of a card on the page: sentence, chart, notes, source, and the three tools.

    On paper nothing can be opened, so the table stands under the chart.
    """
    texts, name = found.texts, found.texts.card.name
    if view() == "print":
        with st.container(key=f"whole_{name}"):
            html.show(texts.head)
            plot(texts.card, sent(texts.card, words, still=True), lang=words.lang, still=True)
            html.show(texts.notes + texts.source)
        with st.container(key=f"rows_{name}"):
            html.show(texts.table)
        return
    html.show(texts.head)
    plot(texts.card, found.sent, lang=words.lang)
    if texts.notes:
        html.show(texts.notes)
    with st.container(key=f"foot_{name}", horizontal=True, horizontal_alignment="distribute"):
        html.show(texts.source)
        _tools(name, found, words)


def chart_grid(names: tuple[str, ...], reader: Reader) -> None:
    """Puts charts on the page two in a row, one below the other on a phone."""
    in_grid(names, lambda name: chart_card(name, reader))


def in_grid(items: Sequence[Item], put: Callable[[Item], None]) -> None:
    """Puts items on the page two in a row, one below the other on a phone and on paper.

    An odd one takes the whole row.
    """
    for row in batched(items, 1 if view() == "print" else 2):
        for item, column in zip(row, st.columns(len(row), gap="small"), strict=True):
            with column:
                put(item)


def batched(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Which items stand together, so many in a row or on a page?

    >>> batched(("a", "b", "c"), 2)
    [('a', 'b'), ('c',)]
    """
    return [items[first : first + size] for first in range(0, len(items), size)]


def _tools(name: str, found: Drawn, words: Words) -> None:
    with st.container(key=f"tools_{name}", horizontal=True, width="content"):
        with st.popover(words("card.method"), type="tertiary", key=f"method_{name}"):
            html.show(found.texts.method)
        with st.popover(words("card.table"), type="tertiary", key=f"rows_{name}"):
            html.show(found.texts.table)
        st.download_button(
            words("card.download"),
            found.csv,
            file_name=f"{name}_{words.lang}.csv",
            mime="text/csv",
            key=f"csv_{name}",
            type="tertiary",
            on_click="ignore",
            help=words("card.download_help"),
        )
        if name in CHARTS:
            chosen = {key: st.query_params[key] for key in ("currency", "period") if key in st.query_params}
            st.page_link(
                "pages/briefing.py",
                label=words("card.briefing"),
                query_params={"lang": words.lang, "charts": name, "slide": "2"} | chosen,
            )


@st.cache_resource(max_entries=512, show_spinner=False)
def _drawn(name: str, lang: str, look: Look, data_key: str, _reader: Reader) -> Drawn:
    return drawn(CHARTS[name](_reader.record, _reader.words, look), _reader)


def drawn(card: Card, reader: Reader, *, mark: str = "") -> Drawn:
    """What is a card with all its texts and its file made? `mark` is HTML that stands before its title."""
    rows = [(row.label, row.fact) for row in card.rows]
    return Drawn(
        texts=dressed(card, reader.record, reader.words, mark=mark),
        sent=sent(card, reader.words),
        csv=csv_bytes(rows, reader.record, reader.words),
    )
