"""One chart on one slide: the sentence, the chart, what to know, where it is from; the method in the notes."""

from __future__ import annotations

from lib.briefing.content import Briefing, Sheet
from lib.briefing.deck.chart_frames import place
from lib.briefing.deck.page import INNER, MARGIN, WIDTH, Page
from lib.charts.tokens import LIGHT
from lib.draw.area import Box
from lib.draw.fitted import height_of
from lib.draw.native import drawing
from lib.draw.text import rows, width
from lib.draw.typeface import Type, paragraph, run
from lib.draw.xml import line

TITLE, SUBTITLE, NOTE, SOURCE = 24.0, 13.5, 11.0, 10.0
_TOP, _BOTTOM, _LEADING = 26.0, 16.0, 1.32
_SPARE = 1.06
_TALLEST = 1.5  # points of a slide for a pixel of the screen's height


def chart_slide(page: Page, sheet: Sheet, found: Briefing) -> None:
    """Draws the slide of a chart. The chart has the room that the texts leave."""
    card = sheet.card
    top = _head(page, card.title, card.subtitle)
    bottom = _foot(page, sheet, found)
    bottom = _notes(page, card.notes, bottom)
    room = _room(top, bottom, height_of(card))
    place(drawing(card.chart, found.words), page, room, found.words, alt=card.alt, released=found.released)


def _room(top: float, bottom: float, height: float) -> Box:
    """The middle of what is left, no higher than the screen's proportions ask for."""
    high = min(bottom - top, height * _TALLEST)
    return Box(MARGIN, top + (bottom - top - high) / 2, INNER, high)


def _head(page: Page, title: str, subtitle: str) -> float:
    high = rows(title, TITLE, INNER, bold=True) * TITLE * _LEADING
    page.title(title, Box(MARGIN, _TOP, INNER, high), size=TITLE, colour=LIGHT.text, anchor="b")
    below = _TOP + high + 3
    under = rows(subtitle, SUBTITLE, INNER) * SUBTITLE * _LEADING
    page.say(
        subtitle, Type(page.lang, SUBTITLE, LIGHT.quiet), Box(MARGIN, below, INNER, under), name="Subtitle"
    )
    return below + under + 8


def _notes(page: Page, notes: tuple[str, ...], bottom: float) -> float:
    if not notes:
        return bottom - 6
    high = sum(rows(note, NOTE, INNER) for note in notes) * NOTE * _LEADING + 3 * len(notes)
    kind = Type(page.lang, NOTE, LIGHT.quiet)
    page.text(
        [paragraph(run(note, kind), after=2) for note in notes],
        Box(MARGIN, bottom - high - 4, INNER, high),
        name="Notes",
        anchor="b",
    )
    return bottom - high - 12


def _foot(page: Page, sheet: Sheet, found: Briefing) -> float:
    """Source and as-of day, then version and address, under a thin rule; gives where the rule is."""
    kind = Type(page.lang, SOURCE, LIGHT.quiet)
    step = SOURCE * _LEADING
    under = page.height - _BOTTOM - step
    high = rows(sheet.source, SOURCE, INNER) * step
    page.say(sheet.source, kind, Box(MARGIN, under - high, INNER, high), name="Source")
    version = found.words("briefing.deck.version", version=found.version)
    page.say(version, kind, Box(MARGIN, under, INNER * 0.2, step), name="Version")
    room = INNER * 0.8
    small = min(SOURCE, SOURCE * room / (width(sheet.link, SOURCE) * _SPARE))
    page.say(
        sheet.link,
        Type(page.lang, small, LIGHT.quiet),
        Box(MARGIN + INNER - room, under, room, step),
        name="Link",
        align="r",
        link=sheet.link,
    )
    page.rule(under - high - 4, left=MARGIN, right=WIDTH - MARGIN, drawn=line(LIGHT.rule, 0.75))
    return under - high - 6
