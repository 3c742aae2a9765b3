"""A briefing as slides whose charts and words can be edited in PowerPoint and WPS."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lib.briefing.content import Briefing
from lib.briefing.deck.chart_slide import chart_slide, slides_of
from lib.briefing.deck.closing import closing, source_pages
from lib.briefing.deck.cover import cover
from lib.briefing.deck.frame import own
from lib.briefing.deck.headline import headline
from lib.briefing.deck.numbered import numbered
from lib.briefing.deck.package import described, empty, packed
from lib.briefing.deck.page import Page
from lib.briefing.deck.speaker_notes import speaker_notes
from lib.briefing.deck.template import Template, template


def deck(briefing: Briefing) -> bytes:
    """Which PPTX file says this briefing? Cover, headline figures, a slide a chart, sources."""
    ground, of_charts = _ground(briefing)
    show = ground.show

    @contextmanager
    def slide(layout: Any) -> Iterator[Page]:
        page = Page(show.slides.add_slide(layout), briefing.words.lang, ground.frame)
        yield page
        page.finish()
        numbered(page, show)

    with slide(ground.layout) as page:
        cover(page, briefing)
    if briefing.kpis:
        with slide(ground.layout) as page:
            headline(page, briefing)
    for sheet in briefing.exhibits:
        for part in slides_of(sheet, briefing.words, ground.frame):
            with slide(of_charts) as page:
                chart_slide(page, part, briefing)
                speaker_notes(page.slide, part, briefing.words)
    pages = list(source_pages(briefing.sources, ground.frame))
    for number, sources in enumerate(pages, start=1):
        with slide(ground.layout) as page:
            closing(page, briefing, sources, number=number, of=len(pages))
    described(
        show,
        title=briefing.title,
        subject=briefing.as_of,
        version=briefing.version,
        link=briefing.link,
        lang=briefing.words.lang,
        released=briefing.released,
    )
    return packed(show, briefing.released)


def _ground(briefing: Briefing) -> tuple[Template, Any]:
    """The presentation to begin with, and the layout of its charts: the office's own, or ours."""
    if briefing.order.template:
        given = template(briefing.order.template)
        return given, given.layout
    frame = own(briefing.order.slides)
    show = empty(frame.height, briefing.words)
    return Template(show, show.slide_layouts[1], frame), show.slide_layouts[0]
