"""A briefing as slides: stages of 1280 × 720 pixels, one below the other, a cover first."""

from __future__ import annotations

from lib.briefing.content import Briefing
from lib.briefing.edition.briefed import about, colophon, here_of, kpi_row, masthead, version_of
from lib.site.markup.tags import tag
from lib.site.still.slide import chart_slide, stage
from lib.site.still.still import still


def slides(briefing: Briefing) -> bytes:
    """Which HTML file shows a briefing as slides?"""
    here = here_of(briefing, "slide")
    stages = [chart_slide(sheet.card, sheet.link, here, heading="h2") for sheet in briefing.sheets]
    return still(
        [piece for pieces in stages for piece in pieces],
        kind="slides",
        lang=briefing.words.lang,
        title=briefing.title,
        about=about(briefing),
        body=f"<main>{_cover(briefing)}{''.join(map(stage, stages))}</main>",
    )


def _cover(briefing: Briefing) -> str:
    foot = tag("p", briefing.as_of, "source") + colophon(briefing) + version_of(briefing, briefing)
    return (
        '<section class="stage cover">'
        f"{masthead(briefing)}{tag('h1', briefing.title)}{tag('p', briefing.lead, 'opens')}{kpi_row(briefing)}"
        f'<div class="foot">{foot}</div></section>'
    )
