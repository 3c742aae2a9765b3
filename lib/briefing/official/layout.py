"""The sheet of the brief: its margins, the numbers of its pages, the list of its sources."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm

from lib.briefing.official.styles import STYLES, TWIPS, style_id
from lib.briefing.official.xml import Element, node, val

MARGINS_MM = {"zh": (37, 35, 28, 26), "en": (25, 25, 25, 25)}
"""Top, bottom, left, right. With those of GB/T 9704-2012, 156 × 225 mm are written on."""

_PAGE_MM = (210, 297)
_FOOT_MM = {"zh": 23, "en": 12}  # 7 mm below what is written, a line of 14 pt high
_MARK = 1000  # of the list of sources, past those of the library


def text_width_mm(lang: str) -> int:
    """How wide is what is written on a page?"""
    _, _, left, right = MARGINS_MM[lang]
    return _PAGE_MM[0] - left - right


def lay_out(page: Any, lang: str) -> None:
    """Sets A4 and margins, and numbers the pages: in Chinese — 1 —, odd ones at the right, even at the left."""
    sheet = page.sections[0]
    sheet.page_width, sheet.page_height = (Mm(side) for side in _PAGE_MM)
    sheet.top_margin, sheet.bottom_margin, sheet.left_margin, sheet.right_margin = (
        Mm(side) for side in MARGINS_MM[lang]
    )
    sheet.footer_distance = Mm(_FOOT_MM[lang])
    if lang == "en":
        sheet.footer.paragraphs[0]._p.append(node("fldSimple", instr=" PAGE "))
        return
    page.settings.odd_and_even_pages_header_footer = True
    for foot, side in ((sheet.footer, "right"), (sheet.even_page_footer, "left")):
        line = foot.paragraphs[0]._p
        line.clear()
        inwards = node("ind", **{f"{side}Chars": 100, side: 14 * TWIPS})
        line.append(node("pPr", val("pStyle", style_id("footer")), inwards, val("jc", side)))
        for part in (_text("— "), node("fldSimple", instr=" PAGE "), _text(" —")):
            line.append(part)


def number_sources(page: Any, lang: str) -> None:
    """Makes the style of the sources a list that counts by itself: [1], [2], …"""
    numbering = page.part.numbering_part.element
    points = round(STYLES[lang]["List Number"].hanging * TWIPS)
    level = node(
        "lvl",
        val("start", 1),
        val("numFmt", "decimal"),
        val("lvlText", "[%1]"),
        val("lvlJc", "left"),
        node("pPr", node("ind", left=points, hanging=points)),
        ilvl=0,
    )
    for old in list(numbering):
        numbering.remove(old)
    numbering.append(node("abstractNum", val("multiLevelType", "singleLevel"), level, abstractNumId=_MARK))
    numbering.append(node("num", val("abstractNumId", _MARK), numId=1))
    style = next(one for one in page.styles.element if one.get(qn("w:styleId")) == "ListNumber")
    style.pPr.insert_element_before(
        node("numPr", val("numId", 1)), "w:autoSpaceDE", "w:autoSpaceDN", "w:spacing"
    )


def linked(paragraph: Any, url: str) -> None:
    """Writes an address that opens behind what stands in a paragraph."""
    relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = node("hyperlink", _text(url))
    link.set(qn("r:id"), relation)
    paragraph._p.append(link)


def _text(text: str) -> Element:
    made = node("t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return node("r", made)
