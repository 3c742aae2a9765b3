"""A briefing as slides: stages of 1280 × 720 pixels, one below the other, a cover first."""

from __future__ import annotations

from lib.briefing.content import Briefing
from lib.briefing.edition.briefed import about, colophon, here_of, kpi_row, masthead, version_of
from lib.site.markup.tags import tag
from lib.site.still.slide import chart_slide, stage
from lib.site.still.still import still


def slides(found: Briefing) -> bytes:
    """Which HTML file shows a briefing as slides?"""
    here = here_of(found, "slide")
    stages = [chart_slide(sheet.card, sheet.link, here, heading="h2") for sheet in found.sheets]
    return still(
        [piece for pieces in stages for piece in pieces],
        kind="slides",
        lang=found.words.lang,
        title=found.title,
        about=about(found),
        body=f"<main>{_cover(found)}{''.join(map(stage, stages))}</main>",
    )


def _cover(found: Briefing) -> str:
    foot = tag("p", found.as_of, "source") + colophon(found) + version_of(found, found)
    return (
        '<section class="stage cover">'
        f"{masthead(found)}{tag('h1', found.title)}{tag('p', found.lead, 'opens')}{kpi_row(found)}"
        f'<div class="foot">{foot}</div></section>'
    )
