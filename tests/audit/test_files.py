"""Is every number in every file accounted for, and does the audit notice one that is not?"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from lib.briefing.browser.drawn import pdf
from lib.briefing.browser.service import PATIENCE, SERVICE, Service
from lib.briefing.browser.tab import Tab
from lib.briefing.browser.vectors import vectors
from lib.briefing.content import briefing
from lib.charts.registry import CHARTS
from lib.draw.plotly import figure_of
from lib.facts.record import Record
from lib.words.speak import Words
from tests.audit.exports import everything
from tests.audit.filed import misfiled
from tests.audit.files import files, files_of_findings
from tests.audit.line import File, Line
from tests.audit.marks import NUMBER, bare, recording
from tests.audit.published import observations
from tests.audit.sayings import wrong

Made = tuple[bytes, list[Line]]


@pytest.fixture(scope="session")
def made(lang: str, shipped: Record) -> dict[str, tuple[File, Made]]:
    """Every file as it leaves the program, and its lines with marks."""
    words = Words(lang)
    plain = {file.name: file.made() for file in files(shipped, words)}
    with recording() as ledger:
        marked = {file.name: (file, file.made()) for file in files(shipped, words)}
        findings = {file.name: (file, file.made()) for file in files_of_findings(shipped, words)}
    faults = [fault for said in ledger.sayings if (fault := wrong(said))]
    assert not faults, "\n".join(faults)
    # The files of the findings are one and the same function's: built once, without marks they are the file.
    plain |= {name: bare(content.decode()).encode() for name, (_, content) in findings.items()}
    return {
        name: (file, (plain[name], file.lines(content)))
        for name, (file, content) in (marked | findings).items()
    }


def test_every_number_in_a_file_is_accounted_for(made: dict[str, tuple[File, Made]]) -> None:
    faults = [
        fault
        for name, (file, (content, expected)) in made.items()
        for fault in misfiled(file.lines(content), expected, name)
    ]
    assert not faults, "\n".join(faults)


def test_the_files_are_those_of_every_chart_and_dataset(made: dict[str, tuple[File, Made]]) -> None:
    drawn = {f"{name} CNY.csv" for name in CHARTS} - {"emerging_mix CNY.csv"}  # no source prints the split
    assert drawn | {"goal_path USD.csv", "dataset all.csv", "dataset all.xlsx"} <= made.keys()
    lines = {name: len(expected) for name, (_, (_, expected)) in made.items()}
    assert min(lines.values()) > 1
    assert lines["dataset all.csv"] == len(observations()) + 1  # the head


def with_a_digit_more(content: bytes, where: bytes) -> tuple[bytes, str]:
    """The content with a digit after the first number that stands there, and the number that this makes."""
    found = re.search(where, content)
    assert found, where
    end = found.end(1)
    return content[:end] + b"7" + content[end:], f"{found[1].decode()}7"


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("goal_path CNY.csv", rb",(\d+\.\d+),"),
        ("tourism_receipts CNY.csv", rb",(\d+\.\d+),"),
        ("dataset all.csv", rb",(\d+\.\d+),"),
        ("dataset outsourcing.csv", rb",(\d+\.\d+),exact,"),
        ("growth_base CNY.csv", rb"\(1 \+ (\d+\.\d+) \xc3\xb7 100\)"),
    ],
)
def test_a_wrong_digit_in_a_csv_is_named(made: dict[str, tuple[File, Made]], name: str, where: bytes) -> None:
    file, (content, expected) = made[name]
    altered, number = with_a_digit_more(content, where)
    (fault,) = misfiled(file.lines(altered), expected, name)
    assert number in fault
    assert name in fault


@pytest.mark.parametrize(("column", "given"), [("value", 6.0), ("upper", 50.0), ("growth", 77.0)])
def test_a_wrong_number_in_a_workbook_is_named(
    made: dict[str, tuple[File, Made]], column: str, given: float
) -> None:
    file, (content, expected) = made["dataset outsourcing.xlsx"]
    book = load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    place = list(expected[1].cells).index(column) + 1
    row = next(row for row in range(2, 99) if sheet.cell(row, place).value not in (None, given))
    sheet.cell(row, place).value = given
    altered = io.BytesIO()
    book.save(altered)
    (fault,) = misfiled(file.lines(altered.getvalue()), expected, file.name)
    assert fault.startswith(
        f"{given:g} is not accounted for in dataset outsourcing.xlsx, sheet 1, line {row}, {column}"
    )


def test_a_wrong_number_in_a_text_of_a_workbook_is_named(made: dict[str, tuple[File, Made]]) -> None:
    file, (content, expected) = made["dataset talent.xlsx"]
    book = load_workbook(io.BytesIO(content))
    sheet = book.worksheets[1]
    sheet["C2"] = f"{sheet['C2'].value} 1234"
    altered = io.BytesIO()
    book.save(altered)
    (fault,) = misfiled(file.lines(altered.getvalue()), expected, file.name)
    assert "1234 is not accounted for in dataset talent.xlsx, sheet 2, line 2, title" in fault


IN_A_TEXT = rb">[^<>]*?(?<![\d.])(\d+\.\d+)(?![\d.])[^<>]*</(?:a|w):t>"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("briefing.pptx", "ppt/slides/slide"),
        ("briefing.docx", "word/document.xml"),
        ("native.docx", "word/charts/chart"),
    ],
)
def test_a_wrong_digit_in_a_briefing_is_named(
    made: dict[str, tuple[File, Made]], name: str, parts: str
) -> None:
    file, (content, expected) = made[name]
    altered = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(altered, "w") as archive:
        named = (one for one in before.namelist() if one.startswith(parts))
        part = next(one for one in named if re.search(IN_A_TEXT, before.read(one)))
        for one in before.namelist():
            old = before.read(one)
            if one == part:
                old, number = with_a_digit_more(old, IN_A_TEXT)
            archive.writestr(one, old)
    (fault,) = misfiled(file.lines(altered.getvalue()), expected, name)
    assert number in fault
    assert part in fault


def test_a_wrong_digit_in_a_document_for_the_browser_is_named(made: dict[str, tuple[File, Made]]) -> None:
    file, (content, expected) = made["paper.html"]
    altered, number = with_a_digit_more(content, rb"<(?:p|td|h1)[^>]*>[^<]*?(?<![\d.])(\d+\.\d+)(?![\d.])")
    faults = misfiled(file.lines(altered), expected, file.name)
    assert any(number in fault for fault in faults)


def test_paper_shows_what_its_document_says_and_the_ticks_of_its_axes(
    made: dict[str, tuple[File, Made]], shipped: Record, lang: str, tmp_path: Path
) -> None:
    """The PDF is what the browser makes of the document that was accounted for above."""
    found = briefing(everything(lang), shipped)
    document, (content, _) = made["paper.html"]
    reading = Reading()
    (tmp_path / "paper.pdf").write_bytes(pdf(found, paper="a4", service=reading))
    known = {
        number
        for text in (*(str(line.cells["text"]) for line in document.lines(content)), *reading.ticks)
        for number in NUMBER.findall(text)
    }
    # What is written upwards is read from its end where a sheet is read line by line.
    notes = (note for sheet in found.exhibits for note in figure_of(sheet.card).layout.annotations)
    turned = [note.text for note in notes if note.textangle == -90]
    known |= {number for text in turned for number in NUMBER.findall(text[::-1])}
    command = ["pdftotext", "-layout", str(tmp_path / "paper.pdf"), "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    counted = max(said.count("\f"), len(found.exhibits))  # pages, and the charts in the list of contents
    shown = set(NUMBER.findall(said)) - {str(number) for number in range(1, counted + 1)}
    assert len(shown) > 200
    assert shown <= known


def test_drawings_show_what_their_document_says_and_the_ticks_of_its_axes(
    made: dict[str, tuple[File, Made]], shipped: Record, lang: str
) -> None:
    """An SVG is what the browser lays out of the slides that were accounted for above."""
    found = briefing(everything(lang), shipped)
    document, (content, _) = made["slides.html"]
    reading = Reading()
    drawings = vectors(found, service=reading)
    known = {
        number
        for text in (*(str(line.cells["text"]) for line in document.lines(content)), *reading.ticks)
        for number in NUMBER.findall(text)
    }
    texts = [
        text.text or ""
        for drawing in drawings.values()
        for text in ElementTree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}text")
    ]
    shown = {number for text in texts for number in NUMBER.findall(text)}
    assert len(shown) > 150
    assert shown <= known


class Reading(Service):
    """The browser of all, which reads along the axes of what it has just drawn: it is not drawn again for that."""

    ticks: tuple[str, ...] = ()

    def draw(self, work: Callable[[Tab], Any], *, seconds: float = PATIENCE) -> Any:
        def both(tab: Tab) -> Any:
            made = work(tab)
            script = (
                "[...document.querySelectorAll('.xtick text, .ytick text')].map(text => text.textContent)"
            )
            self.ticks = tuple(tab.evaluate(script))
            return made

        return SERVICE.draw(both, seconds=seconds)
