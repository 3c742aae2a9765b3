"""A chart's numbers changed as PowerPoint, Excel and Word change them: bar and label follow, in LibreOffice too."""

from __future__ import annotations

import csv
import io
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from pptx import Presentation

from lib.briefing.content import Briefing, briefing
from lib.briefing.docx_brief import brief
from lib.briefing.order import Order
from lib.briefing.pptx_deck import deck
from lib.briefing.xlsx_book import book
from lib.facts.record import Record
from tests.briefing.editing import edit
from tests.briefing.test_deck_drawn import Word, every, read, to_pdf

INSIDE = "word/embeddings/Microsoft_Excel_Sheet1.xlsx"
CHART, SHEET = "xl/charts/chart1.xml", "xl/worksheets/sheet1.xml"


@pytest.fixture(scope="module")
def found(record: Record) -> Briefing:
    return briefing(Order("zh", ("offshore_annual",)), record)


@pytest.fixture(scope="module")
def made(found: Briefing) -> bytes:
    return deck(found)


def test_each_label_is_worked_out_of_its_number(made: bytes) -> None:
    # 2018: 21.5; 2019: 20.6, about −4.2 %; 2020: 22.8, +10.5 %, in hundred million US dollars
    assert [cell.value for cell in sheet_of(chart_of(made)[1])["C"]][1:4] == [
        '=TEXT(B2,"0.0")',
        '=TEXT(B3,"0.0")&CHAR(10)&"约−4.2%"',
        '=TEXT(B4,"0.0")&CHAR(10)&"+10.5%"',
    ]


def test_the_sheet_says_under_its_numbers_what_they_are_and_where_from(made: bytes) -> None:
    told = [cell.value for cell in sheet_of(chart_of(made)[1])["A"]][5:]
    assert told[:2] == [
        "2020年离岸服务外包执行额22.8亿美元，同比增长10.5%",
        "离岸服务外包执行额，亿美元；标“约”的增速由两年金额推算",
    ]
    assert told[2].startswith("来源：")
    assert told[3].startswith("http://localhost:8501/")


def test_an_edited_number_takes_its_bar_and_its_label_along(made: bytes, tmp_path: Path) -> None:
    show, chart = chart_of(made)
    part = chart.part.chart_workbook.xlsx_part
    book = sheet_of(chart).parent
    book.active["B4"] = 31.4
    book.save(tmp_path / "edited.xlsx")
    part._blob = (tmp_path / "edited.xlsx").read_bytes()
    label = worked_out(tmp_path / "edited.xlsx")
    assert label == "31.4\n+10.5%"
    [value] = chart._chartSpace.xpath("//c:val//c:pt[@idx=2]/c:v")
    [said] = chart._chartSpace.xpath("//*[local-name()='dlblRangeCache']/c:pt[@idx=2]/c:v")
    assert said.text == "22.8\n+10.5%"
    value.text, said.text = "31.4", label
    show.save(str(tmp_path / "edited.pptx"))
    assert_bar_ends_above_30(tmp_path, "edited.pptx")


@pytest.fixture(scope="module")
def beyond(record: Record, tmp_path_factory: pytest.TempPathFactory) -> list[list[Word]]:
    """The words of three slides on which a figure was raised beyond all that its chart shows."""
    charts = ("growth_base", "enterprise_counts", "goal_path")
    folder = tmp_path_factory.mktemp("beyond")
    show = Presentation(io.BytesIO(deck(briefing(Order("zh", charts), record))))
    shown = [one.chart for slide in show.slides for one in every(slide.shapes) if one.has_chart]
    for chart, (old, new) in zip(shown, ((12.1, 16.0), (2600, 5200), (675.3, 1800.0)), strict=True):
        edit(chart, old, new, folder)
    show.save(str(folder / "beyond.pptx"))
    to_pdf(folder, "beyond.pptx")
    words, _ = read(folder / "beyond.pdf")
    return words[2:5]


def middle(words: list[Word], text: str) -> float:
    """How far down is the middle of a word?"""
    [word] = [word for word in words if word.text == text]
    return (word.top + word.bottom) / 2


def test_a_bar_that_outgrows_its_axis_is_not_cut(beyond: list[list[Word]]) -> None:
    """12.1 became 16: its label stands just over where the ticks say that 16 is."""
    words = beyond[0]
    tick = (middle(words, "2") - middle(words, "10")) / 8
    over = middle(words, "10") - 6 * tick - middle(words, "16.0")
    assert 0 < over < 1.5 * tick
    assert not [word for word in words if word.text == "12.1"]


def test_a_label_at_the_end_of_a_stack_goes_with_its_bar(beyond: list[list[Word]]) -> None:
    """2,600 became 5,200: labels begin as far from each other as their figures are, with what is possible over it."""
    words = beyond[1]
    at = {text: next(word.left for word in words if word.text == text) for text in ("1403", "1288")}
    high = middle(words, "5200")
    [end] = [word.left for word in words if word.text == "超" and abs(word.top + word.bottom - 2 * high) < 4]
    unit = (at["1403"] - at["1288"]) / (1403 - 1288)
    # over 2,600 is hatched for 0.08 of it behind: 208
    assert (end - at["1288"]) / unit == pytest.approx(5200 + 208 - 1288, rel=0.05)


def test_a_point_that_outgrows_its_axis_takes_its_label_along(beyond: list[list[Word]]) -> None:
    words = beyond[2]
    [label] = [word for word in words if word.text.startswith("1800.0")]
    tick = (middle(words, "400") - middle(words, "1200")) / 800
    under = (label.top + label.bottom) / 2 - (middle(words, "1200") - 600 * tick)
    assert 0 < under < 200 * tick


def assert_bar_ends_above_30(folder: Path, name: str) -> None:
    """The label of 31.4 stands on its bar, so it lies higher than the tick of 30: the bar is not cut."""
    to_pdf(folder, name)
    words, _ = read((folder / name).with_suffix(".pdf"))
    page = next(page for page in words if "31.4" in {word.text for word in page})
    [tick] = [word for word in page if word.text == "30"]
    assert [word for word in page if word.text == "31.4" and word.top < tick.top]


def test_an_edited_cell_of_a_workbook_takes_its_bar_and_its_label_along(
    found: Briefing, tmp_path: Path
) -> None:
    with zipfile.ZipFile(io.BytesIO(book(found))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chart, sheet = (etree.fromstring(parts[name]) for name in (CHART, SHEET))
    value, label = (place_of(chart, kind) for kind in ("val", "datalabelsRange"))
    assert cell_of(sheet, label).findtext("{*}f") == f'TEXT({value},"0.0")&CHAR(10)&"+10.5%"'
    for place, text in ((value, "31.4"), (label, "31.4\n+10.5%")):
        cell_of(sheet, place).find("{*}v").text = text
    for cache, text in (("val", "31.4"), ("datalabelsRange", "31.4\n+10.5%")):
        next(chart.iter(f"{{*}}{cache}")).find(".//{*}pt[@idx='2']/{*}v").text = text
    parts |= {CHART: etree.tostring(chart), SHEET: etree.tostring(sheet)}
    with zipfile.ZipFile(tmp_path / "edited.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    assert_bar_ends_above_30(tmp_path, "edited.xlsx")


def test_an_edited_number_of_a_document_takes_its_bar_and_its_label_along(
    found: Briefing, tmp_path: Path
) -> None:
    """What Word changes is the workbook in the file and what the chart keeps of it; the label is a format of that."""
    native = replace(found, order=replace(found.order, native=True))
    with zipfile.ZipFile(io.BytesIO(brief(native, {}))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    inside = openpyxl.load_workbook(io.BytesIO(parts[INSIDE]))
    assert inside.active["B2"].value == 21.5
    inside.active["B2"] = 31.4
    inside.save(tmp_path / "inside.xlsx")
    chart = etree.fromstring(parts["word/charts/chart1.xml"])
    next(chart.iter("{*}val")).find(".//{*}pt[@idx='0']/{*}v").text = "31.4"
    parts |= {
        "word/charts/chart1.xml": etree.tostring(chart),
        INSIDE: (tmp_path / "inside.xlsx").read_bytes(),
    }
    with zipfile.ZipFile(tmp_path / "edited.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    assert_bar_ends_above_30(tmp_path, "edited.docx")


def place_of(chart: Any, kind: str) -> str:
    """What is the third cell called that a chart is drawn from, or has its labels from?"""
    first = next(chart.iter(f"{{*}}{kind}")).findtext(".//{*}f").rsplit("!", 1)[1].split(":")[0]
    _, column, row = first.split("$")
    return f"{column}{int(row) + 2}"


def cell_of(sheet: Any, place: str) -> Any:
    return sheet.find(f".//{{*}}c[@r='{place}']")


def chart_of(content: bytes) -> tuple[Any, Any]:
    """A deck, and the one chart in it."""
    show = Presentation(io.BytesIO(content))
    [chart] = [shape.chart for slide in show.slides for shape in slide.shapes if shape.has_chart]
    return show, chart


def sheet_of(chart: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active


def worked_out(book: Path) -> str:
    """What does the office work out for the third label?"""
    command = ["soffice", f"-env:UserInstallation={(book.parent / 'profile').as_uri()}", "--headless"]
    to_csv = [
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
        "--outdir",
        str(book.parent),
        str(book),
    ]
    subprocess.run([*command, *to_csv], check=True, capture_output=True, timeout=180)
    with book.with_suffix(".csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.reader(rows))[3][2]
