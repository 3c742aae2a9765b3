"""One chart on one slide: the sentence, the chart, what to know, where it is from; the method in the notes."""

from __future__ import annotations

from dataclasses import replace

from lib.briefing.content import Briefing, Sheet
from lib.briefing.deck import layouts
from lib.briefing.deck.chart_frames import place
from lib.briefing.deck.frame import Frame
from lib.briefing.deck.page import Page
from lib.charts.tokens import LIGHT
from lib.draw.area import Box
from lib.draw.columns import on_slides
from lib.draw.fitted import fitted
from lib.draw.native import drawing
from lib.draw.style import of_slide
from lib.draw.text import rows, width
from lib.draw.typeface import Type, paragraph, run
from lib.draw.xml import line
from lib.words.speak import Words

TITLE, SUBTITLE, NOTE, SOURCE = 24.0, 13.5, 11.0, 10.0
_LEADING = 1.32
_SPARE = 1.06
_TALLEST = 1.5  # points of a slide for a pixel of the screen's height


def chart_slide(page: Page, sheet: Sheet, briefing: Briefing) -> None:
    """Draws the slide of a chart. The chart has the room that the texts leave."""
    card = sheet.card
    top = _head(page, card.title, card.subtitle)
    bottom = _foot(page, sheet, briefing)
    bottom = _notes(page, card.notes, bottom)
    room = _room(page, top, bottom, fitted(card.chart).height)
    place(
        drawing(card.chart, briefing.words),
        page,
        room,
        briefing.words,
        alt=card.alt,
        about=(card.title, card.subtitle, sheet.source, sheet.link),
        released=briefing.released,
    )


def slides_of(sheet: Sheet, words: Words, frame: Frame) -> tuple[Sheet, ...]:
    """On which slides is a chart shown? One of many panels on several, each of which says which it is."""
    card, room = sheet.card, frame.room
    told = (
        rows(card.title, TITLE, room.width, bold=True) * TITLE
        + rows(card.subtitle, SUBTITLE, room.width) * SUBTITLE
    )
    told += sum(rows(note, NOTE, room.width) for note in card.notes) * NOTE
    told += (rows(sheet.source, SOURCE, room.width) + 2) * SOURCE
    parts = on_slides(card.chart, (frame.bottom - room.top - told * _LEADING) / of_slide(words.lang).point)
    if len(parts) == 1:
        return (replace(sheet, card=replace(card, chart=parts[0])),)
    titles = (_of_several(card.title, number, len(parts), words) for number in range(1, len(parts) + 1))
    return tuple(
        replace(sheet, card=replace(card, chart=part, title=title))
        for part, title in zip(parts, titles, strict=True)
    )


def _of_several(title: str, number: int, count: int, words: Words) -> str:
    return words("briefing.deck.part", title=title, number=words.count(number), of=words.count(count))


def _room(page: Page, top: float, bottom: float, height: float) -> Box:
    """The middle of what is left, no higher than the screen's proportions ask for."""
    high = min(bottom - top, height * _TALLEST)
    room = page.frame.room
    return Box(room.left, top + (bottom - top - high) / 2, room.width, high)


def _head(page: Page, title: str, subtitle: str) -> float:
    room = page.frame.room
    below = page.heading(title, size=TITLE, top=room.top, anchor="b") + 3
    under = rows(subtitle, SUBTITLE, room.width) * SUBTITLE * _LEADING
    place = Box(room.left, below, room.width, under)
    page.say(
        subtitle, Type(page.lang, SUBTITLE, LIGHT.quiet), place, name="Subtitle", holder=layouts.SUBTITLE
    )
    return below + under + 8


def _notes(page: Page, notes: tuple[str, ...], bottom: float) -> float:
    if not notes:
        return bottom - 6
    room = page.frame.room
    high = sum(rows(note, NOTE, room.width) for note in notes) * NOTE * _LEADING + 3 * len(notes)
    kind = Type(page.lang, NOTE, LIGHT.quiet)
    page.text(
        [paragraph(run(note, kind), after=2) for note in notes],
        Box(room.left, bottom - high - 4, room.width, high),
        name="Notes",
        holder=layouts.NOTES,
        anchor="b",
    )
    return bottom - high - 12


def _foot(page: Page, sheet: Sheet, briefing: Briefing) -> float:
    """Source and as-of day, then version and address, under a thin rule; gives where the rule is."""
    kind, whole = Type(page.lang, SOURCE, LIGHT.quiet), page.frame.room
    step = SOURCE * _LEADING
    under = page.frame.bottom - step
    high = rows(sheet.source, SOURCE, whole.width) * step
    place = Box(whole.left, under - high, whole.width, high)
    page.say(sheet.source, kind, place, name="Source", holder=layouts.SOURCES)
    version = briefing.words("briefing.deck.version", version=briefing.version)
    page.say(version, kind, Box(whole.left, under, whole.width * 0.2, step), name="Version")
    room = whole.width * 0.8
    small = min(SOURCE, SOURCE * room / (width(sheet.link, SOURCE) * _SPARE))
    page.say(
        sheet.link,
        Type(page.lang, small, LIGHT.quiet),
        Box(whole.left + whole.width - room, under, room, step),
        name="Link",
        align="r",
        link=sheet.link,
    )
    page.rule(under - high - 4, left=whole.left, right=whole.left + whole.width, drawn=line(LIGHT.rule, 0.75))
    return under - high - 6
