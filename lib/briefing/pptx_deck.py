"""A briefing as slides whose charts and words can be edited in PowerPoint and WPS."""

from __future__ import annotations

from typing import Any

from lib.briefing.content import Briefing
from lib.briefing.deck.chart_slide import chart_slide
from lib.briefing.deck.closing import closing, source_pages
from lib.briefing.deck.cover import cover
from lib.briefing.deck.headline import headline
from lib.briefing.deck.package import described, empty, packed
from lib.briefing.deck.page import HEIGHTS, Page
from lib.briefing.deck.speaker_notes import speaker_notes


def deck(found: Briefing) -> bytes:
    """Which PPTX file says this briefing? Cover, headline figures, a slide a chart, sources."""
    height = HEIGHTS[found.order.slides]
    show = empty(height)
    cover(_page(show, found), found)
    if found.kpis:
        headline(_page(show, found), found)
    for sheet in found.sheets:
        page = _page(show, found)
        chart_slide(page, sheet, found)
        speaker_notes(page.slide, sheet, found.words)
    pages = list(source_pages(found.sources, height))
    for number, sources in enumerate(pages, start=1):
        closing(_page(show, found), found, sources, number=number, of=len(pages))
    described(
        show,
        title=found.title,
        subject=found.as_of,
        version=found.version,
        link=found.link,
        lang=found.words.lang,
        released=found.released,
    )
    return packed(show, found.released)


def _page(show: Any, found: Briefing) -> Page:
    return Page(show.slides.add_slide(show.slide_layouts[0]), found.words.lang, HEIGHTS[found.order.slides])
