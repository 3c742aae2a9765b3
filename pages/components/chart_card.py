"""A chart card: the sentence, the chart, its source, and behind it method, table and download."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeVar

import streamlit as st

from lib.charts.card import Card, Look
from lib.charts.registry import CHARTS
from lib.facts.errors import RecordError
from lib.words.speak import Words
from lib.words.tables import csv_bytes, screen_head, screen_rows
from pages.components import html
from pages.components.context import Reader
from pages.components.method import method_html, source_html
from pages.components.plot import plot
from pages.components.states import show_fault

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card with its texts made, shared by every reader who asks for the same."""

    card: Card
    head: str
    source: str
    notes: str
    method: str
    table: str
    csv: bytes


def chart_card(name: str, reader: Reader) -> None:
    """Puts a chart of the registry on the page; where its data are missing, says so in its place."""
    words = reader.words
    with st.container(key=f"chart_{name}"):
        try:
            drawn = _drawn(name, words.lang, reader.look, reader.data_key, reader)
        except RecordError as error:
            show_fault(error, words)
            return
        show(drawn, words)


def show(drawn: Drawn, words: Words) -> None:
    """Puts the inside of a card on the page: sentence, chart, notes, source, and the three tools."""
    name = drawn.card.name
    html.show(drawn.head)
    plot(drawn.card.figure, name=name, alt=drawn.card.alt, lang=words.lang)
    if drawn.notes:
        html.show(drawn.notes)
    with st.container(key=f"foot_{name}", horizontal=True, horizontal_alignment="distribute"):
        html.show(drawn.source)
        _tools(name, drawn, words)


def chart_grid(names: tuple[str, ...], reader: Reader) -> None:
    """Puts charts on the page two in a row, one below the other on a phone."""
    in_grid(names, lambda name: chart_card(name, reader))


def in_grid(items: Sequence[Item], put: Callable[[Item], None]) -> None:
    """Puts items on the page two in a row, one below the other on a phone; an odd one takes the whole row."""
    for row in batched(items, 2):
        for item, column in zip(row, st.columns(len(row), gap="small"), strict=True):
            with column:
                put(item)


def batched(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Which items stand together, so many in a row or on a page?

    >>> batched(("a", "b", "c"), 2)
    [('a', 'b'), ('c',)]
    """
    return [items[first : first + size] for first in range(0, len(items), size)]


def _tools(name: str, drawn: Drawn, words: Words) -> None:
    with st.container(key=f"tools_{name}", horizontal=True, width="content"):
        with st.popover(words("card.method"), type="tertiary", key=f"method_{name}"):
            html.show(drawn.method)
        with st.popover(words("card.table"), type="tertiary", key=f"rows_{name}"):
            html.show(drawn.table)
        st.download_button(
            words("card.download"),
            drawn.csv,
            file_name=f"{name}_{words.lang}.csv",
            mime="text/csv",
            key=f"csv_{name}",
            type="tertiary",
            on_click="ignore",
            help=words("card.download_help"),
        )


@st.cache_resource(max_entries=512, show_spinner=False)
def _drawn(name: str, lang: str, look: Look, data_key: str, _reader: Reader) -> Drawn:
    return dressed(CHARTS[name](_reader.record, _reader.words, look), _reader)


def dressed(card: Card, reader: Reader, *, mark: str = "") -> Drawn:
    """What is a card with all its texts made? `mark` is HTML that stands before its title."""
    words, record = reader.words, reader.record
    rows = [(row.label, row.fact) for row in card.rows]
    return Drawn(
        card=card,
        head=f'<h2 class="card-title">{mark}{escape(card.title)}</h2>'
        + html.tag("p", card.subtitle, "card-sub"),
        source=source_html(card.facts, record, words),
        notes="".join(html.tag("p", note, "card-note") for note in card.notes),
        method=method_html(rows, record, words),
        table=html.table(
            screen_head(words), screen_rows(rows, record, words), caption=card.title, numeric=(2, 3)
        ),
        csv=csv_bytes(rows, record, words),
    )
