"""A KPI card: the figure with its qualifier, the period, the growth or rank, and the source."""

from __future__ import annotations

from lib.briefing.html.kpi import kpi_html
from lib.briefing.html.method import method_html
from lib.words import kpis
from pages.components import html
from pages.components.context import Reader
from pages.components.pieces import Box, Text
from pages.components.shared import shared
from pages.components.states import fault


def kpi_row(names: tuple[str, ...], reader: Reader) -> Box:
    """What is a row of KPI cards, each by its name in `lib.words.kpis`?"""
    return Box("kpis", tuple(Box(f"kpi_{name}", (_kpi(name, reader),)) for name in names))


def _kpi(name: str, reader: Reader) -> Text:
    try:
        return Text(card_html(name, reader))
    except Exception as error:
        return fault(error, reader.words)


@shared
def card_html(name: str, reader: Reader) -> str:
    """What stands on a KPI card, as HTML? Raises RecordError where its data are missing."""
    words = reader.words
    kpi = kpis.KPIS[name](reader.record, words, reader.look.currency)
    method = html.panel(
        f"kpimethod_{name}",
        words("card.source"),
        method_html(kpi.rows, reader.record, words),
        shut=words("card.shut"),
    )
    return kpi_html(kpi, words.lang) + f'<div class="tools">{method}</div>'
