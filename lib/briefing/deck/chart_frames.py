"""A drawing on a slide: a native chart a panel, with texts where no mark carries them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from lib.briefing.deck.bar_chart import bar_chart
from lib.briefing.deck.chart_xml import LABEL, POINT, Inside
from lib.briefing.deck.datasheet import DataSheet
from lib.briefing.deck.page import Page
from lib.briefing.deck.xy_chart import xy_chart
from lib.draw.area import Area, Box, area
from lib.draw.model import Drawing, Note, Panel
from lib.draw.text import plain, width
from lib.draw.typeface import Type, styled
from lib.draw.xml import Element, etree, line
from lib.words.speak import Words

_LEADING, _SPARE = 1.24, 1.08


@dataclass(frozen=True, slots=True)
class _Made:
    """A chart that is ready, in the form that python-pptx asks for."""

    element: Element
    sheet: DataSheet
    released: date

    def xml_bytes(self, _kind: XL_CHART_TYPE) -> bytes:
        """The chart itself."""
        return bytes(etree.tostring(self.element, xml_declaration=True, encoding="UTF-8", standalone=True))

    @property
    def xlsx_blob(self) -> bytes:
        """Its numbers."""
        return self.sheet.workbook(self.released)


def place(drawing: Drawing, page: Page, room: Box, words: Words, *, alt: str, released: date) -> None:
    """Puts a drawing on a slide. What lies behind bars is a chart of its own: goals, thresholds, targets."""
    found = area(drawing, room, size=LABEL)
    for panel in drawing.panels:
        box = found.frame(panel)
        inside = _inside(found.plot(panel), box)
        if panel.points:
            element, sheet = xy_chart(panel, inside, words, height=found.plot(panel).height)
            _add(page, _Made(element, sheet, released), XL_CHART_TYPE.XY_SCATTER_LINES, box, alt)
        if panel.bars:
            free = _stands_alone(panel, drawing)
            element, sheet = bar_chart(panel, inside, words, legend=drawing.legend, free=free)
            _add(page, _Made(element, sheet, released), _kind(panel), box, alt)
    for rule in drawing.rules:
        stroke = rule.stroke
        page.rule(
            found.y(rule.y),
            left=room.left,
            right=room.left + room.width,
            drawn=line(stroke.colour, stroke.width * POINT, stroke.dash),
        )
    for note in drawing.notes:
        _write(note, found, page, words.lang)


def _stands_alone(panel: Panel, drawing: Drawing) -> bool:
    """Does nothing else go by the scale of these bars: no other panel, no line behind them, no text among them?"""
    among = any(panel.top < note.y < panel.bottom for note in drawing.notes)
    return len(drawing.panels) == 1 and not panel.points and not among and not _is_of_a_whole(panel)


def _is_of_a_whole(panel: Panel) -> bool:
    axis = panel.x if panel.bars and panel.bars.horizontal else panel.y
    return "%" in axis.form and axis.high >= 100


def _kind(panel: Panel) -> XL_CHART_TYPE:
    assert panel.bars is not None
    if panel.bars.horizontal:
        return XL_CHART_TYPE.BAR_STACKED if panel.bars.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    return XL_CHART_TYPE.COLUMN_STACKED if panel.bars.stacked else XL_CHART_TYPE.COLUMN_CLUSTERED


def _inside(plot: Box, frame: Box) -> Inside:
    return Inside(
        (plot.left - frame.left) / frame.width,
        (plot.top - frame.top) / frame.height,
        plot.width / frame.width,
        plot.height / frame.height,
    )


def _add(page: Page, made: Any, kind: XL_CHART_TYPE, box: Box, alt: str) -> None:
    sides = (Pt(side) for side in (box.left, box.top, box.width, box.height))
    frame = page.slide.shapes.add_chart(kind, *sides, made)
    known = frame._element.nvGraphicFramePr.cNvPr
    known.set("id", str(page.next_id()))
    known.set("descr", alt)


def _write(note: Note, found: Area, page: Page, lang: str) -> None:
    """A text box as wide and high as its text, on the side of its place that the note says."""
    size = LABEL * note.size
    wide = max(width(plain((row,)), size) for row in note.lines) * _SPARE + 6
    high = len(note.lines) * size * _LEADING + 2
    x, y = found.x(note.x) + note.dx * POINT, found.y(note.y) + note.dy * POINT
    left = {"left": x, "center": x - wide / 2, "right": x - wide}[note.across]
    top = {"top": y, "middle": y - high / 2, "bottom": y - high}[note.along]
    align = {"left": "l", "center": "ctr", "right": "r"}[note.across]
    page.text(
        styled(note.lines, Type(lang, size, note.colour), align=align),
        Box(left, top, wide, high),
        name="Label",
        anchor="ctr",
        wrap=False,
        ground=note.ground,
    )
