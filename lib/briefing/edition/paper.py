"""A briefing on A4: title, answer, headline figures, each chart with its table under it, and the sources."""

from __future__ import annotations

from html import escape

from lib.briefing.content import Briefing, Sheet
from lib.briefing.edition.briefed import colophon, kpi_row, laid_out, masthead, plot, version_line
from lib.site.markup.chart import notes_html
from lib.site.markup.method import sources_html
from lib.site.markup.tags import table, tag
from lib.words.tables import screen_head, screen_rows


def paper(found: Briefing, *, landscape: bool = False) -> bytes:
    """Which HTML file prints a briefing on A4, portrait or landscape?"""
    words = found.words
    opening = (
        f'<section class="opening">{masthead(found)}{tag("h1", found.title)}{tag("p", found.as_of, "asof")}'
        f"{tag('p', found.lead, 'said')}{kpi_row(found)}"
        f'<ol class="contents">{"".join(tag("li", sheet.card.title) for sheet in found.sheets)}</ol>'
        f"{colophon(found)}{version_line(None, found)}</section>"
    )
    sheets = "".join(_sheet(sheet, found) for sheet in found.sheets)
    sources = tag("h2", words("provenance.links"), "card-title") + sources_html(found.sources)
    body = f'<main>{opening}{sheets}<section class="sources">{sources}</section></main>'
    return laid_out(
        found,
        styles=("edition.css", "../../site/markup/coverage.css", "paper.css"),
        extra=_page(found, landscape=landscape),
        body=body,
    )


def _page(found: Briefing, *, landscape: bool) -> str:
    """Which CSS sets the size of the sheet, how much room it has, and what runs along its foot?"""
    width, room, size = ("267mm", "178mm", "A4 landscape") if landscape else ("180mm", "265mm", "A4")
    running = css_text(f"{found.title} · {found.words('briefing.slide.version', version=found.version)}")
    return f":root{{--sheet:{width};--room:{room}}}@page{{size:{size};@bottom-left{{content:{running}}}}}"


def _sheet(sheet: Sheet, found: Briefing) -> str:
    card, words = sheet.card, found.words
    rows = [(row.label, row.fact) for row in card.rows]
    lines = table(screen_head(words), screen_rows(rows, found.record, words), numeric=(2, 3))
    return (
        f'<section class="sheet" data-chart="{escape(card.name)}"><div class="whole">'
        f"{tag('h2', card.title, 'card-title')}{tag('p', card.subtitle, 'card-sub')}{plot(sheet)}{notes_html(card)}"
        f"{tag('p', sheet.source, 'source')}{version_line(sheet, found)}</div>{lines}</section>"
    )


def css_text(text: str) -> str:
    r"""How is a text written in CSS, whatever is in it? Only letters, digits and spaces are written as they are.

    >>> css_text('a "b" </style>')
    '"a \\22 b\\22  \\3c \\2f style\\3e "'
    """
    shielded = "".join(sign if sign == " " or sign.isalnum() else f"\\{ord(sign):x} " for sign in text)
    return f'"{shielded}"'
