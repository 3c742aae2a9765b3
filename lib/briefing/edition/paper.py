"""A briefing on A4: title, answer, headline figures, each chart with its table under it, and the sources."""

from __future__ import annotations

from lib.briefing.content import Briefing
from lib.briefing.edition.briefed import about, colophon, here_of, kpi_row, masthead, title_of, version_of
from lib.site.blocks.chart_card import on_paper
from lib.site.html import markup
from lib.site.markup.method import sources_html
from lib.site.markup.tags import tag
from lib.site.pieces import Box
from lib.site.still.still import still


def paper(briefing: Briefing, *, landscape: bool = False) -> bytes:
    """Which HTML file prints a briefing on A4, portrait or landscape?"""
    words, here = briefing.words, here_of(briefing, "print")
    exhibits = [
        Box(f"chart_{exhibit.card.name}", on_paper(exhibit.card, here, more=version_of(exhibit, briefing)))
        for exhibit in briefing.exhibits
    ]
    opening = (
        masthead(briefing),
        title_of(briefing, "print"),
        tag("p", briefing.as_of, "asof"),
        tag("p", briefing.lead, "opens"),
        kpi_row(briefing),
        tag("ol", (tag("li", exhibit.card.title) for exhibit in briefing.exhibits), "contents"),
        colophon(briefing),
        version_of(briefing, briefing),
    )
    sources = tag("h2", words("provenance.links"), "card-title") + sources_html(briefing.sources)
    return still(
        exhibits,
        kind="a4",
        lang=words.lang,
        title=briefing.title,
        about=about(briefing),
        body=tag(
            "main",
            (tag("section", opening, "opening"), markup(exhibits), tag("section", sources, "sources")),
        ),
        extra=_page(briefing, landscape=landscape),
    )


def _page(briefing: Briefing, *, landscape: bool) -> str:
    """Which CSS sets the size of the sheet, how much room it has, and what runs along its foot?"""
    width, room, size = ("267mm", "178mm", "A4 landscape") if landscape else ("180mm", "265mm", "A4")
    running = css_text(
        f"{briefing.title} · {briefing.words('briefing.slide.version', version=briefing.version)}"
    )
    return f":root{{--sheet:{width};--room:{room}}}@page{{size:{size};@bottom-left{{content:{running}}}}}"


def css_text(text: str) -> str:
    r"""How is a text written in CSS, whatever is in it? Only letters, digits and spaces are written as they are.

    >>> css_text('a "b" </style>')
    '"a \\22 b\\22  \\3c \\2f style\\3e "'
    """
    shielded = "".join(sign if sign == " " or sign.isalnum() else f"\\{ord(sign):x} " for sign in text)
    return f'"{shielded}"'
