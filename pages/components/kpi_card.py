"""A KPI card: the figure with its qualifier, the period, the growth or rank, and the source."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lib.briefing.html.kpi import kpi_html
from lib.briefing.html.method import method_html
from lib.facts.errors import RecordError
from lib.words import kpis
from pages.components import html
from pages.components.context import Reader
from pages.components.states import show_fault


@dataclass(frozen=True, slots=True)
class Shown:
    """A KPI with its texts made."""

    body: str
    method: str


def kpi_row(names: tuple[str, ...], reader: Reader) -> None:
    """Puts a row of KPI cards on the page, each by its name in `lib.words.kpis`."""
    with st.container(key="kpis"):
        for name, column in zip(names, st.columns(len(names), gap="small"), strict=True):
            with column, st.container(key=f"kpi_{name}"):
                _kpi(name, reader)


def _kpi(name: str, reader: Reader) -> None:
    try:
        shown = _shown(name, reader.words.lang, reader.look.currency, reader.data_key, reader)
    except RecordError as error:
        show_fault(error, reader.words)
        return
    html.show(shown.body)
    with (
        st.container(key=f"kpitool_{name}"),
        st.popover(reader.words("card.source"), type="tertiary", key=f"kpimethod_{name}"),
    ):
        html.show(shown.method)


@st.cache_resource(max_entries=256, show_spinner=False)
def _shown(name: str, lang: str, currency: str, data_key: str, _reader: Reader) -> Shown:
    words = _reader.words
    kpi = kpis.KPIS[name](_reader.record, words, currency)
    return Shown(kpi_html(kpi, words.lang), method_html(kpi.rows, _reader.record, words))
