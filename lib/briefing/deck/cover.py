"""The cover: what it is, the answer in one sentence, as of when, and where to look on."""

from __future__ import annotations

from lib.briefing.content import Briefing
from lib.briefing.deck.page import HEIGHT, INNER, MARGIN, Page
from lib.briefing.deck.typeface import Type, paragraph, run
from lib.briefing.deck.xml import line
from lib.briefing.native.area import Box
from lib.briefing.native.text import rows
from lib.charts.tokens import LIGHT

_LEFT, _TOP, _FOOT = MARGIN + 16, 96.0, 430.0
_WIDE = INNER - 16
_LEAD, _LEADING = 20.0, 1.4


def cover(page: Page, found: Briefing) -> None:
    """Draws the first slide. A long title is set smaller, so that the sentence under it keeps its place."""
    page.card(Box(0, 0, 14, HEIGHT), name="Band", ground=LIGHT.chongqing, edge="")
    lead = rows(found.lead, _LEAD, _WIDE) * _LEAD * _LEADING
    size, title = _fitting(found.title, _FOOT - _TOP - lead - 40)
    page.title(found.title, Box(_LEFT, _TOP, _WIDE, title), size=size, colour=LIGHT.chongqing)
    page.text(
        [paragraph(run(found.lead, Type(page.lang, _LEAD, LIGHT.text)))],
        Box(_LEFT, _TOP + title + 20, _WIDE, lead),
        name="Lead",
    )
    quiet = Type(page.lang, 13, LIGHT.quiet)
    page.rule(_FOOT, left=_LEFT, right=MARGIN + INNER, drawn=line(LIGHT.rule, 0.75))
    page.say(found.as_of, quiet, Box(_LEFT, _FOOT + 10, _WIDE, 20), name="As of")
    page.say(found.link, quiet, Box(_LEFT, _FOOT + 32, _WIDE, 20), name="Link", link=found.link)


def _fitting(title: str, room: float) -> tuple[float, float]:
    """In which size does a title fit into this height, and how high is it then?"""
    sizes = (38.0, 32.0, 26.0, 20.0, 16.0)
    heights = [(size, rows(title, size, _WIDE, bold=True) * size * _LEADING) for size in sizes]
    return next((found for found in heights if found[1] <= room), heights[-1])
