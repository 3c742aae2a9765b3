"""How much outsourcing does Chongqing do, and how fast does it grow?"""

from lib.facts.outsourcing import period_codes
from lib.facts.period import Period
from pages.components.answer import answer
from pages.components.chart_card import chart_grid
from pages.components.context import reader
from pages.components.filters import choice

here = reader()
answer("outsourcing", here)
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
chart_grid(("growth_base", "rest_of_year"), here)
chart_grid(("contract_executed", "growth_against_nation"), here)
chart_grid(("offshore_annual", "share_of_nation"), here)
chart_grid(("plan_total", "offshore_types"), here)
chart_grid(("offshore_markets", "first_half_segments"), here)
