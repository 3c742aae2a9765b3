"""How many service-trade enterprises does Chongqing have? The count, the value for each, and other counts."""

from pages.components.answer import answer
from pages.components.chart_card import chart_cards, grid, register_grid
from pages.components.context import reader
from pages.components.kpi_card import kpi_row
from pages.components.sheet import show
from pages.components.statements import statements

here = reader()
charts = ("enterprise_counts", "national_outsourcing_enterprises", "value_per_enterprise")
show(
    "enterprises",
    answer("enterprises", here),
    kpi_row(("services_trade_enterprises", "value_per_enterprise"), here),
    grid("enterprises", *chart_cards(charts, here), statements("enterprises", here)),
    *register_grid("enterprises", here),
)
