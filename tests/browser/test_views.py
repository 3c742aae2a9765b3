"""Is a slide exactly 16:9, whole and still, and is every chart whole on paper, with its table under it?"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser

from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.facts.errors import NoSuchFigure
from lib.facts.record import Record
from lib.site.pages import PAGE_OF, PAGES, Page
from lib.words.address import path_of
from lib.words.messages import LANGUAGES
from lib.words.missing import missing_text
from lib.words.speak import Words
from tests.browser.server import Server
from tests.browser.visit import BROWSER_LANGUAGE, LAPTOP, PHONE, SCREEN, Visit

READY = 'body[data-ready="true"]'

# What reaches over the edge of the slide, or into its foot; what can be clicked; a text of a chart cut off.
_FAULTS = """() => {
    const stage = document.querySelector('.stage'), edge = stage.getBoundingClientRect(), faults = [];
    const foot = stage.querySelector('.foot').getBoundingClientRect();
    const inside = (box, of) => box.left >= of.left - 1 && box.right <= of.right + 1
        && box.top >= of.top - 1 && box.bottom <= of.bottom + 1;
    if (stage.scrollHeight > stage.clientHeight + 1) faults.push(`${stage.scrollHeight} high`);
    for (const element of stage.querySelectorAll('h1, h2, p, td, th, .kpi-value, .kpi-line, .main-svg text')) {
        const box = element.getBoundingClientRect();
        if (!box.width || !element.checkVisibility()) continue;
        const text = element.textContent.slice(0, 60);
        if (!inside(box, edge)) faults.push(`outside: ${text}`);
        if (!element.closest('.foot') && box.bottom > foot.top + 1) faults.push(`in the foot: ${text}`);
        if (!element.closest('svg') && element.clientWidth && element.scrollWidth > element.clientWidth + 1)
            faults.push(`cut: ${text}`);
    }
    for (const element of document.querySelectorAll('a, button, input, select'))
        if (element.checkVisibility() && inside(element.getBoundingClientRect(), edge))
            faults.push(`can be used: ${element.outerHTML.slice(0, 80)}`);
    return faults;
}"""


@pytest.fixture(scope="module", params=LANGUAGES)
def reader(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[Visit]:
    """One reader of each language, who goes from slide to slide."""
    visit = Visit(browser, server, size=SCREEN, locale=BROWSER_LANGUAGE[request.param])
    yield visit.open(lang=request.param)
    visit.close()


def show(visit: Visit, path: str, **query: str) -> Visit:
    address = f"{visit.server.url}/{path}?{urlencode({'lang': visit.lang} | query)}"
    visit.page.goto(address, wait_until="commit")
    visit.page.locator(READY).wait_for(state="attached")
    return visit


def stage(visit: Visit) -> tuple[float, float, float, float]:
    box = visit.page.locator(".stage").bounding_box()
    assert box
    return box["x"], box["y"], box["width"], box["height"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_is_a_slide(reader: Visit, page: Page) -> None:
    show(reader, page.path, view="slide")
    assert stage(reader) == pytest.approx((0, 0, 1920, 1080), abs=0.5)
    assert reader.page.evaluate(_FAULTS) == []
    assert reader.heard.broken + reader.heard.trouble == []


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_a_slide(reader: Visit, record: Record, name: str) -> None:
    words = Words(reader.lang)
    show(reader, path_of(PAGE_OF[name]), view="slide", chart=name)
    card, missing = None, ""
    try:
        card = CHARTS[name](record, words, Look())
    except NoSuchFigure as error:
        missing = missing_text(error, words)
    if card is None:
        assert missing in reader.page.locator(".stage").inner_text()
        return
    assert reader.heading() == card.title
    assert reader.page.evaluate(_FAULTS) == []
    foot = reader.page.locator(".stage .foot").inner_text()
    assert record.version in foot
    assert reader.page.url in foot
    plot = reader.page.locator(".main-svg").first.bounding_box()
    assert plot
    # Drawn large: it fills the slide from side to side, or a tall one the height between title and foot.
    assert plot["width"] > 1700 or plot["height"] > 560


@pytest.mark.parametrize("size", [LAPTOP, SCREEN, (1366, 768), (1600, 1200), PHONE], ids=str)
def test_a_slide_is_16_to_9_in_every_window(reader: Visit, size: tuple[int, int]) -> None:
    reader.page.set_viewport_size({"width": size[0], "height": size[1]})
    show(reader, "talent", view="slide", chart="talent_progress")
    x, y, width, height = stage(reader)
    assert width / height == pytest.approx(16 / 9, rel=1e-4)
    assert min(size[0] - width, size[1] - height) == pytest.approx(0, abs=0.5)
    assert (x, y) == pytest.approx(((size[0] - width) / 2, (size[1] - height) / 2), abs=0.5)
    reader.page.set_viewport_size({"width": SCREEN[0], "height": SCREEN[1]})


def test_two_pictures_of_a_slide_are_the_same(reader: Visit) -> None:
    pictures = []
    for _ in range(2):
        show(reader, "outsourcing", view="slide", chart="growth_base")
        pictures.append(reader.page.screenshot())
    assert pictures[0] == pictures[1]


def test_a_slide_of_no_chart_says_so_and_shows_the_page(reader: Visit) -> None:
    show(reader, "talent", view="slide", chart="nonsense")
    words = Words(reader.lang)
    assert reader.page.locator(".stage [role=status]").inner_text().startswith(
        words("briefing.refused.chart", names="nonsense", known="goal_path")
        .removesuffix("。").removesuffix(".")
    )  # fmt: skip
    assert "9" in reader.heading()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_paper_holds_every_chart_whole(reader: Visit, page: Page, tmp_path_factory) -> None:
    show(reader, page.path, view="print")
    titles = reader.page.locator("[class*=st-key-whole_] h2").all_inner_texts()
    sources = reader.page.locator("[class*=st-key-whole_] .source").all_inner_texts()
    assert len(titles) == len(sources) == len(reader.chart_names())
    folder = tmp_path_factory.mktemp("paper")
    for name in ("portrait", "landscape"):
        file = folder / f"{name}.pdf"
        reader.page.pdf(path=file, format="A4", landscape=name == "landscape")
        sheets = squeezed(text_of(file)).split("\f")
        for title, source in zip(titles, sources, strict=True):
            both = [sheet for sheet in sheets if squeezed(title) in sheet and squeezed(source) in sheet]
            assert both, f"{name}: {title} and its source are not on one page"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_nothing_is_wider_than_the_paper(reader: Visit, page: Page) -> None:
    show(reader, page.path, view="print")
    reader.page.emulate_media(media="print")
    reader.page.set_viewport_size({"width": 703, "height": 1000})  # 210 mm less two margins of 12
    # Of a drawing its words: what hatches a bar is cut off at its edge.
    over = reader.page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter(element =>
            (!element.ownerSVGElement || element.localName === 'text')
            && element.checkVisibility() && element.getBoundingClientRect().right > 704
        ).map(element => element.outerHTML.slice(0, 120))"""
    )
    reader.page.emulate_media(media="screen")
    reader.page.set_viewport_size({"width": SCREEN[0], "height": SCREEN[1]})
    assert over == []


def text_of(file) -> str:
    return subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout


def squeezed(text: str) -> str:
    """Without space, and without hyphens, which pdftotext drops at the end of a line."""
    return "".join(text.replace("\f", "\0").replace("-", "").split()).replace("\0", "\f")
