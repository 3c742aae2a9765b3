"""A card for each finding: verdict, sentence, two intervals, arithmetic, source, and behind it the table."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

import streamlit as st

from lib.charts.card import Card, Look
from lib.charts.reconciliation.finding import finding_card as card_of
from lib.facts.reconcile.finding import Finding
from lib.facts.reconcile.indexed import IndexedRecord, indexed
from lib.words.findings import verdict_word
from lib.words.names import Names
from lib.words.provenance import sources_of
from lib.words.speak import Words
from lib.words.tables import csv_bytes, screen_head, screen_rows
from pages.components import html
from pages.components.chart_card import batched
from pages.components.context import Reader
from pages.components.method import method_html, source_html
from pages.components.plot import plot

_CSS = (Path(__file__).parent / "finding.css").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finding with its texts made, shared by every reader who asks for the same."""

    card: Card
    head: str
    source: str
    notes: str
    method: str
    table: str
    csv: bytes


def finding_cards(findings: tuple[Finding, ...], reader: Reader) -> None:
    """Puts findings on the page two in a row, one below the other on a phone."""
    html.show(f"<style>{_CSS}</style>")
    for row in batched(findings, 2):
        columns = st.columns(2, gap="small")
        for found, column in zip(row, columns, strict=False):
            with column:
                _card(found, reader)


def _card(found: Finding, reader: Reader) -> None:
    words = reader.words
    drawn = _drawn(found.code, words.lang, reader.look, reader.data_key, reader, found)
    name = drawn.card.name
    with st.container(key=f"chart_{name}"):
        html.show(drawn.head)
        plot(drawn.card.figure, name=name, alt=drawn.card.alt, lang=words.lang)
        html.show(drawn.notes)
        with st.container(key=f"foot_{name}", horizontal=True, horizontal_alignment="distribute"):
            html.show(drawn.source)
            _tools(name, drawn, words)


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
def _drawn(code: str, lang: str, look: Look, data_key: str, _reader: Reader, _found: Finding) -> Drawn:
    words, record = _reader.words, _indexed(data_key, _reader)
    card = card_of(_found, Names.of(record, lang), words, look)
    rows = [(row.label, row.fact) for row in card.rows]
    verdict = f'<span class="verdict {_found.verdict}">{escape(verdict_word(_found, words))}</span>'
    return Drawn(
        card=card,
        head=f'<h2 class="card-title finding-title">{verdict} {escape(card.title)}</h2>'
        + html.tag("p", card.subtitle, "card-sub"),
        source=source_html(sources_of(card.facts, record, words), words),
        notes="".join(html.tag("p", note, "card-note") for note in card.notes),
        method=method_html(rows, record, words),
        table=html.table(
            screen_head(words), screen_rows(rows, record, words), caption=escape(card.title), numeric=(2, 3)
        ),
        csv=csv_bytes(rows, record, words),
    )


@st.cache_resource(max_entries=2, show_spinner=False)
def _indexed(data_key: str, _reader: Reader) -> IndexedRecord:
    return indexed(_reader.record)
