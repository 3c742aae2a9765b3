"""How much outsourcing does Chongqing do, and how fast does it grow?"""

from lib.facts.outsourcing_periods import period_codes
from pages.components.answer import answer
from pages.components.chart_card import chart_cards, grid, register_grid
from pages.components.context import reader
from pages.components.filters import period
from pages.components.sheet import show
from pages.components.states import in_its_place

here = reader()
show("answer", answer("outsourcing", here))
with in_its_place(here.words):
    if codes := period_codes(here.record):
        here = here.for_period(period(codes, label=here.words("filter.period"), words=here.words))
rows = (
    ("growth_base", "rest_of_year"),
    ("contract_executed", "growth_against_nation"),
    ("offshore_annual", "share_of_nation"),
    ("plan_total", "offshore_types"),
    ("offshore_markets", "first_half_segments"),
    ("national_offshore", "national_offshore_types"),
)
show("charts", *(grid(row[0], *chart_cards(row, here)) for row in rows), *register_grid("outsourcing", here))
