"""Changes a number behind a chart as PowerPoint, Excel and Word do: in the sheet, and in what the chart keeps of it."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path
from posixpath import basename, dirname, join, normpath
from typing import Any

import openpyxl
from lxml import etree
from openpyxl.utils import range_boundaries

CHART = re.compile(r"(?:ppt|word|xl)/charts/chart\d+\.xml")
SHEET = "xl/worksheets/sheet{}.xml"


def edited(content: bytes, old: float, new: float, folder: Path) -> bytes:
    """The same file with a number typed over each cell that holds another and that a chart is drawn from."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    charts = {name: etree.fromstring(part) for name, part in parts.items() if CHART.fullmatch(name)}
    charts = {name: chart for name, chart in charts.items() if old in drawn(chart)}
    assert charts, f"{old} is not drawn"
    if "xl/workbook.xml" in parts:
        _, again = typed_over(charts.values(), content, old, new, folder)
        for number, name in enumerate(again.sheetnames, start=1):
            parts[SHEET.format(number)] = with_results(parts[SHEET.format(number)], again[name])
    else:
        for name, chart in charts.items():
            inside = book_of(name, parts)
            parts[inside], _ = typed_over([chart], parts[inside], old, new, folder)
    parts |= {name: etree.tostring(chart) for name, chart in charts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def drawn(chart: Any) -> list[float]:
    """Which numbers does a chart keep that its marks are drawn from?"""
    kinds = ("val", "yVal", "xVal")
    return [
        float(found.text) for kind in kinds for found in chart.iterfind(f".//{{*}}{kind}//{{*}}pt/{{*}}v")
    ]


def drawn_from(chart: Any) -> list[str]:
    """From which cells has a chart its numbers?"""
    kinds = ("val", "yVal", "xVal")
    return [found.text for kind in kinds for found in chart.iterfind(f".//{{*}}{kind}/{{*}}numRef/{{*}}f")]


def book_of(chart: str, parts: dict[str, bytes]) -> str:
    """Which part is the workbook behind a chart?"""
    relations = etree.fromstring(parts[join(dirname(chart), "_rels", f"{basename(chart)}.rels")])
    [target] = [one.get("Target") for one in relations if one.get("Target").endswith(".xlsx")]
    return normpath(join(dirname(chart), target)).lstrip("/")


def typed_over(
    charts: Iterable[Any], content: bytes, old: float, new: float, folder: Path
) -> tuple[bytes, Any]:
    """A workbook with another number in it, as a file and as the office works it out; the charts keep what follows."""
    book, charts = openpyxl.load_workbook(io.BytesIO(content)), list(charts)
    places = {place for chart in charts for place in drawn_from(chart)}
    found = [cell for place in places for cell in cells(book, place) if cell.value == old]
    assert found, f"{old} is in no cell"
    for cell in found:
        cell.value = new
    book.save(folder / "edited.xlsx")
    again = recalculated(folder / "edited.xlsx")
    for chart in charts:
        refresh(chart, again)
    return (folder / "edited.xlsx").read_bytes(), again


def cells(book: Any, reference: str) -> list[Any]:
    """Which cells of its sheets are called so?"""
    sheet, place = reference.rsplit("!", 1)
    left, top, right, bottom = range_boundaries(place)
    rows = book[sheet.strip("'").replace("''", "'")].iter_rows(top, bottom, left, right)
    return [cell for row in rows for cell in row]


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


def with_results(sheet: bytes, again: Any) -> bytes:
    """The part of a sheet with each number, and what each formula gives, as it is now."""
    root = etree.fromstring(sheet)
    for cell in root.iter("{*}c"):
        value, now = cell.find("{*}v"), again[cell.get("r")].value
        if cell.find("{*}f") is not None or (cell.get("t", "n") == "n" and isinstance(now, float | int)):
            value.text = str(now)
    return bytes(etree.tostring(root))
