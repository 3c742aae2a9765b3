"""How is Chongqing's trade in services doing? The answer, five figures, charts, and five sentences."""

import streamlit as st

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
kpi_row(
    (
        "services_trade_total",
        "offshore_outsourcing_executed",
        "emerging_services_share",
        "services_trade_enterprises",
        "talent_training_bases",
    ),
    here,
)
chart_grid(("goal_path", "growth_base", "emerging_threshold", "enterprise_counts"), here)
left, right = st.columns(2, gap="small")
with left:
    chart_card("talent_progress", here)
with right:
    five_facts(here)
