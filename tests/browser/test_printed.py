"""Ctrl+P on a page as it stands on the screen: is each number on the paper, whole, and the paper white?"""

from __future__ import annotations

import re
import subprocess
from itertools import cycle
from pathlib import Path

import pytest

from lib.site.pages import PAGES, Page
from tests.browser.conftest import Visitor
from tests.browser.test_views import squeezed, text_of
from tests.browser.visit import BROWSER_LANGUAGE, LAPTOP, PHONE, SCREEN

# What is read of a page on the screen, but for its menus; panels open nowhere on paper, tables stand there.
# pdftotext puts no word together whose letters stand above each other.
READ = """() => {
    const SAID = 'h1, h2, .since, .asof, .kpi-value, .kpi-line, .card-sub, .card-note, .source, [id^=rows_] td';
    const onScreenAlone = one => one.closest('[popover]:not([id^=rows_]), .by-address')
        || one.matches('[id^=rows_] > .card-note');
    const said = [...document.querySelectorAll(SAID)].filter(one => !onScreenAlone(one));
    const lines = text => text.querySelector('tspan') ? [...text.querySelectorAll('tspan')] : [text];
    const marks = [...document.querySelectorAll('.plot .main-svg text')]
        .filter(text => text.checkVisibility() && !text.closest('[transform*="rotate(-90"]')).flatMap(lines);
    const texts = all => all.map(one => one.textContent).filter(text => /\\d/.test(text));
    return { said: texts(said), marks: texts(marks) };
}"""
NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
WINDOWS = [(PHONE, "zh", "dark", False), (LAPTOP, "en", "light", True), (SCREEN, "zh", "dark", True)]
PRINTED = [page for page in PAGES if page.name not in ("briefing", "explore")]
TURNS = [*zip(PRINTED, cycle(WINDOWS), strict=False), *((PRINTED[0], window) for window in WINDOWS[1:])]
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


def outside(paper: Path, wide: float, high: float) -> list[str]:
    """Which words reach over the edge of their sheet?"""
    told = subprocess.run(["pdftotext", "-bbox", str(paper), "-"], capture_output=True, check=True, text=True)
    boxes = [(*map(float, found[:4]), found[4]) for found in _WORD.findall(told.stdout)]
    assert boxes
    return [
        word
        for left, top, right, bottom, word in boxes
        if min(left, top) < 0 or right > wide or bottom > high
    ]


@pytest.mark.parametrize(
    ("page", "window"), TURNS, ids=lambda found: getattr(found, "name", None) or f"{found[0][0]}-{found[1]}"
)
def test_every_number_of_a_page_is_on_the_paper_whole(
    visitor: Visitor, tmp_path: Path, page: Page, window: tuple[tuple[int, int], str, str, bool]
) -> None:
    size, lang, scheme, landscape = window
    visit = visitor(locale=BROWSER_LANGUAGE[lang], size=size, scheme=scheme).open(page.path, lang=lang)
    shown = visit.page.evaluate(READ)
    before = visit.page.locator(".plot .main-svg").first.bounding_box() if shown["marks"] else None
    paper = tmp_path / "paper.pdf"
    visit.page.pdf(path=paper, format="A4", landscape=landscape, print_background=True)

    printed = squeezed(text_of(paper))
    assert shown["said"]
    missing = {
        number for text in shown["said"] for number in NUMBER.findall(squeezed(text)) if number not in printed
    }
    assert missing == set()
    words = {word for text in shown["marks"] for word in text.split() if NUMBER.search(word)}
    assert {word for word in words if squeezed(word) not in printed} == set()
    assert outside(paper, *((842, 595.5) if landscape else (595.5, 842))) == []

    picture = subprocess.run(
        ["pdftoppm", "-r", "10", "-l", "1", str(paper)], capture_output=True, check=True
    ).stdout
    assert picture[-3:] == b"\xff\xff\xff"  # the last dot of the first sheet

    visit.settle()
    if before:
        assert visit.page.locator(".plot .main-svg").first.bounding_box() == before
    assert visit.heard.trouble == []
