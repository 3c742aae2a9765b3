"""A drawing on a slide: a native chart a panel, with texts where no mark carries them, all in one group."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date

from pptx.enum.chart import XL_CHART_TYPE

from lib.briefing.chart_book import chart_book
from lib.briefing.deck.page import Page
from lib.draw.area import Area, Box, area
from lib.draw.beside import aligned, box_of
from lib.draw.model import Drawing, Note
from lib.draw.ooxml import bar_chart, xy_chart
from lib.draw.ooxml_parts import inside
from lib.draw.ooxml_series import stroked
from lib.draw.style import of_slide
from lib.draw.table import Table
from lib.draw.typeface import Type, styled
from lib.draw.xml import Element, etree
from lib.words.speak import Words

_SHEET = "Data"


@dataclass(frozen=True, slots=True)
class _Made:
    """A chart that is ready, in the form that python-pptx asks for."""

    element: Element
    book: bytes

    def xml_bytes(self, _kind: XL_CHART_TYPE) -> bytes:
        """What is the chart itself?"""
        return bytes(etree.tostring(self.element, xml_declaration=True, encoding="UTF-8", standalone=True))

    @property
    def xlsx_blob(self) -> bytes:
        """Which workbook holds its numbers?"""
        return self.book


def place(
    drawing: Drawing, page: Page, room: Box, words: Words, *, alt: str, about: tuple[str, ...], released: date
) -> None:
    """Puts a drawing on a slide. What lies behind bars is a chart of its own: goals, thresholds, targets.

    `about` are the lines under the numbers of each chart: what they are, and where they are from.
    """
    style = of_slide(words.lang)
    found = area(drawing, room, size=style.label)
    charts: list[tuple[Element, Table, Box]] = []
    for panel in drawing.panels:
        plot, frame = found.plot(panel), found.frame(panel)
        lies, size = inside(plot, frame), (frame.width, frame.height)
        if panel.points:
            table, pixels = Table(_SHEET), plot.height / style.point
            made = xy_chart(panel, lies, table, words, style, frame=size, pixels=pixels, shown=drawing)
            charts.append((made, table, frame))
        if panel.bars:
            table = Table(_SHEET)
            made = bar_chart(panel, lies, table, words, style, frame=size, shown=drawing)
            charts.append((made, table, frame))
    together = len(charts) + len(drawing.rules) + len(drawing.notes) > 1
    with page.group(room, name="Chart") if together else nullcontext(page) as part:
        for element, table, box in charts:
            part.chart(_Made(element, chart_book(table, about, released)), box, alt=alt, alone=not together)
        for rule in drawing.rules:
            drawn = stroked(rule.stroke, style)
            part.rule(found.y(rule.y), left=room.left, right=room.left + room.width, drawn=drawn)
        for note in drawing.notes:
            _write(note, found, part, style.label, style.point)


def _write(note: Note, found: Area, page: Page, label: float, point: float) -> None:
    page.text(
        styled(note.lines, Type(page.lang, label * note.size, note.colour), align=aligned(note)),
        box_of(note, found, size=label, pixel=point),
        name="Label",
        anchor="ctr",
        wrap=False,
        ground=note.ground,
    )
