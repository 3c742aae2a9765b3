"""A KPI card: the figure with its qualifier, the period, the growth or rank, and the source."""

from __future__ import annotations

import streamlit as st

from lib.briefing.html.kpi import kpi_html
from lib.briefing.html.method import method_html
from lib.facts.errors import RecordError
from lib.words import kpis
from pages.components import html
from pages.components.context import Reader
from pages.components.shared import shared
from pages.components.states import show_fault


def kpi_row(names: tuple[str, ...], reader: Reader) -> None:
    """Puts a row of KPI cards on the page, each by its name in `lib.words.kpis`."""
    with st.container(key="kpis"):
        for name in names:
            with st.container(key=f"kpi_{name}"):
                _kpi(name, reader)


def _kpi(name: str, reader: Reader) -> None:
    try:
        html.show(card_html(name, reader))
    except RecordError as error:
        show_fault(error, reader.words)


@shared
def card_html(name: str, reader: Reader) -> str:
    """What stands on a KPI card, as HTML? Raises RecordError where its data are missing."""
    words = reader.words
    kpi = kpis.KPIS[name](reader.record, words, reader.look.currency)
    method = html.panel(
        f"kpimethod_{name}", words("card.source"), method_html(kpi.rows, reader.record, words)
    )
    return kpi_html(kpi, words.lang) + f'<div class="tools">{method}</div>'
