"""The workbook as LibreOffice prints it: every figure can be read, and every sheet shows its chart."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lib.briefing.content import Briefing
from lib.charts.tokens import LIGHT
from tests.briefing.conftest import Content, Whole
from tests.briefing.test_deck_drawn import squeezed, to_pdf

MARKS = (LIGHT.chongqing, "#A6A6A6", LIGHT.goal, LIGHT.contradiction)  # others are a grey of any theme


@dataclass(frozen=True)
class Printed:
    found: Briefing
    texts: list[str]
    folder: Path

    def page_of(self, title: str) -> int:
        """On which page is a sheet begun?"""
        return next(number for number, text in enumerate(self.texts) if text.startswith(squeezed(title)))


@pytest.fixture(scope="module", params=["zh", "en"])
def printed(
    request: pytest.FixtureRequest,
    whole: Whole,
    whole_book: Content,
    tmp_path_factory: pytest.TempPathFactory,
) -> Printed:
    found = whole(request.param)
    folder = tmp_path_factory.mktemp("book")
    (folder / "book.xlsx").write_bytes(whole_book(request.param))
    to_pdf(folder, "book.xlsx")
    told = subprocess.run(
        ["pdftotext", str(folder / "book.pdf"), "-"], check=True, capture_output=True, timeout=120
    ).stdout.decode()
    return Printed(found, [squeezed(page) for page in told.split("\f")], folder)


def test_every_headline_figure_keeps_its_qualifier(printed: Printed) -> None:
    wanted = {
        "zh": ("675.3亿元", "78.7%", "12.1亿美元", "近1800家", "超50%", "9个"),
        "en": ("CNY67.53bn", "78.7%", "USD1.21bn", "nearly1,800", "over50%"),
    }
    said = "".join(printed.texts)
    for figure in wanted[printed.found.words.lang]:
        assert figure in said


def test_every_sheet_is_printed_with_its_notes_and_figures(printed: Printed) -> None:
    for sheet in printed.found.exhibits:
        said = printed.texts[printed.page_of(sheet.card.title)]
        assert squeezed(sheet.card.subtitle) in said
        assert squeezed(sheet.link) in said


def test_every_sheet_shows_its_chart(printed: Printed) -> None:
    """No sheet has a point in the pure colour of a mark without its charts: its link is too thin for that."""
    last = printed.page_of(printed.found.exhibits[-1].card.title) + 1
    subprocess.run(
        ["pdftoppm", "-r", "90", "-l", str(last), "-png", "book.pdf", "page"],
        cwd=printed.folder,
        check=True,
        timeout=120,
    )
    pictures = sorted(printed.folder.glob("page-*.png"))
    for sheet in printed.found.exhibits:
        assert marks(pictures[printed.page_of(sheet.card.title)]) > 20, sheet.card.name


def marks(picture: Path) -> int:
    """How many points of a picture have just the colour of a mark?"""
    points = np.asarray(Image.open(picture).convert("RGB")) @ np.array([1 << 16, 1 << 8, 1], dtype=np.uint32)
    return int(np.isin(points, [int(colour[1:], 16) for colour in MARKS]).sum())
