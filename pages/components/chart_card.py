"""A chart card: the sentence, the chart, its source, and behind it method, table and download."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.briefing.html.chart import Dressed, dressed
from lib.charts.card import Card, Look
from lib.charts.registry import CHARTS
from lib.charts.sent import sent
from lib.facts.errors import RecordError
from lib.words.address import address
from lib.words.speak import Words
from lib.words.tables import csv_bytes
from pages.components import html
from pages.components.context import Reader
from pages.components.plot import plot
from pages.components.shared import shared
from pages.components.states import show_fault


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card with all that stands on it made: HTML above and below the chart, what the browser draws, the file."""

    card: Card
    head: str
    foot: str
    table: str
    sent: bytes
    csv: bytes


def chart_card(name: str, reader: Reader) -> None:
    """Puts a chart of the registry on the page; where its data are missing, says so in its place."""
    with st.container(key=f"chart_{name}"):
        try:
            found = drawn_once(name, reader)
        except RecordError as error:
            show_fault(error, reader.words)
            return
        show(found, reader)


def show(found: Drawn, reader: Reader) -> None:
    """Puts the inside of a card on the page: sentence, chart, notes, source, and the tools.

    On paper nothing can be opened, so the table stands under the chart.
    """
    name, lang = found.card.name, reader.words.lang
    if reader.view == "print":
        with st.container(key=f"whole_{name}"):
            html.show(found.head)
            plot(found.card, found.sent, lang=lang, still=True)
            html.show(found.foot)
        with st.container(key=f"rows_{name}"):
            html.show(found.table)
        return
    html.show(found.head)
    plot(found.card, found.sent, lang=lang)
    html.show(found.foot)
    st.download_button(
        reader.words("card.download"),
        found.csv,
        file_name=f"{name}_{lang}.csv",
        mime="text/csv",
        key=f"csv_{name}",
        type="tertiary",
        on_click="ignore",
        help=reader.words("card.download_help"),
    )


def chart_grid(names: tuple[str, ...], reader: Reader) -> None:
    """Puts charts on the page two in a row, one below the other on a phone and on paper."""
    with grid(names[0]):
        for name in names:
            chart_card(name, reader)


def grid(key: str) -> DeltaGenerator:
    """In which container do cards stand two in a row? An odd one takes the whole row."""
    return st.container(key=f"grid_{key}")


def drawn(card: Card, reader: Reader, *, mark: str = "") -> Drawn:
    """What is a card with all that stands on it made? `mark` is HTML that stands before its title."""
    words = reader.words
    texts = dressed(card, reader.record, words, mark=mark)
    still = reader.view == "print"
    return Drawn(
        card=card,
        head=texts.head,
        foot=texts.notes + (texts.source if still else _foot(texts, words, reader.look)),
        table=texts.table,
        sent=sent(card, words, still=still),
        csv=csv_bytes([(row.label, row.fact) for row in card.rows], reader.record, words),
    )


@shared
def drawn_once(name: str, reader: Reader) -> Drawn:
    """What is a card of the registry, made for the first who asks? Raises RecordError where its data are missing."""
    return drawn(CHARTS[name](reader.record, reader.words, reader.look), reader)


def _foot(texts: Dressed, words: Words, look: Look) -> str:
    name = texts.card.name
    tools = [
        html.panel(f"method_{name}", words("card.method"), texts.method),
        html.panel(f"rows_{name}", words("card.table"), texts.table),
    ]
    if name in CHARTS:
        chosen = {"currency": look.currency.replace("CNY", ""), "period": look.period}
        place = address("briefing", lang=words.lang, charts=name, slide="2", **chosen).removeprefix("/")
        tools.append(f'<a class="tool" href="{escape(place)}">{escape(words("card.briefing"))}</a>')
    return f'<div class="foot">{texts.source}<div class="tools">{"".join(tools)}</div></div>'
