"""How large is Chongqing's trade in services, and how far is it from its goal?"""

from pages.components.answer import answer
from pages.components.chart_card import chart_cards, grid
from pages.components.context import reader
from pages.components.filters import currency
from pages.components.sheet import show

here = reader()
show("answer", answer("trade_volume", here))
here = here.in_currency(currency(here.words))
charts = (
    *("goal_path", "goal_path_later", "goals_printed", "usd_series", "tourism_receipts"),
    *("national_total", "national_months", "national_sides", "district_figures"),
)
show("charts", grid("trade_volume", *chart_cards(charts, here)))
