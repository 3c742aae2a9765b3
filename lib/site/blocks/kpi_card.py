"""A KPI card: the figure with its qualifier, the period, the growth or rank, and the source."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from lib.site.here import Here
from lib.site.markup.method import method_html
from lib.site.markup.tags import details, panel, tag
from lib.site.pieces import Box, Text
from lib.site.shared import shared
from lib.site.states import fault
from lib.words import kpis
from lib.words.kpis import Kpi
from lib.words.speak import Words


def kpi_row(names: tuple[str, ...], here: Here) -> Box:
    """What is a row of KPI cards, each by its name in `lib.words.kpis`?"""
    return Box("kpis", tuple(Box(f"kpi_{name}", (_kpi(name, here),)) for name in names))


def kpi_box(found: Iterable[Kpi], words: Words) -> Box:
    """What is a row of KPI cards that are known already, with nothing that opens?"""
    cards = (Box(f"kpi_{number}", (Text(kpi_html(kpi, words.lang)),)) for number, kpi in enumerate(found))
    return Box("kpis", tuple(cards))


def _kpi(name: str, here: Here) -> Text:
    try:
        return Text(card_html(name, here))
    except Exception as error:
        return fault(error, here.words)


@shared
def card_html(name: str, here: Here) -> Markup:
    """What stands on a KPI card? Nothing opens on slides and paper. Raises RecordError for missing data."""
    words = here.words
    kpi = kpis.KPIS[name](here.record, words, here.look.currency)
    if here.view not in ("screen", "edition"):
        return kpi_html(kpi, words.lang)
    label, method = words("card.source"), method_html(kpi.rows, here.record, words)
    if here.view == "edition":
        return kpi_html(kpi, words.lang) + details(label, method)
    opens = panel(f"kpimethod_{name}", label, method, shut=words("card.shut"))
    return kpi_html(kpi, words.lang) + tag("div", opens, "tools")


def kpi_html(kpi: Kpi, lang: str) -> Markup:
    """What does a KPI card show?"""
    parts = kpi.parts
    value = tag("div", (parts.qualifier + parts.number, tag("small", f" {kpi.unit}")), "kpi-value")
    lines = (tag("div", text, f"kpi-line {cls}".strip()) for text, cls in kpi.lines)
    return tag("div", (tag("h2", kpi.label, "kpi-label"), value, *lines), lang=lang)
