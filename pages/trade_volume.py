"""How large is Chongqing's trade in services, and how far is it from its goal?"""

from pages.components.answer import answer
from pages.components.chart_card import chart_grid
from pages.components.context import reader
from pages.components.filters import currency

here = reader()
answer("trade_volume", here)
here = here.in_currency(currency(here.words))
chart_grid(("goal_path", "goal_path_later", "usd_series", "tourism_receipts", "national_total"), here)
