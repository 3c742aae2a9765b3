"""What the first reader of a fresh server would otherwise wait for."""

from __future__ import annotations

from lib.briefing.order import OVERVIEW_CHARTS, OVERVIEW_KPIS
from lib.charts.card import Look
from lib.facts.errors import RecordError
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from pages.components.answer import opening
from pages.components.chart_card import inside_once
from pages.components.context import Reader, current
from pages.components.five_facts import five_facts
from pages.components.kpi_card import card_html


def prepare() -> None:
    """Makes the overview in both languages; what cannot be made is told to who asks for it."""
    key, record = current()
    for lang in LANGUAGES:
        reader = Reader(record, Words(lang), Look(), key)
        asked = [
            (opening, ("overview",)),
            (card_html, OVERVIEW_KPIS),
            (inside_once, OVERVIEW_CHARTS),
            (five_facts, ("overview",)),
        ]
        for make, names in asked:
            for name in names:
                try:
                    make(name, reader)
                except RecordError:
                    continue
