"""A chart's numbers changed on a slide, as PowerPoint changes them: bar and label follow, in LibreOffice too."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pptx import Presentation

from lib.briefing.content import briefing
from lib.briefing.order import Order
from lib.briefing.pptx_deck import deck
from lib.facts.record import Record
from tests.briefing.test_deck_drawn import read, to_pdf


@pytest.fixture(scope="module")
def made(record: Record) -> bytes:
    return deck(briefing(Order("zh", ("offshore_annual",)), record))


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
    to_pdf(tmp_path, "edited.pptx")
    words, _ = read(tmp_path / "edited.pdf")
    page = next(page for page in words if "31.4" in {word.text for word in page})
    [bar] = [word for word in page if word.text == "31.4"]
    ticks = {word.text: word.top for word in page if word.text in ("30", "35")}
    assert bar.top < ticks["30"], "the bar ends above 30 and is not cut"


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
