"""How is Chongqing's trade in services doing? The answer, five figures, charts, and five sentences."""

import streamlit as st

from lib.briefing.html.states import fault_html
from lib.briefing.order import OVERVIEW_CHARTS, OVERVIEW_KPIS
from lib.facts.errors import RecordError
from lib.words.answers.five_facts import FIVE_FACTS
from pages.components import html
from pages.components.answer import answer
from pages.components.chart_card import chart_card, grid
from pages.components.context import Reader, reader
from pages.components.kpi_card import kpi_row
from pages.components.shared import shared


@shared
def five_facts(_page: str, here: Reader) -> str:
    """What are the facts of the source report? One that the record cannot tell is said to be missing."""
    words, sentences, faults = here.words, [], ""
    for say in FIVE_FACTS:
        try:
            sentences.append(html.tag("li", say(here.record, words)))
        except RecordError as error:
            faults += fault_html(error, words)
    title = html.tag("h2", words("overview.facts_title"), "card-title")
    return f'{faults}{title}<ol class="facts">{"".join(sentences)}</ol>'


here = reader()
answer("overview", here)
kpi_row(OVERVIEW_KPIS, here)
with grid("overview"):
    for name in OVERVIEW_CHARTS:
        chart_card(name, here)
    with st.container(key="panel"):
        html.show(five_facts("overview", here))
