"""The headline figures as a table: lines above, below and between the rows, none between columns."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn
from docx.shared import Mm

from lib.briefing.content import Briefing
from lib.briefing.official.layout import text_width_mm
from lib.briefing.official.references import References
from lib.briefing.official.xml import node

_SHARES = (25, 22, 19, 18, 16)
"""Of the width, in percent: item, figure, period, bounds, status."""

_RULES = (("top", 8), ("bottom", 8), ("insideH", 4))


def figures_table(page: Any, briefing: Briefing, references: References) -> None:
    """Puts the headline figures on the page, each with the numbers of its sources."""
    words = briefing.words
    heads = [words(f"table.{name}") for name in ("item", "figure", "period", "bounds", "status")]
    table = page.add_table(rows=1, cols=len(heads))
    table.autofit = False
    rules = node("tblBorders", *(node(side, val="single", sz=size) for side, size in _RULES))
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(rules)
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        _write(cell, head, "Table Head")
    table.rows[0]._tr.get_or_add_trPr().append(node("tblHeader"))
    for label, fact in (row for kpi in briefing.kpis for row in kpi.rows):
        told = (
            label,
            words.fact(fact),
            words.period(fact.period),
            words.bounds(fact),
            words.status(fact, short=True),
        )
        row = table.add_row()
        row._tr.get_or_add_trPr().append(node("cantSplit"))
        for cell, text in zip(row.cells, told, strict=True):
            _write(cell, text, "Table Text")
        for mark in references.marks([fact]):
            row.cells[1].paragraphs[0].add_run(mark).font.superscript = True
    width = text_width_mm(words.lang)
    for column, share in zip(table.columns, _SHARES, strict=True):
        column.width = Mm(width * share / 100)
        for cell in column.cells:
            cell.width = column.width


def _write(cell: Any, text: str, style: str) -> None:
    cell.paragraphs[0].style = style
    cell.paragraphs[0].add_run(text)
