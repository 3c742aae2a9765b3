"""The last slides: every source that the briefing rests on, with a link where one may be given."""

from __future__ import annotations

from collections.abc import Iterator

from lib.briefing.content import Briefing
from lib.briefing.deck.page import INNER, MARGIN, Page
from lib.charts.tokens import LIGHT
from lib.draw.area import Box
from lib.draw.text import rows
from lib.draw.typeface import Type, paragraph, run
from lib.draw.xml import Element
from lib.words.provenance import Source

_SIZE, _TOP, _LEADING, _AFTER = 12.0, 84.0, 1.34, 6.0
_BELOW = 40.0


def source_pages(sources: tuple[Source, ...], height: float) -> Iterator[list[Source]]:
    """Which sources stand on one slide each? As many as fit into so many points."""
    page: list[Source] = []
    used = 0.0
    for source in sources:
        high = _rows(source) * _SIZE * _LEADING + _AFTER
        if page and used + high > height - _TOP - _BELOW:
            yield page
            page, used = [], 0.0
        page.append(source)
        used += high
    if page:
        yield page


def closing(page: Page, found: Briefing, sources: list[Source], *, number: int, of: int) -> None:
    """Draws a slide of sources, the `number`th `of` these."""
    words = found.words
    title = words("briefing.deck.sources")
    if of > 1:
        title = words("briefing.deck.sources_of", number=words.count(number), of=words.count(of))
    page.title(title, Box(MARGIN, 30, INNER, 36), size=26, colour=LIGHT.text)
    page.text(
        [_line(page, source) for source in sources],
        Box(MARGIN, _TOP, INNER, page.height - _TOP - _BELOW),
        name="Sources",
    )


def _line(page: Page, source: Source) -> Element:
    kind, quiet = Type(page.lang, _SIZE, LIGHT.text), Type(page.lang, _SIZE, LIGHT.quiet)
    pieces = [run(source.line, kind)]
    if source.title:
        pieces.append(run(f" {source.title}", quiet))
    if source.url:
        linked = Type(page.lang, _SIZE, LIGHT.chongqing)
        pieces += [run("  ", quiet), run(source.url, linked, link=page.relation(source.url))]
    return paragraph(*pieces, after=_AFTER)


def _rows(source: Source) -> int:
    return rows(" ".join((source.line, source.title, source.url)), _SIZE, INNER)
