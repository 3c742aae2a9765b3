"""How is Chongqing's trade in services doing? The answer first, then five figures and a chart for each."""

from pages.components.answer import answer
from pages.components.chart_card import chart_grid
from pages.components.context import reader
from pages.components.kpi_card import kpi_row

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
chart_grid(("goal_path", "growth_base"), here)
