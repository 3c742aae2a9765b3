"""A briefing on A4: title, answer, headline figures, each chart with its table under it, and the sources."""

from __future__ import annotations

from lib.briefing.content import Briefing
from lib.briefing.edition.briefed import about, colophon, here_of, kpi_row, masthead, version_of
from lib.site.blocks.chart_card import on_paper
from lib.site.html import markup
from lib.site.markup.method import sources_html
from lib.site.markup.tags import tag
from lib.site.pieces import Box
from lib.site.still.still import still


def paper(found: Briefing, *, landscape: bool = False) -> bytes:
    """Which HTML file prints a briefing on A4, portrait or landscape?"""
    words, here = found.words, here_of(found, "print")
    sheets = [
        Box(f"chart_{sheet.card.name}", on_paper(sheet.card, here, more=version_of(sheet, found)))
        for sheet in found.sheets
    ]
    opening = (
        f'<section class="opening">{masthead(found)}{tag("h1", found.title)}{tag("p", found.as_of, "asof")}'
        f"{tag('p', found.lead, 'opens')}{kpi_row(found)}"
        f'<ol class="contents">{"".join(tag("li", sheet.card.title) for sheet in found.sheets)}</ol>'
        f"{colophon(found)}{version_of(found, found)}</section>"
    )
    sources = tag("h2", words("provenance.links"), "card-title") + sources_html(found.sources)
    return still(
        sheets,
        kind="a4",
        lang=words.lang,
        title=found.title,
        about=about(found),
        body=f'<main>{opening}{markup(sheets)}<section class="sources">{sources}</section></main>',
        extra=_page(found, landscape=landscape),
    )


def _page(found: Briefing, *, landscape: bool) -> str:
    """Which CSS sets the size of the sheet, how much room it has, and what runs along its foot?"""
    width, room, size = ("267mm", "178mm", "A4 landscape") if landscape else ("180mm", "265mm", "A4")
    running = css_text(f"{found.title} · {found.words('briefing.slide.version', version=found.version)}")
    return f":root{{--sheet:{width};--room:{room}}}@page{{size:{size};@bottom-left{{content:{running}}}}}"


def css_text(text: str) -> str:
    r"""How is a text written in CSS, whatever is in it? Only letters, digits and spaces are written as they are.

    >>> css_text('a "b" </style>')
    '"a \\22 b\\22  \\3c \\2f style\\3e "'
    """
    shielded = "".join(sign if sign == " " or sign.isalnum() else f"\\{ord(sign):x} " for sign in text)
    return f'"{shielded}"'
