"""The last slides: every source that the briefing rests on, with a link where one may be given."""

from __future__ import annotations

from collections.abc import Iterator

from lib.briefing.content import Briefing
from lib.briefing.deck.frame import Frame
from lib.briefing.deck.page import Page
from lib.charts.tokens import LIGHT
from lib.draw.area import Box
from lib.draw.text import rows
from lib.draw.typeface import Type, paragraph, run
from lib.draw.xml import Element
from lib.words.provenance import Source

_SIZE, _TOP, _LEADING, _AFTER = 12.0, 58.0, 1.34, 6.0


def source_pages(sources: tuple[Source, ...], frame: Frame) -> Iterator[list[Source]]:
    """Which sources stand on one slide each? As many as fit into its room."""
    room = frame.bottom - _below_title(frame)
    page: list[Source] = []
    used = 0.0
    for source in sources:
        high = _rows(source, frame) * _SIZE * _LEADING + _AFTER
        if page and used + high > room:
            yield page
            page, used = [], 0.0
        page.append(source)
        used += high
    if page:
        yield page


def closing(page: Page, briefing: Briefing, sources: list[Source], *, number: int, of: int) -> None:
    """Draws a slide of sources, the `number`th `of` these."""
    words = briefing.words
    title = words("briefing.deck.sources")
    if of > 1:
        title = words("briefing.deck.sources_of", number=words.count(number), of=words.count(of))
    page.heading(title, size=26, top=30)
    room, top = page.frame.room, _below_title(page.frame)
    page.text(
        [_line(page, source) for source in sources],
        Box(room.left, top, room.width, page.frame.bottom - top),
        name="Sources",
    )


def _below_title(frame: Frame) -> float:
    return frame.room.top + (_TOP if frame.title is None else 0.0)


def _line(page: Page, source: Source) -> Element:
    kind, quiet = Type(page.lang, _SIZE, LIGHT.text), Type(page.lang, _SIZE, LIGHT.quiet)
    pieces = [run(source.line, kind)]
    if source.title:
        pieces.append(run(f" {source.title}", quiet))
    if source.url:
        linked = Type(page.lang, _SIZE, LIGHT.chongqing)
        pieces += [run("  ", quiet), run(source.url, linked, link=page.relation(source.url))]
    return paragraph(*pieces, after=_AFTER)


def _rows(source: Source, frame: Frame) -> int:
    return rows(" ".join((source.line, source.title, source.url)), _SIZE, frame.room.width)
