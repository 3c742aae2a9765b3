"""What a briefing as slides and on paper has in common: its cover, and what a file of it carries."""

from __future__ import annotations

import base64

from markupsafe import Markup

from lib.briefing.content import Briefing, Exhibit
from lib.draw.text import size_within
from lib.site.blocks.kpi_card import kpi_box
from lib.site.here import Here
from lib.site.html import markup
from lib.site.markup.tags import NOTHING, joined, tag
from lib.site.still.slide import version_html

_LONG = ("", "long", "longest")
_TITLES = {"slide": (1180, ((40, 2), (30, 4), (22, 0))), "print": (690, ((25, 3), (20, 5), (16, 0)))}
"""Pixels that a title has across a cover, and in which sizes it takes how many lines at most: those that `slide.css`
and `a4.css` have for each of `_LONG`.
"""


def about(briefing: Briefing) -> dict[str, str]:
    """What does a file of this briefing carry about itself?"""
    return {"data-version": briefing.version, "source": briefing.link, "description": briefing.lead}


def here_of(briefing: Briefing, view: str) -> Here:
    """Who reads a briefing, for the blocks of the site?"""
    return Here(briefing.record, briefing.words, briefing.order.look, view=view, base=briefing.order.base)


def version_of(exhibit: Exhibit | Briefing, briefing: Briefing) -> Markup:
    """Of which version is a part of a briefing, and which address reopens it?"""
    return version_html(exhibit.link, briefing.version, briefing.words)


def kpi_row(briefing: Briefing) -> Markup:
    """What are the headline figures, as a row of cards?"""
    return markup((kpi_box(briefing.kpis, briefing.words),)) if briefing.kpis else NOTHING


def title_of(briefing: Briefing, look: str) -> Markup:
    """The title at the head of slides or paper; one that takes many lines is set smaller."""
    room, most = _TITLES[look]
    size = size_within(briefing.title, room, most, bold=True)
    return tag("h1", briefing.title, _LONG[sum(one > size for one, _ in most)])


def masthead(briefing: Briefing) -> Markup:
    """What stands above the title of a cover: the mark of the office, who issues it, its number and day?"""
    line = briefing.head.line(briefing.words)
    mark = NOTHING
    if briefing.logo:
        kind = {"png": "image/png", "svg": "image/svg+xml"}[briefing.logo.kind]
        content = base64.b64encode(briefing.logo.content).decode()
        mark = tag("img", "", "mark", alt="", src=f"data:{kind};base64,{content}")
    return tag("div", (mark, tag("p", line, "asof")), "masthead") if mark or line else NOTHING


def colophon(briefing: Briefing) -> Markup:
    """What does the cover say of who answers for it, how it closes, and of parts that had to be left out?"""
    return joined(tag("p", text, "source") for text in (briefing.colophon, briefing.without) if text)
