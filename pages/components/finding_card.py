"""A card for each finding: verdict, sentence, two intervals, arithmetic, source, and behind it the table."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib.briefing.html.chart import verdict_mark
from lib.charts.card import Look
from lib.charts.marks import with_marks
from lib.charts.reconciliation.finding import finding_card as card_of
from lib.facts.errors import RecordError
from lib.facts.reconcile.finding import Finding
from lib.words.names import Names
from pages.components import html
from pages.components.chart_card import Drawn, drawn, in_grid, show
from pages.components.context import Reader
from pages.components.states import show_fault

_CSS = Path(__file__).with_name("finding.css").read_text(encoding="utf-8")


def finding_cards(findings: tuple[Finding, ...], reader: Reader) -> None:
    """Puts findings on the page two in a row, one below the other on a phone."""
    html.show(f"<style>{_CSS}</style>")
    in_grid(findings, lambda found: _card(found, reader))


def _card(found: Finding, reader: Reader) -> None:
    try:
        found_card = _drawn(found.code, reader.words.lang, reader.look, reader.data_key, reader, found)
    except RecordError as error:
        show_fault(error, reader.words)
        return
    with st.container(key=f"chart_{found_card.texts.card.name}"):
        show(found_card, reader.words)


@st.cache_resource(max_entries=512, show_spinner=False)
def _drawn(code: str, lang: str, look: Look, data_key: str, _reader: Reader, _found: Finding) -> Drawn:
    made = card_of(_found, Names.of(_reader.record, lang), _reader.words, look)
    card = with_marks(made, _reader.words, _reader.record)
    return drawn(card, _reader, mark=verdict_mark(_found, _reader.words))
