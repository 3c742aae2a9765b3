"""Charts that are ready, in a workbook of XlsxWriter's: it keeps their places, and gets their parts at the end."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lib.draw.area import Box
from lib.draw.xml import Element, etree


class Book:
    """A workbook and the charts on its sheets, in the order in which the library counts them: sheet by sheet."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._charts: list[Element] = []

    def insert(self, page: Any, row: int, chart: Element, frame: Box, *, alt: str) -> None:
        """Puts a chart on a sheet; the frame is in pixels from the left end of a row."""
        holder = self._file.add_chart({"type": "column"})
        holder.add_series({"values": [page.get_name(), 0, 0, 0, 0]})
        holder.set_size({"width": frame.width, "height": frame.height})
        at = {"x_offset": frame.left, "y_offset": frame.top, "object_position": 2, "description": alt}
        page.insert_chart(row, 0, holder, at)
        self._charts.append(chart)

    def finished(self, content: bytes) -> bytes:
        """Which bytes is the workbook with its charts, once the library has closed it?"""
        out = io.BytesIO()
        charts = {f"xl/charts/chart{number}.xml": chart for number, chart in enumerate(self._charts, start=1)}
        with (
            zipfile.ZipFile(io.BytesIO(content)) as parts,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file,
        ):
            for entry in parts.infolist():
                chart = charts.get(entry.filename)
                if chart is None:
                    file.writestr(entry, parts.read(entry))
                else:
                    made = etree.tostring(chart, xml_declaration=True, encoding="UTF-8", standalone=True)
                    file.writestr(entry, made)
        return out.getvalue()
