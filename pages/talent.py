"""How far has the talent programme come? The plan and what is known of it, the years it takes, the bases."""

import streamlit as st

from lib.briefing.html.method import sources_html
from lib.facts.errors import RecordError
from lib.words.answers.talent import bases_head, bases_rows, bases_sources
from pages.components import html
from pages.components.answer import answer
from pages.components.chart_card import chart_card, grid
from pages.components.context import Reader, reader
from pages.components.states import show_fault


def bases_table(here: Reader) -> None:
    """Lists the bases by name; where the list is missing, says so in its place."""
    words = here.words
    with st.container(key="table_talent_bases"):
        try:
            rows, sources = bases_rows(here.record, words), bases_sources(here.record, words)
        except RecordError as error:
            show_fault(error, words)
            return
        html.show(html.tag("h2", words("talent.bases.title"), "card-title"))
        html.show(html.table(bases_head(words), rows))
        html.show(html.tag("p", words("talent.bases.note"), "card-note"))
        html.show(sources_html(sources))


here = reader()
answer("talent", here)
with grid("talent"):
    for name in ("talent_progress", "years_needed", "bases_by_focus"):
        chart_card(name, here)
    bases_table(here)
