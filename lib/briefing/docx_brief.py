"""A brief of a page or two as an office circulates it: sentences, headline figures with their sources, two charts."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime, time
from functools import partial
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from lib.briefing.content import Briefing
from lib.briefing.left_out import LeftOut, attempt
from lib.briefing.order import OVERVIEW_CHARTS
from lib.briefing.zipped import dated
from lib.charts.card import Look
from lib.charts.registry import EVERY
from lib.charts.tokens import LIGHT
from lib.facts.record import Record
from lib.words.answers import ANSWERS
from lib.words.answers.since import beside_answer
from lib.words.provenance import sources_of
from lib.words.speak import Words

# In the order of the ministry's own bulletins; a chart's title is a sentence of its own.
SECTIONS = (
    ("volume", "trade_volume", ()),
    ("structure", "outsourcing", ("offshore_types", "emerging_threshold")),
    ("markets", "", ("offshore_markets",)),
    ("regions", "comparison", ("ranks",)),
    ("enterprises", "enterprises", ()),
    ("talent", "talent", ()),
)
CHARTS_SHOWN, CHART_WIDTH_MM = 2, 98
_WIDTHS_MM = (58, 28, 28, 30, 26)
_FACES = {"heading": ("Arial", "黑体"), "body": ("Times New Roman", "仿宋")}


def brief(found: Briefing, pictures: Mapping[str, bytes]) -> bytes:
    """Which DOCX file is the brief? `pictures` are the PNG of its charts by name; see `pictured`.

    Without pictures, as where there is no browser to draw them, their place says so.
    """
    words, page = found.words, _page()
    size = {"zh": 10.5, "en": 9.5}[words.lang]
    _line(page, found.title, 20, "heading", bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    _line(page, found.as_of, 9, "body", align=WD_ALIGN_PARAGRAPH.CENTER, colour=LIGHT.quiet, after=4)
    told, left = sections_and_left(found.record, words)
    found = found.lacking(part for part in left if part not in found.left)
    for name, text in told:
        paragraph = _line(page, words(f"briefing.doc.{name}"), size, "heading", bold=True, after=3)
        _run(paragraph, {"zh": "\u3000", "en": " "}[words.lang] + text, size, "body")
    notes = _table(page, found) if found.kpis else []
    _charts(page, found, pictures)
    _line(page, "  ".join(notes), 7.5, "body", colour=LIGHT.quiet)
    _line(page, words("briefing.slide.reopen", link=found.link), 7.5, "body", colour=LIGHT.quiet)
    if found.responsible:
        _line(page, found.responsible, 7.5, "body", colour=LIGHT.quiet)
    if found.left:
        _line(page, found.without, 7.5, "body", colour=LIGHT.quiet)
    _describe(page, found)
    out = io.BytesIO()
    page.save(out)
    return dated(out.getvalue(), found.released)


def pictured(found: Briefing) -> tuple[str, ...]:
    """Which two charts does the brief show? Those of the overview that it holds, else its first."""
    names = [sheet.card.name for sheet in found.sheets]
    return tuple(sorted(names, key=lambda name: name not in OVERVIEW_CHARTS)[:CHARTS_SHOWN])


def sections(record: Record, words: Words) -> list[tuple[str, str]]:
    """What does each section say, computed from the record? One that it cannot answer is left out."""
    return sections_and_left(record, words)[0]


def sections_and_left(record: Record, words: Words) -> tuple[list[tuple[str, str]], list[LeftOut]]:
    """What does each section say, and which sentences could not be made?"""
    said, left = [], list[LeftOut]()
    for name, page, charts in SECTIONS:
        answer = attempt("section", name, partial(ANSWERS[page], record, words), left) if page else None
        since = attempt("sentence", "since", partial(beside_answer, page, record, words), left)
        titles = [
            attempt("chart", chart, partial(EVERY[chart], record, words, Look()), left) for chart in charts
        ]
        sentences = [
            answer,
            since,
            *(words("briefing.doc.sentence", text=card.title) for card in titles if card),
        ]
        if any(sentences):
            said.append((name, {"zh": "", "en": " "}[words.lang].join(text for text in sentences if text)))
    return said, left


def _page() -> Any:
    page = Document()
    sheet = page.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.left_margin = sheet.right_margin = Mm(20)
    sheet.top_margin = sheet.bottom_margin = Mm(14)
    page.styles["Normal"].paragraph_format.space_after = Pt(0)
    return page


def _line(
    page: Any,
    text: str,
    size: float,
    face: str,
    *,
    bold: bool = False,
    align: Any = None,
    colour: str = LIGHT.text,
    after: float = 2,
) -> Any:
    paragraph = page.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(after)
    paragraph.paragraph_format.line_spacing = 1.08
    _run(paragraph, text, size, face, bold=bold, colour=colour)
    return paragraph


def _run(
    paragraph: Any, text: str, size: float, face: str, *, bold: bool = False, colour: str = LIGHT.text
) -> Any:
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    latin, east_asian = _FACES[face]
    run.font.name = latin
    run._element.rPr.rFonts.set(qn("w:eastAsia"), east_asian)
    return run


def _table(page: Any, found: Briefing) -> list[str]:
    """Puts the headline figures on the page, and tells the notes that their marks stand for."""
    words = found.words
    rows = [row for kpi in found.kpis for row in kpi.rows]
    heads = [words(f"table.{name}") for name in ("item", "figure", "period", "bounds", "status")]
    table = page.add_table(rows=1, cols=len(heads))
    table.autofit = False
    _ruled(table._tbl.tblPr, ("top", "bottom", "insideH"), size=4)
    marks: dict[str, str] = {}
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        _cell(cell, head, bold=True)
    for label, fact in rows:
        told = (
            label,
            words.fact(fact),
            words.period(fact.period),
            words.bounds(fact),
            words.status(fact, short=True),
        )
        cells = table.add_row().cells
        for cell, text in zip(cells, told, strict=True):
            _cell(cell, text)
        for source in sources_of([fact], found.record, words):
            mark = marks.setdefault(
                f"{source.line} {source.title}".strip(), f"[{words.count(len(marks) + 1)}]"
            )
            run = _run(cells[1].paragraphs[0], mark, 9, "body")
            run.font.superscript = True
    for column, width in zip(table.columns, _WIDTHS_MM, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return [f"{mark} {text}" for text, mark in marks.items()]


def _ruled(properties: Any, sides: tuple[str, ...], *, size: int) -> None:
    """Lines above, below and between the rows, none between columns: a table as offices draw it."""
    borders = OxmlElement("w:tblBorders")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", str(size)), ("color", LIGHT.quiet.lstrip("#"))):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties.append(borders)


def _cell(cell: Any, text: str, *, bold: bool = False) -> None:
    _run(cell.paragraphs[0], text, 9, "heading" if bold else "body", bold=bold)


def _charts(page: Any, found: Briefing, pictures: Mapping[str, bytes]) -> None:
    named = pictured(found)
    shown = [sheet for sheet in found.sheets if sheet.card.name in named and sheet.card.name in pictures]
    if not shown:
        _line(page, found.words("briefing.doc.no_pictures"), 9, "body", colour=LIGHT.quiet)
        return
    for sheet in shown:
        paragraph = page.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        picture = paragraph.add_run().add_picture(
            io.BytesIO(pictures[sheet.card.name]), width=Mm(CHART_WIDTH_MM)
        )
        picture._inline.docPr.set("descr", sheet.card.alt)


def _describe(page: Any, found: Briefing) -> None:
    known = page.core_properties
    known.title, known.subject, known.version, known.identifier = (
        found.title,
        found.as_of,
        found.version,
        found.link,
    )
    known.comments, known.author, known.last_modified_by = found.link, "", ""
    known.language = {"zh": "zh-CN", "en": "en-GB"}[found.words.lang]
    known.created = known.modified = datetime.combine(found.released, time())
