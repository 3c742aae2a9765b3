"""A briefing as slides: stages of 1280 × 720 pixels, one below the other, a cover first."""

from __future__ import annotations

from html import escape

from lib.briefing.content import Briefing, Sheet
from lib.briefing.edition.briefed import colophon, kpi_row, laid_out, masthead, plot, version_line
from lib.site.markup.chart import notes_html
from lib.site.markup.tags import tag

STAGE = (1280, 720)


def slides(found: Briefing) -> bytes:
    """Which HTML file shows a briefing as slides?"""
    stages = "".join(_stage(sheet, found) for sheet in found.sheets)
    return laid_out(
        found,
        styles=("edition.css", "../../site/markup/coverage.css", "slides.css"),
        body=f"<main>{_cover(found)}{stages}</main>",
    )


def _cover(found: Briefing) -> str:
    foot = tag("p", found.as_of, "source") + colophon(found) + version_line(None, found)
    return (
        '<section class="stage cover">'
        f"{masthead(found)}{tag('h1', found.title)}{tag('p', found.lead, 'said')}{kpi_row(found)}"
        f'<div class="foot">{foot}</div></section>'
    )


def _stage(sheet: Sheet, found: Briefing) -> str:
    card = sheet.card
    return (
        f'<section class="stage" data-chart="{escape(card.name)}">'
        f"{tag('h2', card.title, 'lead')}{tag('p', card.subtitle, 'card-sub')}{plot(sheet)}{notes_html(card)}"
        f'<div class="foot">{tag("p", sheet.source, "source")}{version_line(sheet, found)}</div></section>'
    )
