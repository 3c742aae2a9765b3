"""A KPI card as HTML: label, the figure with its qualifier, and the lines under it."""

from __future__ import annotations

from html import escape

from lib.site.markup.tags import tag
from lib.words.kpis import Kpi


def kpi_html(kpi: Kpi, lang: str) -> str:
    """What does a KPI card show?"""
    parts = kpi.parts
    value = f"{escape(parts.qualifier + parts.number)}<small> {escape(kpi.unit)}</small>"
    lines = "".join(tag("div", text, f"kpi-line {cls}".strip()) for text, cls in kpi.lines)
    return f'<div lang="{lang}">{tag("h2", kpi.label, "kpi-label")}<div class="kpi-value">{value}</div>{lines}</div>'
