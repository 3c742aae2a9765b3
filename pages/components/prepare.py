"""What the first reader of a fresh server would otherwise wait for."""

from __future__ import annotations

from lib.briefing.order import OVERVIEW_CHARTS, OVERVIEW_KPIS
from lib.charts.card import Look
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from pages.components.answer import as_of, heading, since
from pages.components.chart_card import inside_once
from pages.components.context import Reader, current
from pages.components.five_facts import five_facts
from pages.components.kpi_card import card_html
from pages.components.states import noted


def prepare() -> None:
    """Makes the overview in both languages; what cannot be made is told to who asks for it."""
    key, record = current()
    for lang in LANGUAGES:
        reader = Reader(record, Words(lang), Look(), key)
        five_facts(reader)
        asked = [
            *((make, ("overview",)) for make in (heading, since, as_of)),
            (card_html, OVERVIEW_KPIS),
            (inside_once, OVERVIEW_CHARTS),
        ]
        for make, names in asked:
            for name in names:
                try:
                    make(name, reader)
                except Exception as error:
                    noted(error)
