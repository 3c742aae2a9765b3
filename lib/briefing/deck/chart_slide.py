"""One chart on one slide: the sentence, the chart, what to know, where it is from; the method in the notes."""

from __future__ import annotations

from dataclasses import replace

from lib.briefing.content import Briefing, Exhibit
from lib.briefing.deck import layouts
from lib.briefing.deck.chart_frames import place
from lib.briefing.deck.frame import LEADING, Frame
from lib.briefing.deck.page import Page
from lib.briefing.deck.told import NOTE, SOURCE, SUBTITLE, UNDER_SUBTITLE, Told, told
from lib.charts.tokens import LIGHT
from lib.draw.area import Box
from lib.draw.columns import on_slides
from lib.draw.fitted import fitted
from lib.draw.native import drawing
from lib.draw.style import of_slide
from lib.draw.text import width
from lib.draw.typeface import Type, paragraph, run
from lib.draw.xml import line
from lib.words.speak import Words

_SPARE = 1.06
_TALLEST = 1.5  # points of a slide for a pixel of the screen's height


def chart_slide(page: Page, exhibit: Exhibit, briefing: Briefing) -> None:
    """Draws the slide of a chart. The chart has the room that the texts leave."""
    card, texts = exhibit.card, told(exhibit, page.frame, page.lang)
    _head(page, texts)
    _notes(page, texts)
    _foot(page, texts, briefing)
    place(
        drawing(card.chart, briefing.words),
        page,
        _room(texts),
        briefing.words,
        alt=card.alt,
        about=(card.title, card.subtitle, exhibit.source, exhibit.link),
        released=briefing.released,
    )


def slides_of(exhibit: Exhibit, words: Words, frame: Frame) -> tuple[Exhibit, ...]:
    """On which slides is a chart shown? One of many panels on several, each of which says which it is."""
    card, most = exhibit.card, len(exhibit.card.chart.panels)
    texts = told(_titled(exhibit, _of_several(card.title, most, most, words)), frame, words.lang)
    parts = on_slides(card.chart, (texts.bottom - texts.top) / of_slide(words.lang).point)
    if len(parts) == 1:
        return (replace(exhibit, card=replace(card, chart=parts[0])),)
    titles = (_of_several(card.title, number, len(parts), words) for number in range(1, len(parts) + 1))
    return tuple(
        replace(exhibit, card=replace(card, chart=part, title=title))
        for part, title in zip(parts, titles, strict=True)
    )


def _titled(exhibit: Exhibit, title: str) -> Exhibit:
    return replace(exhibit, card=replace(exhibit.card, title=title))


def _of_several(title: str, number: int, count: int, words: Words) -> str:
    return words("briefing.deck.part", title=title, number=words.count(number), of=words.count(count))


def _room(texts: Told) -> Box:
    """The middle of what is left, no higher than the screen's proportions ask for."""
    left, room = texts.bottom - texts.top, texts.frame.room
    high = min(left, fitted(texts.exhibit.card.chart).height * _TALLEST)
    return Box(room.left, texts.top + (left - high) / 2, room.width, high)


def _head(page: Page, texts: Told) -> None:
    card, room = texts.exhibit.card, page.frame.room
    page.heading(card.title, size=texts.size, top=room.top, anchor="b")
    place = Box(room.left, texts.top - UNDER_SUBTITLE - texts.subtitle, room.width, texts.subtitle)
    kind = Type(page.lang, SUBTITLE, LIGHT.quiet)
    page.say(card.subtitle, kind, place, name="Subtitle", holder=layouts.SUBTITLE)


def _notes(page: Page, texts: Told) -> None:
    if not texts.notes:
        return
    room, kind = page.frame.room, Type(page.lang, NOTE, LIGHT.quiet)
    page.text(
        [paragraph(run(note, kind), after=2) for note in texts.exhibit.card.notes],
        Box(room.left, texts.notes_top, room.width, texts.notes),
        name="Notes",
        holder=layouts.NOTES,
        anchor="b",
    )


def _foot(page: Page, texts: Told, briefing: Briefing) -> None:
    """Source and as-of day, then version and address, under a thin rule."""
    exhibit = texts.exhibit
    kind, whole = Type(page.lang, SOURCE, LIGHT.quiet), page.frame.room
    step = SOURCE * LEADING
    under = page.frame.bottom - step
    place = Box(whole.left, under - texts.source, whole.width, texts.source)
    page.say(exhibit.source, kind, place, name="Source", holder=layouts.SOURCES)
    version = briefing.words("briefing.deck.version", version=briefing.version)
    page.say(version, kind, Box(whole.left, under, whole.width * 0.2, step), name="Version")
    room = whole.width * 0.8
    small = min(SOURCE, SOURCE * room / (width(exhibit.link, SOURCE) * _SPARE))
    page.say(
        exhibit.link,
        Type(page.lang, small, LIGHT.quiet),
        Box(whole.left + whole.width - room, under, room, step),
        name="Link",
        align="r",
        link=exhibit.link,
    )
    page.rule(texts.rule + 2, left=whole.left, right=whole.left + whole.width, drawn=line(LIGHT.rule, 0.75))
