"""A briefing as slides: stages of 1280 × 720 pixels, one below the other, a cover first."""

from __future__ import annotations

from markupsafe import Markup

from lib.briefing.content import Briefing
from lib.briefing.edition.briefed import about, colophon, here_of, kpi_row, masthead, title_of, version_of
from lib.site.markup.tags import tag
from lib.site.still.slide import chart_slide, stage
from lib.site.still.still import still


def slides(briefing: Briefing) -> bytes:
    """Which HTML file shows a briefing as slides?"""
    here = here_of(briefing, "slide")
    stages = [chart_slide(exhibit.card, exhibit.link, here, heading="h2") for exhibit in briefing.exhibits]
    return still(
        [piece for pieces in stages for piece in pieces],
        kind="slides",
        lang=briefing.words.lang,
        title=briefing.title,
        about=about(briefing),
        body=tag("main", (_cover(briefing), *map(stage, stages))),
    )


def _cover(briefing: Briefing) -> Markup:
    foot = tag("p", briefing.as_of, "source") + colophon(briefing) + version_of(briefing, briefing)
    said = title_of(briefing, "slide") + tag("p", briefing.lead, "opens")
    parts = (masthead(briefing), said, kpi_row(briefing), tag("div", foot, "foot"))
    return tag("section", parts, "stage cover")
