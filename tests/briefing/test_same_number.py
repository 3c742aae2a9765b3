"""Does a chart say the same number on screen, in PPTX, DOCX, XLSX, PDF, HTML and CSV, in both languages?"""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from lib.briefing.book.table import heads
from lib.briefing.browser.drawn import pdf
from lib.briefing.content import Briefing
from lib.briefing.docx_brief import brief
from lib.words.tables import CSV_COLUMNS, csv_bytes, screen_rows
from tests.briefing.conftest import Content, Whole

FRONT = 2  # cover and headline figures stand before the slides of charts
# Of the source report and beside it: printed, qualified, implied, ranked.
KNOWN = {
    "goal_path": {"zh": "675.3亿元", "en": "CNY 67.53bn"},
    "growth_base": {"zh": "约6.8亿美元", "en": "≈USD 0.68bn"},
    "emerging_threshold": {"zh": "超50%", "en": "over 50%"},
    "enterprise_counts": {"zh": "近1800家", "en": "nearly 1,800"},
    "talent_progress": {"zh": "约10个", "en": "about 10"},
}


@dataclass(frozen=True)
class Read:
    """What each kind of file says of each chart, figure by figure, read by other programs than ours."""

    found: Briefing
    slides: list[str]
    sheets: list[list[tuple[object, ...]]]
    paper: str
    brief: str


def squeezed(text: str) -> str:
    """Without space, and without hyphens, which pdftotext drops at the end of a line."""
    return "".join(text.replace("-", "").split())


@pytest.fixture(scope="module", params=["zh", "en"])
def read(
    request: pytest.FixtureRequest,
    whole: Whole,
    whole_deck: Content,
    whole_book: Content,
    tmp_path_factory: pytest.TempPathFactory,
) -> Read:
    found, slides, sheets = (made(request.param) for made in (whole, whole_deck, whole_book))
    file = tmp_path_factory.mktemp("paper") / "paper.pdf"
    file.write_bytes(pdf(found, paper="a4"))
    paper = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True)
    page = Document(io.BytesIO(brief(found, {})))
    return Read(
        found,
        [_notes(slide) for slide in Presentation(io.BytesIO(slides)).slides],
        [list(sheet.iter_rows(values_only=True)) for sheet in load_workbook(io.BytesIO(sheets))],
        squeezed(paper.stdout),
        squeezed(
            "".join(cell.text for table in page.tables for row in table.rows for cell in row.cells)
            + "".join(paragraph.text for paragraph in page.paragraphs)
        ),
    )


def _notes(slide) -> str:
    return slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""


def _table(rows: list[tuple[object, ...]], named: list[str]) -> list[tuple[object, ...]]:
    """What stands on a sheet between the heads of its figures and the next empty row, and not what it is drawn from?"""
    start = [list(row[: len(named)]) for row in rows].index(named)
    return list(takewhile(any, rows[start + 1 :]))


def _figures(read: Read) -> Iterator[tuple[int, str, str, str]]:
    """Each figure of each chart as the table on screen has it: place of the chart, its name, item, figure."""
    for place, sheet in enumerate(read.found.exhibits):
        rows = [(row.label, row.fact) for row in sheet.card.rows]
        for item, _, figure, *_ in screen_rows(rows, read.found.record, read.found.words):
            yield place, sheet.card.name, item, figure


def test_every_figure_of_every_chart_is_the_same_everywhere(read: Read) -> None:
    faults = []
    for place, name, item, figure in _figures(read):
        if f"{item} · {figure}" not in read.slides[FRONT + place]:
            faults.append(f"PPTX, {name}: {item} {figure}")
        if (item, figure) not in [(row[0], row[2]) for row in read.sheets[place]]:
            faults.append(f"XLSX, {name}: {item} {figure}")
        if squeezed(figure) not in read.paper:
            faults.append(f"PDF, {name}: {item} {figure}")
    assert not faults, "\n".join(faults)


def test_the_numbers_behind_them_are_the_same(read: Read) -> None:
    """As numbers: what the CSV holds times its power of ten is what the workbook holds times its own."""
    scales = {"亿": 1e8, "万": 1e4, "万亿": 1e12, "bn": 1e9, "m": 1e6}
    for place, sheet in enumerate(read.found.exhibits):
        rows = [(row.label, row.fact) for row in sheet.card.rows]
        content = csv_bytes(rows, read.found.record, read.found.words).decode("utf-8-sig")
        _, *lines = csv.reader(io.StringIO(content, newline=""))
        table = _table(read.sheets[place], heads(read.found.words))
        assert len(table) == len(lines)
        for line, cells in zip(lines, table, strict=True):
            named = dict(zip(CSV_COLUMNS, line, strict=True))
            if not named["value"]:
                assert cells[4] is None
                continue
            unit = str(cells[5])
            scale = next(
                (size for word, size in scales.items() if word in unit.split() or word in unit[:2]), 1
            )
            scale = scale if named["unit"] in ("CNY", "USD") else 1
            ours = float(named["value"]) * 10.0 ** int(named["unit_mult"])
            decimals = len(named["value"].partition(".")[2])
            slack = 0.5 * 10.0 ** (int(named["unit_mult"]) - decimals)
            assert abs(float(str(cells[4])) * scale - ours) <= slack * 1.0001, (named["item"], cells[4], unit)


def test_known_figures_stand_in_every_kind_of_file(read: Read) -> None:
    lang = read.found.words.lang
    places = {sheet.card.name: place for place, sheet in enumerate(read.found.exhibits)}
    for name, said in KNOWN.items():
        place, figure = places[name], said[lang]
        assert figure in read.slides[FRONT + place]
        assert any(figure in str(cell) for row in read.sheets[place] for cell in row)
        assert squeezed(figure) in read.paper
        assert squeezed(figure.replace("≈", "about ")) in read.brief  # a sentence is read aloud
