"""Changes a number behind a chart as PowerPoint, Excel and Word do: in the sheet, and in what the chart keeps of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from posixpath import basename, dirname, join, normpath
from typing import Any

import openpyxl
from lxml import etree
from openpyxl.utils import range_boundaries

from tests.office import converted

CHART = re.compile(r"(?:ppt|word|xl)/charts/chart\d+\.xml")
SHEET = "xl/worksheets/sheet{}.xml"


def edited(content: bytes, edits: Mapping[float, float | None], folder: Path) -> bytes:
    """The same file with other numbers typed over each cell that holds one of these and that a chart is drawn from;
    None leaves the cell blank."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    charts = {name: etree.fromstring(part) for name, part in parts.items() if CHART.fullmatch(name)}
    charts = {name: chart for name, chart in charts.items() if edits.keys() & drawn(chart)}
    assert edits.keys() <= {number for chart in charts.values() for number in drawn(chart)}
    is_book = "xl/workbook.xml" in parts
    behind: dict[str, list[Any]] = {}
    for name, chart in charts.items():
        behind.setdefault("" if is_book else book_of(name, parts), []).append(chart)
    files = [
        typed_over(its, parts[inside] if inside else content, edits, folder / f"edited{number}.xlsx")
        for number, (inside, its) in enumerate(behind.items())
    ]
    for (inside, its), file, again in zip(behind.items(), files, recalculated(files), strict=True):
        for chart in its:
            refresh(chart, again)
        if is_book:
            for number, name in enumerate(again.sheetnames, start=1):
                parts[SHEET.format(number)] = with_results(parts[SHEET.format(number)], again[name])
        else:
            parts[inside] = file.read_bytes()
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
    charts: Iterable[Any], content: bytes, edits: Mapping[float, float | None], file: Path
) -> Path:
    """A workbook with other numbers where these charts are drawn from, written into a file."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for chart in charts:
        found = [cell for place in drawn_from(chart) for cell in cells(book, place)]
        for old in edits.keys() & drawn(chart):
            kept = [cell for cell in found if cell.value in (old, edits[old])]
            assert kept, f"{old} is in no cell"
            for cell in kept:
                cell.value = edits[old]
    book.save(file)
    return file


def cells(book: Any, reference: str) -> list[Any]:
    """Which cells of its sheets are called so?"""
    sheet, place = reference.rsplit("!", 1)
    left, top, right, bottom = range_boundaries(place)
    rows = book[sheet.strip("'").replace("''", "'")].iter_rows(top, bottom, left, right)
    return [cell for row in rows for cell in row]


def recalculated(books: Sequence[Path]) -> list[Any]:
    """What does the office work out of workbooks?"""
    again = books[0].parent / "again"
    converted("xlsx", *books, into=again)
    return [openpyxl.load_workbook(again / book.name, data_only=True) for book in books]


def refresh(chart: Any, book: Any) -> None:
    """Lets a chart keep what its cells show now; of a blank one nothing is kept."""
    for reference in chart.iter("{*}f"):
        shown = [cell.value for cell in cells(book, reference.text)]
        for point in list(reference.getparent().iter("{*}pt")):
            now = shown[int(point.get("idx"))]
            if now is None and reference.getparent().tag.endswith("numRef"):
                point.getparent().remove(point)
            else:
                point.find("{*}v").text = "" if now is None else str(now)


def with_results(sheet: bytes, again: Any) -> bytes:
    """The part of a sheet with each number, and what each formula gives, as it is now."""
    root = etree.fromstring(sheet)
    for cell in root.iter("{*}c"):
        value, now = cell.find("{*}v"), again[cell.get("r")].value
        if cell.find("{*}f") is not None:
            value.text = "" if now is None else str(now)
        elif value is not None and cell.get("t", "n") == "n":
            if now is None:
                cell.remove(value)
            elif isinstance(now, float | int):
                value.text = str(now)
    return bytes(etree.tostring(root))
