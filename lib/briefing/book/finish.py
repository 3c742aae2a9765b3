"""What XlsxWriter cannot be asked for: labels in one line, and the East Asian typeface in charts."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lib.draw.xml import etree

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def finished(book: bytes) -> bytes:
    """Which workbook is the same, with labels that do not wrap, and Chinese in its own typeface in charts?"""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for entry in parts.infolist():
            content = parts.read(entry)
            if entry.filename.startswith("xl/charts/chart"):
                chart = etree.fromstring(content)
                _labels_in_one_line(chart)
                _both_typefaces(chart)
                content = etree.tostring(chart, xml_declaration=True, encoding="UTF-8", standalone=True)
            file.writestr(entry, content)
    return out.getvalue()


def _labels_in_one_line(chart: Any) -> None:
    for body in chart.iterfind(f".//{{*}}dLbl//{_A}bodyPr"):
        body.set("wrap", "none")


def _both_typefaces(chart: Any) -> None:
    for latin in chart.iterfind(f".//{_A}latin"):
        latin.addnext(etree.Element(f"{_A}ea", typeface=latin.get("typeface")))
