"""What a briefing as slides and on paper has in common: its cover, and what a file of it carries."""

from __future__ import annotations

import base64
from html import escape

from lib.briefing.content import Briefing, Sheet
from lib.site.blocks.kpi_card import kpi_box
from lib.site.here import Here
from lib.site.html import markup
from lib.site.markup.tags import tag
from lib.site.still.slide import version_html


def about(found: Briefing) -> dict[str, str]:
    """What does a file of this briefing carry about itself?"""
    return {"data-version": found.version, "source": found.link, "description": found.lead}


def here_of(found: Briefing, view: str) -> Here:
    """Who reads a briefing, for the blocks of the site?"""
    return Here(found.record, found.words, found.order.look, view=view, base=found.order.base)


def version_of(sheet: Sheet | Briefing, found: Briefing) -> str:
    """Of which version is a part of a briefing, and which address reopens it, as HTML?"""
    return version_html(sheet.link, found.version, found.words)


def kpi_row(found: Briefing) -> str:
    """What are the headline figures, as a row of cards?"""
    return markup((kpi_box(found.kpis, found.words),)) if found.kpis else ""


def masthead(found: Briefing) -> str:
    """What stands above the title of a cover: the mark of the office, who issues it, its number and day?"""
    line = found.head.line(found.words)
    mark = ""
    if found.logo:
        kind = {"png": "image/png", "svg": "image/svg+xml"}[found.logo.kind]
        content = base64.b64encode(found.logo.content).decode()
        mark = f'<img class="mark" alt="" src="data:{escape(kind)};base64,{content}">'
    return f'<div class="masthead">{mark}{tag("p", line, "asof")}</div>' if mark or line else ""


def colophon(found: Briefing) -> str:
    """What does the cover say of who answers for it, how it closes, and of parts that had to be left out?"""
    return "".join(tag("p", text, "source") for text in (found.colophon, found.without) if text)
