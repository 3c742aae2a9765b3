"""How is Chongqing's trade in services doing? The answer, five figures, charts, and five sentences."""

from lib.briefing.order import OVERVIEW_CHARTS, OVERVIEW_KPIS
from pages.components.answer import answer
from pages.components.chart_card import chart_cards, grid
from pages.components.context import reader
from pages.components.five_facts import five_facts
from pages.components.kpi_card import kpi_row
from pages.components.pieces import Box, Text
from pages.components.sheet import show

here = reader()
facts = Box("panel", (Text(five_facts(here)),))
show(
    "overview",
    answer("overview", here),
    kpi_row(OVERVIEW_KPIS, here),
    grid("overview", *chart_cards(OVERVIEW_CHARTS, here), facts),
)
