"""The cover: what it is, the answer, what is known since, as of when, and where to look on."""

from __future__ import annotations

from lib.briefing.content import Briefing
from lib.briefing.deck.frame import INNER, MARGIN
from lib.briefing.deck.office_cover import office_cover
from lib.briefing.deck.page import Page
from lib.charts.tokens import LIGHT
from lib.draw.area import Box
from lib.draw.text import rows, size_within
from lib.draw.typeface import Type, paragraph, run
from lib.draw.xml import line

_LEFT, _TOP, _FOOT = MARGIN + 16, 96.0, 110.0
_WIDE = INNER - 16
_TITLES = (38.0, 32.0, 26.0, 20.0, 16.0)
_HEAD, _MARK, _MARK_WIDE = 30.0, 48.0, 300.0
_LEAD, _SINCE, _LEADING = 20.0, 14.0, 1.4
_FOOT_LINES = ((13.0, 1), (12.0, 1), (11.0, 1), (10.0, 1), (9.0, 3), (7.0, 4))
_HEAD_LINES = ((15.0, 1), (13.0, 1), (12.0, 2), (10.0, 4), (8.0, 5))
"""Sizes of a text at the foot and at the head, and on how many lines it may stand in each."""


def cover(page: Page, briefing: Briefing) -> None:
    """Draws the first slide. A long title is set smaller, so that the sentence under it keeps its place."""
    if page.frame.title:
        office_cover(page, briefing)
        return
    page.card(Box(0, 0, 14, page.frame.height), name="Band", ground=LIGHT.chongqing, edge="")
    _masthead(page, briefing)
    foot = page.frame.height - _FOOT
    lead = rows(briefing.lead, _LEAD, _WIDE) * _LEAD * _LEADING
    since = rows(briefing.since, _SINCE, _WIDE) * _SINCE * _LEADING if briefing.since else 0.0
    size, title = _fitting(briefing.title, foot - _TOP - lead - since - 54)
    page.title(briefing.title, Box(_LEFT, _TOP, _WIDE, title), size=size, colour=LIGHT.chongqing)
    page.text(
        [paragraph(run(briefing.lead, Type(page.lang, _LEAD, LIGHT.text)))],
        Box(_LEFT, _TOP + title + 20, _WIDE, lead),
        name="Lead",
    )
    if briefing.since:
        page.text(
            [paragraph(run(briefing.since, Type(page.lang, _SINCE, LIGHT.quiet)))],
            Box(_LEFT, _TOP + title + lead + 34, _WIDE, since),
            name="Since",
        )
    quiet = Type(page.lang, 13, LIGHT.quiet)
    page.rule(foot, left=_LEFT, right=MARGIN + INNER, drawn=line(LIGHT.rule, 0.75))
    under = foot + 10
    for name, text in (("As of", briefing.as_of), ("Colophon", briefing.colophon)):
        if text:
            size, high = _in_lines(text, _WIDE, _FOOT_LINES)
            page.say(text, Type(page.lang, size, LIGHT.quiet), Box(_LEFT, under, _WIDE, high), name=name)
            under += max(20.0, high)
    page.say(briefing.link, quiet, Box(_LEFT, under, _WIDE, 20), name="Link", link=briefing.link)
    if briefing.without:
        size, high = _fitting(briefing.without, page.frame.height - under - 28, sizes=(11.0, 9.0, 8.0, 7.0))
        page.text(
            [paragraph(run(briefing.without, Type(page.lang, size, LIGHT.quiet)))],
            Box(_LEFT, under + 22, _WIDE, high),
            name="Left out",
        )


def _masthead(page: Page, briefing: Briefing) -> None:
    """Who issues it, its number and its day at the left, the mark of the office at the right."""
    wide = 0.0
    if briefing.logo and briefing.logo.kind == "png":
        wide = min(_MARK, _MARK_WIDE / briefing.logo.ratio) * briefing.logo.ratio
        place = Box(MARGIN + INNER - wide, _HEAD, wide, wide / briefing.logo.ratio)
        page.picture(briefing.logo.content, place, name="Logo")
    if line_of := briefing.head.line(briefing.words):
        room = _WIDE - wide - 20
        size, high = _in_lines(line_of, room, _HEAD_LINES)
        place = Box(_LEFT, _HEAD + max(0.0, 34 - high) / 2, room, high)
        page.say(line_of, Type(page.lang, size, LIGHT.text), place, name="Head")


def _in_lines(text: str, wide: float, most: tuple[tuple[float, int], ...]) -> tuple[float, float]:
    """In which size does a text stand on no more lines than that allows, and how high is it then?"""
    size = size_within(text, wide, most)
    return size, rows(text, size, wide) * size * _LEADING


def _fitting(text: str, room: float, *, sizes: tuple[float, ...] = _TITLES) -> tuple[float, float]:
    """In which size does a text, a title unless others are given, fit into this height, and how high is it then?"""
    bold = sizes == _TITLES
    heights = [(size, rows(text, size, _WIDE, bold=bold) * size * _LEADING) for size in sizes]
    return next((found for found in heights if found[1] <= room), heights[-1])
