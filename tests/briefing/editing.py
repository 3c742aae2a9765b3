"""Changes a number behind a chart as PowerPoint does: in the sheet, what follows from it, and what the chart keeps."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import range_boundaries


def edit(chart: Any, old: float, new: float, folder: Path) -> None:
    """Types a number over each cell that holds the old one and that a slide's chart is drawn from."""
    part = chart.part.chart_workbook.xlsx_part
    book = openpyxl.load_workbook(io.BytesIO(part.blob))
    found = [
        cell for column in drawn_from(chart._chartSpace) for cell in cells(book, column) if cell.value == old
    ]
    assert found, f"{old} is not drawn"
    for cell in found:
        cell.value = new
    part._blob = saved(book, folder / "edited.xlsx")
    refresh(chart._chartSpace, recalculated(folder / "edited.xlsx"))


def drawn_from(chart: Any) -> list[str]:
    """From which cells has a chart its numbers?"""
    kinds = ("val", "yVal", "xVal")
    return [found.text for kind in kinds for found in chart.iterfind(f".//{{*}}{kind}/{{*}}numRef/{{*}}f")]


def cells(book: Any, reference: str) -> list[Any]:
    """Which cells of its only sheet are called so?"""
    left, top, right, bottom = range_boundaries(reference.rsplit("!", 1)[1])
    return [cell for row in book.active.iter_rows(top, bottom, left, right) for cell in row]


def saved(book: Any, file: Path) -> bytes:
    book.save(file)
    return file.read_bytes()


def recalculated(book: Path) -> Any:
    """What does the office work out of a workbook?"""
    again = book.parent / "again"
    profile = f"-env:UserInstallation={(book.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(again), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return openpyxl.load_workbook(again / book.name, data_only=True)


def refresh(chart: Any, book: Any) -> None:
    """Lets a chart keep what its cells show now."""
    for reference in chart.iter("{*}f"):
        shown = [cell.value for cell in cells(book, reference.text)]
        for point in reference.getparent().iter("{*}pt"):
            point.find("{*}v").text = str(shown[int(point.get("idx"))])
