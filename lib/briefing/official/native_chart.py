"""A chart of the brief as charts of Word's own: numbers, colours and texts can be edited, as on a slide."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from lib.briefing.chart_book import chart_book
from lib.briefing.content import Briefing, Exhibit
from lib.briefing.official.xml import Element, node
from lib.draw.area import Box, area
from lib.draw.fitted import height_of
from lib.draw.layers import layers
from lib.draw.native import drawing
from lib.draw.ooxml_shapes import shapes
from lib.draw.style import of_document
from lib.draw.table import Table
from lib.draw.theme import theme
from lib.draw.xml import etree
from lib.draw.xml import node as of_chart

_SHEET = "Data"
_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_THEME = "/word/theme/theme1.xml"


def set_theme(page: Any, lang: str) -> None:
    """Gives the file our theme, whose colours and typefaces its charts name."""
    (part,) = (part for part in page.part.package.iter_parts() if part.partname == _THEME)
    part._blob = theme(lang)


def native_chart(page: Any, exhibit: Exhibit, briefing: Briefing, *, width: float, tallest: float) -> None:
    """Puts a chart into a paragraph of its own, so many points wide, and as high as on the screen if it may be.

    The one at the back stands in the line, with all texts that no mark carries as shapes in it. The others lie on it
    and move with the paragraph.
    """
    words, style = briefing.words, of_document(briefing.words.lang)
    room = Box(0.0, 0.0, width / style.point, min(height_of(exhibit.card), tallest / style.point))
    shown = drawing(exhibit.card.chart, words)
    places = area(shown, room, size=style.label / style.point)
    about = (exhibit.card.title, exhibit.card.subtitle, exhibit.source, exhibit.link)
    figure = page.add_paragraph(style="Figure")
    figure._p.get_or_add_pPr().append(node("spacing", line=240, lineRule="auto"))  # no higher than the chart
    made = layers(shown, places, lambda: Table(_SHEET), words, style, whole=True)
    for order, layer in enumerate(made):
        book = chart_book(layer.table, about, briefing.released)
        key = _related(page.part, layer.chart, book, None if order else shapes(shown, places, style))
        sides = (layer.frame.left, layer.frame.top, layer.frame.width, layer.frame.height)
        box = Box(*(side * style.point for side in sides))
        drawn = _drawn(page.part.next_id, key, box, order, alt=exhibit.card.alt)
        figure.add_run()._r.append(node("drawing", drawn))


def _related(document: Any, chart: Element, book: bytes, texts: Element | None) -> str:
    """Under which relationship does the document know the part of a chart, which has its workbook and texts with it?"""
    package = document.package
    number = 1 + sum(part.partname.startswith("/word/charts/") for part in package.iter_parts())
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    place = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
    key = part.relate_to(Part(place, CONTENT_TYPE.SML_SHEET, book, package), RELATIONSHIP_TYPE.PACKAGE)
    chart.append(of_chart("c:externalData", of_chart("c:autoUpdate", val=0), r_id=key))
    if texts is not None:
        place = PackURI(f"/word/drawings/drawing{number}.xml")
        shown = Part(place, CONTENT_TYPE.DML_CHARTSHAPES, _bytes(texts), package)
        chart.append(
            of_chart("c:userShapes", r_id=part.relate_to(shown, RELATIONSHIP_TYPE.CHART_USER_SHAPES))
        )
    part._blob = _bytes(chart)
    return str(document.relate_to(part, RELATIONSHIP_TYPE.CHART))


def _bytes(part: Element) -> bytes:
    return bytes(etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True))


def _drawn(number: int, key: str, box: Box, order: int, *, alt: str) -> Element:
    """Which element shows a chart: in the line the first one and in its place above that any other?"""
    chart = _node("c:chart")
    chart.set(qn("r:id"), key)
    extent = _node("wp:extent", cx=int(Pt(box.width)), cy=int(Pt(box.height)))
    ends = (
        _node("wp:docPr", id=number, name=f"Chart {number}", descr=alt),
        _node("wp:cNvGraphicFramePr"),
        _node("a:graphic", _node("a:graphicData", chart, uri=_URI)),
    )
    apart = {f"dist{side}": 0 for side in "TBLR"}
    if order == 0:
        return _node("wp:inline", extent, *ends, **apart)
    return _node(
        "wp:anchor",
        _node("wp:simplePos", x=0, y=0),
        _node("wp:positionH", _offset(box.left), relativeFrom="column"),
        _node("wp:positionV", _offset(box.top), relativeFrom="paragraph"),
        extent,
        _node("wp:wrapNone"),
        *ends,
        **apart,
        simplePos=0,
        relativeHeight=order,
        behindDoc=0,
        locked=0,
        layoutInCell=1,
        allowOverlap=1,
    )


def _offset(points: float) -> Element:
    made = _node("wp:posOffset")
    made.text = str(int(Pt(points)))
    return made


def _node(name: str, /, *inside: Element, **attributes: object) -> Element:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(key, str(value))
    made.extend(inside)
    return made
