"""Do emerging sectors make up more than half of services trade? The line, what is known, and what is not."""

import streamlit as st

from lib.facts.emerging import has_mix
from lib.facts.errors import RecordError
from lib.words.answers.emerging_sectors import sector_head, sector_rows
from pages.components import html
from pages.components.answer import answer
from pages.components.chart_card import chart_card, grid
from pages.components.context import Reader, reader
from pages.components.states import show_fault


def sectors(here: Reader) -> None:
    """Shows the mix where a source prints it, else the sectors and that no split is published."""
    words = here.words
    try:
        if has_mix(here.record):
            chart_card("emerging_mix", here)
            return
        rows = sector_rows(here.record, words)
    except RecordError as error:
        show_fault(error, words)
        return
    with st.container(key="table_emerging_list"):
        html.show(html.tag("h2", words("emerging_sectors.no_split"), "card-title"))
        html.show(html.table(sector_head(words), rows, numeric=(1,)))
        html.show(html.tag("p", words("emerging_sectors.sector_list_note"), "card-note"))


here = reader()
answer("emerging_sectors", here)
with grid("emerging_sectors"):
    chart_card("emerging_threshold", here)
    sectors(here)
    for name in ("emerging_comparators", "knowledge_intensive_share", "digital_outsourcing"):
        chart_card(name, here)
