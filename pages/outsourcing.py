"""How much outsourcing does Chongqing do, and how fast does it grow?"""

from lib.facts.outsourcing import period_codes
from lib.facts.period import Period
from pages.components.answer import answer
from pages.components.chart_card import chart_cards, grid
from pages.components.context import reader
from pages.components.filters import choice
from pages.components.sheet import show

here = reader()
show("answer", answer("outsourcing", here))
codes = period_codes(here.record)
if codes:
    here = here.for_period(
        choice(
            "period",
            codes,
            label=here.words("filter.period"),
            say=lambda code: here.words.period(Period.parse(code)),
            words=here.words,
        )
    )
rows = (
    ("growth_base", "rest_of_year"),
    ("contract_executed", "growth_against_nation"),
    ("offshore_annual", "share_of_nation"),
    ("plan_total", "offshore_types"),
    ("offshore_markets", "first_half_segments"),
)
show("charts", *(grid(row[0], *chart_cards(row, here)) for row in rows))
