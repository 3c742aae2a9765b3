"""A card for each finding: verdict, sentence, two intervals, arithmetic, source, and behind it the table."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib.briefing.html.chart import verdict_mark
from lib.charts.marks import with_marks
from lib.charts.reconciliation.finding import finding_card as card_of
from lib.facts.errors import RecordError
from lib.facts.reconcile import findings_of
from lib.facts.reconcile.finding import Finding
from lib.words.names import Names
from pages.components import html
from pages.components.chart_card import Drawn, drawn, grid, show
from pages.components.context import Reader
from pages.components.shared import shared
from pages.components.states import show_fault

_CSS = Path(__file__).with_name("finding.css").read_text(encoding="utf-8")


def finding_cards(findings: tuple[Finding, ...], reader: Reader) -> None:
    """Puts findings on the page two in a row, one below the other on a phone."""
    html.show(f"<style>{_CSS}</style>")
    with grid("findings"):
        for found in findings:
            _card(found, reader)


def _card(found: Finding, reader: Reader) -> None:
    try:
        found_card = _drawn(found.code, reader)
    except RecordError as error:
        show_fault(error, reader.words)
        return
    with st.container(key=f"chart_{found_card.card.name}"):
        show(found_card, reader)


@shared
def _drawn(code: str, reader: Reader) -> Drawn:
    (found,) = (found for found in findings_of(reader.record) if found.code == code)
    made = card_of(found, Names.of(reader.record, reader.words.lang), reader.words, reader.look)
    card = with_marks(made, reader.words, reader.record)
    return drawn(card, reader, mark=verdict_mark(found, reader.words))
