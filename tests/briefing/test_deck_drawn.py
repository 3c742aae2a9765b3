"""The slides as LibreOffice draws them: every figure is there to be read, nothing is empty, nothing collides."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from lib.briefing.content import Briefing
from lib.draw.plotly import figure_of
from tests.briefing.conftest import Content, Whole
from tests.office import converted

XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Word) -> float:
        """How much of the smaller of two words do they share?"""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        smaller = min((one.right - one.left) * (one.bottom - one.top) for one in (self, other))
        return across * down / smaller if across > 0 and down > 0 else 0.0


@dataclass(frozen=True)
class Shown:
    """A deck in pictures and words, and the pictures of the same without its charts."""

    found: Briefing
    pictures: list[Path]
    without: list[Path]
    words: list[list[Word]]
    size: tuple[float, float]

    def said(self, slide: int) -> str:
        return squeezed("".join(word.text for word in self.words[slide]))


def lines_of(text: str) -> list[str]:
    """Which lines has a text of the screen's, without its tags?"""
    return [re.sub(r"<[^>]+>", "", line) for line in text.split("<br>")]


def squeezed(text: str) -> str:
    return "".join(text.split())


def every(shapes: Any) -> list[Any]:
    """Shapes, those in groups too."""
    return [
        one
        for shape in shapes
        for one in (every(shape.shapes) if shape.shape_type == MSO_SHAPE_TYPE.GROUP else [shape])
    ]


@pytest.fixture(scope="module", params=["zh", "en"])
def shown(
    request: pytest.FixtureRequest,
    whole: Whole,
    whole_deck: Content,
    tmp_path_factory: pytest.TempPathFactory,
) -> Shown:
    found, content = whole(request.param), whole_deck(request.param)
    folder = tmp_path_factory.mktemp("deck")
    (folder / "deck.pptx").write_bytes(content)
    bare = Presentation(io.BytesIO(content))
    for slide in bare.slides:
        for shape in [shape for shape in every(slide.shapes) if shape.has_chart]:
            shape._element.getparent().remove(shape._element)
    bare.save(str(folder / "bare.pptx"))
    to_pdf(folder, "deck.pptx", "bare.pptx")
    words, size = read(folder / "deck.pdf")
    return Shown(found, pictures(folder, "deck"), pictures(folder, "bare"), words, size)


def to_pdf(folder: Path, *names: str) -> None:
    """Prints files with one start of the office."""
    converted("pdf", *(folder / name for name in names), into=folder)


def pictures(folder: Path, name: str) -> list[Path]:
    subprocess.run(
        ["pdftoppm", "-r", "40", "-png", str(folder / f"{name}.pdf"), str(folder / name)],
        check=True,
        timeout=120,
    )
    return sorted(folder.glob(f"{name}-*.png"))


def read(pdf: Path) -> tuple[list[list[Word]], tuple[float, float]]:
    told = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=60
    ).stdout
    pages = list(ElementTree.fromstring(told).iter(f"{XHTML}page"))
    words = [
        [
            Word(word.text or "", *(float(word.get(side, "0")) for side in ("xMin", "yMin", "xMax", "yMax")))
            for word in page.iter(f"{XHTML}word")
        ]
        for page in pages
    ]
    return words, (float(pages[0].get("width", "0")), float(pages[0].get("height", "0")))


def test_every_headline_figure_keeps_its_qualifier(shown: Shown) -> None:
    wanted = {
        "zh": ("675.3亿元", "78.7%", "12.1亿美元", "近1800家", "超50%", "9个"),
        "en": ("CNY67.53bn", "78.7%", "USD1.21bn", "nearly1,800", "over50%"),
    }
    said = "".join(shown.said(slide) for slide in range(len(shown.words)))
    for figure in wanted[shown.found.words.lang]:
        assert figure in said


def test_every_text_of_a_chart_can_be_read_on_its_slide(shown: Shown) -> None:
    for slide, sheet in enumerate(shown.found.exhibits, start=2):
        texts = [note.text for note in figure_of(sheet.card).layout.annotations]
        texts += [text for trace in figure_of(sheet.card).data for text in trace.text or () if text]
        letters = shown.said(slide)
        for word in (word for text in texts for line in lines_of(text) for word in line.split()):
            assert word in letters
        assert squeezed(sheet.card.title) in letters
        assert squeezed(sheet.source) in letters


def test_no_chart_is_empty(shown: Shown) -> None:
    for slide, sheet in enumerate(shown.found.exhibits, start=2):
        drawn, bare = (Image.open(found[slide]).convert("L") for found in (shown.pictures, shown.without))
        changed = sum(ImageChops.difference(drawn, bare).point(lambda grey: grey > 24).histogram()[1:])
        assert changed > 400, (
            sheet.card.name
        )  # the thinnest, a line with two ends, changes some 700 of 120,000


def test_all_words_lie_inside_the_slide(shown: Shown) -> None:
    wide, high = shown.size
    for words in shown.words:
        for word in words:
            assert word.left >= 0
            assert word.top >= 0
            assert word.right <= wide
            assert word.bottom <= high


def test_no_words_lie_on_each_other(shown: Shown) -> None:
    for slide, words in enumerate(shown.words):
        for one, other in combinations(words, 2):
            assert one.covers(other) < 0.35, (slide, one.text, other.text)
