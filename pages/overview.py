"""How is Chongqing's trade in services doing? The answer, five figures, charts, and five sentences."""

import streamlit as st

from lib.briefing.order import OVERVIEW_CHARTS, OVERVIEW_KPIS
from lib.facts.errors import RecordError
from lib.words.answers.five_facts import FIVE_FACTS
from pages.components import html
from pages.components.answer import answer
from pages.components.chart_card import chart_card, chart_grid
from pages.components.context import Reader, reader
from pages.components.kpi_card import kpi_row
from pages.components.states import show_fault


def five_facts(here: Reader) -> None:
    """Lists the facts of the source report; one that the record cannot tell is said to be missing."""
    words, sentences = here.words, []
    for say in FIVE_FACTS:
        try:
            sentences.append(html.tag("li", say(here.record, words)))
        except RecordError as error:
            show_fault(error, words)
    with st.container(key="panel", height="stretch"):
        html.show(html.tag("h2", words("overview.facts_title"), "card-title"))
        html.show(f'<ol class="facts">{"".join(sentences)}</ol>')


here = reader()
answer("overview", here)
kpi_row(OVERVIEW_KPIS, here)
*first, last = OVERVIEW_CHARTS
chart_grid(tuple(first), here)
left, right = st.columns(2, gap="small")
with left:
    chart_card(last, here)
with right:
    five_facts(here)
