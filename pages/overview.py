"""How is Chongqing's trade in services doing? The answer, five figures, charts, and five sentences."""

import streamlit as st

from lib.briefing.order import OVERVIEW_CHARTS, OVERVIEW_KPIS
from pages.components import html
from pages.components.answer import answer
from pages.components.chart_card import chart_card, grid
from pages.components.context import reader
from pages.components.five_facts import five_facts
from pages.components.kpi_card import kpi_row

here = reader()
answer("overview", here)
kpi_row(OVERVIEW_KPIS, here)
with grid("overview"):
    for name in OVERVIEW_CHARTS:
        chart_card(name, here)
    with st.container(key="panel"):
        html.show(five_facts("overview", here))
