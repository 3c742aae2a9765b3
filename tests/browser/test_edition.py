"""The edition in a browser: opened from a file, with nothing around it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from lib.briefing.content import briefing
from lib.briefing.edition.paper import paper
from lib.briefing.edition.slides import slides
from lib.briefing.edition.whole import edition
from lib.briefing.order import Order
from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.facts.reconcile import findings_of
from lib.facts.reconcile.verdict import CONTRADICTS
from lib.facts.record import Record
from lib.site.pages import EDITION, charts_of
from lib.words.address import path_of
from lib.words.answers import ANSWERS
from lib.words.speak import Words
from tests.briefing.conftest import Whole
from tests.browser.heard import Heard, listen
from tests.browser.test_axe import faults
from tests.browser.test_views import squeezed, text_of
from tests.browser.visit import LAPTOP, PHONE

LABELS = """() => [...document.querySelectorAll('.plot')].flatMap(plot => {
  const stage = plot.closest('.stage, .box-chart').getBoundingClientRect();
  return [...plot.querySelectorAll('.main-svg text')].filter(text => text.textContent.trim())
    .map(text => [plot.parentElement.dataset.chart, text.textContent, text.getBoundingClientRect()])
    .filter(([, , box]) => box.width && (box.left < stage.left || box.right > stage.right + 1
      || box.top < stage.top || box.bottom > stage.bottom + 1))
    .map(([name, text]) => `${name}: ${text}`);
})"""
CLIPPED = """() => [...document.querySelectorAll('.stage')].filter(stage => stage.scrollHeight > stage.clientHeight + 1
  || stage.scrollWidth > stage.clientWidth + 1)
  .map(stage => stage.querySelector('[data-chart]')?.dataset.chart ?? 'cover')"""

# A chart is never split; its table is, with its head on each sheet, where both would fit on no sheet in its smallest.
SPLIT = """() => {
  const page = document.body.appendChild(document.createElement('div'));
  page.style = 'position: absolute; height: var(--room); width: var(--sheet)';
  const high = sheet => (sheet.matches('.long') ? sheet.querySelector('.box-whole') : sheet).offsetHeight;
  const fits = sheet => {
    sheet.classList.add('dense');
    const found = page.offsetHeight >= sheet.offsetHeight;
    sheet.classList.remove('dense');
    return found;
  };
  return [...document.querySelectorAll('.box-chart')]
    .filter(sheet => high(sheet) > page.offsetHeight || sheet.scrollWidth > page.offsetWidth + 1
      || sheet.matches('.long') && fits(sheet))
    .map(sheet => sheet.querySelector('[data-chart]').dataset.chart);
}"""


@pytest.fixture(scope="session")
def file(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("edition") / "edition.html"
    found.write_bytes(edition(record))
    return found


@pytest.fixture(scope="module")
def whole(record: Record) -> Whole:
    """Every chart, by language."""
    return cache(lambda lang: briefing(Order(lang, charts_of("all"), leave_out=True), record))


class Sheet:
    """A tab in which the edition is open, and what it asked for and said."""

    def __init__(self, browser: Browser, file: Path) -> None:
        self.file = file
        self.heard = Heard()
        self.context = browser.new_context(locale="zh-CN")
        self.page: Page = self.context.new_page()
        self.context.route("**/*", self._only_the_file)
        listen(self.page, lambda: self.heard)

    def _only_the_file(self, route: Route) -> None:
        route.fallback() if route.request.url.startswith(self.file.as_uri()) else route.abort()

    def open(self, at: str, *, size: tuple[int, int] = LAPTOP, scheme: str = "light") -> Page:
        """Opens an address as somebody would paste it into a fresh tab."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        self.page.goto("about:blank")
        self.heard = Heard()
        self.page.goto(f"{self.file.as_uri()}#{at}")
        self.settle()
        return self.page

    def turn(self, at: str, *, size: tuple[int, int] = LAPTOP, scheme: str = "light") -> Page:
        """Goes to a page of the open file, as a link does, which makes it anew: the file is read once for all."""
        self.page.evaluate("document.querySelector('main').replaceChildren()")  # nothing to redraw meanwhile
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.emulate_media(media="screen", color_scheme=scheme)  # type: ignore[arg-type]
        self.heard = Heard()
        self.page.evaluate(
            """at => new Promise(done => {
                history.replaceState(null, '', '#/of/no-page');
                addEventListener('hashchange', done, { once: true });
                location.hash = at;
            })""",
            at,
        )
        self.settle()
        return self.page

    def follow(self, selector: str, at: str) -> None:
        """Follows a link of the page to this anchor."""
        self.page.locator(selector).click()
        self.page.wait_for_url(f"**#{at}")
        self.settle()

    def settle(self) -> None:
        self.page.locator(
            "body[data-ready=true]"
        ).wait_for()  # its policy forbids what wait_for_function does
        self.page.evaluate("edition.drawAll()")

    def asked(self) -> list[str]:
        """Which requests were made, but for the file itself?"""
        return [
            url
            for _, url in self.heard.requests
            if not url.startswith((self.file.as_uri(), "data:", "blob:"))
        ]

    def titles(self) -> list[str]:
        return [
            text.strip() for text in self.page.locator(".box-chart:visible .card-title").all_inner_texts()
        ]


@pytest.fixture
def fresh(browser: Browser, file: Path) -> Iterator[Sheet]:
    """A tab in which nothing is open yet."""
    found = Sheet(browser, file)
    yield found
    found.context.close()


@pytest.fixture(scope="module")
def sheet(browser: Browser, file: Path) -> Iterator[Sheet]:
    """The open file, whose pages each test turns."""
    found = Sheet(browser, file)
    found.open("/en/")
    yield found
    found.context.close()


def test_the_file_is_small_enough_to_hand_on(file: Path) -> None:
    # Both languages, every figure, and for each area a map of its years: mail takes ten and more.
    assert file.stat().st_size < 8_000_000


def test_the_file_opens_at_its_anchor_and_asks_nobody_for_anything(fresh: Sheet, record: Record) -> None:
    page = fresh.open("/en/talent")

    assert page.locator("h1").inner_text() == ANSWERS["talent"](record, Words("en"))
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.locator(".box-chart:visible:has(.plot .main-svg .subplot)").count() == len(
        charts_of("talent")
    )
    assert fresh.asked() + fresh.heard.trouble + fresh.heard.broken == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", list(EDITION))
def test_every_page_opens_by_its_anchor_with_every_chart_drawn(
    name: str, lang: str, sheet: Sheet, record: Record
) -> None:
    words = Words(lang)
    page = sheet.turn(f"/{lang}/{path_of(name)}")

    assert page.locator("h1").inner_text() == ANSWERS[name](record, words)
    assert page.evaluate("document.documentElement.lang") == {"zh": "zh-CN", "en": "en"}[lang]
    names = [] if name in ("data", "reconciliation") else list(charts_of(name))
    shown = [found for found in names if found != "emerging_mix"]
    drawn = page.locator(".box-chart:visible:has(.plot .main-svg .subplot)")
    if names:
        expected = {CHARTS[found](record, words, Look()).title for found in shown}
        assert expected <= set(sheet.titles())
        assert drawn.count() == len(shown)
    assert drawn.count() == page.locator(".box-chart:visible").count()
    assert sheet.asked() == []
    assert sheet.heard.trouble == []
    assert sheet.heard.broken == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_overflows_on_a_phone(lang: str, sheet: Sheet) -> None:
    wide = []
    for name in EDITION:
        page = sheet.turn(f"/{lang}/{path_of(name)}", size=PHONE)
        if page.evaluate("document.scrollingElement.scrollWidth > innerWidth"):
            wide.append(name)
    assert wide == []


LOOSE = """() => [...document.querySelectorAll('.foot .source')].filter(source => {
  if (!source.checkVisibility()) return false;
  const range = document.createRange();
  range.selectNodeContents(source);
  return source.getBoundingClientRect().bottom - range.getBoundingClientRect().bottom > 10;
}).map(source => source.textContent)"""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_source_on_a_phone_is_as_high_as_its_text(lang: str, sheet: Sheet) -> None:
    for name in ("comparison", "talent"):
        assert sheet.turn(f"/{lang}/{path_of(name)}", size=PHONE).evaluate(LOOSE) == []


@pytest.mark.parametrize(
    ("name", "scheme"),
    [(name, "light") for name in EDITION]
    + [(name, "dark") for name in ("overview", "outsourcing", "reconciliation")],
)
def test_no_grave_fault_for_weak_eyes_or_a_screen_reader(name: str, scheme: str, sheet: Sheet) -> None:
    page = sheet.turn(f"/en/{path_of(name)}", scheme=scheme)
    page.evaluate(
        "document.querySelectorAll('.box-chart details, .box-kpi details').forEach((all, at) => all.open = at < 4)"
    )

    assert faults(page) == []


def test_a_period_is_in_the_address_and_reopens(
    sheet: Sheet, fresh: Sheet, record: Record, en: Words
) -> None:
    code = "2021-01_2021-06"
    half = CHARTS["growth_base"](record, en, Look(period=code)).title
    page = sheet.turn("/en/outsourcing")
    assert half not in sheet.titles()

    page.locator(f"input[value='{code}']").check()
    assert page.evaluate("location.hash") == f"#/en/outsourcing?period={code}"
    assert half in sheet.titles()
    fresh.open(f"/en/outsourcing?period={code}")
    assert half in fresh.titles()


def test_a_currency_stays_when_the_language_is_switched(sheet: Sheet, record: Record, zh: Words) -> None:
    sheet.turn("/en/trade-volume?currency=USD")
    sheet.follow("[data-other]", "/zh/trade-volume?currency=USD")

    title = CHARTS["goal_path"](record, zh, Look(currency="USD")).title
    assert "美元" in title
    assert title in sheet.titles()


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("/en/outsourcing?period=1999", "period=1999"),
        ("/en/nowhere", "page=nowhere"),
        ("/en/data?area=XX", "area=XX"),
        ("/en/constructor", "page=constructor"),
        ("/en/data?area=%&q=%E4", "area=%"),
    ],
)
def test_an_unknown_wish_gets_the_default_and_is_told(at: str, said: str, sheet: Sheet) -> None:
    page = sheet.turn(at)

    assert said in page.locator(".state").inner_text()
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("at", ["", "/", "/fr/data", "/constructor/data", "%", "//"])
def test_an_address_that_makes_no_sense_opens_in_the_readers_language(at: str, sheet: Sheet) -> None:
    sheet.turn("/en/data")
    page = sheet.turn(at)

    assert page.evaluate("document.documentElement.lang") == "zh-CN"  # as the browser asks for
    assert page.locator("h1").is_visible()
    assert sheet.heard.trouble == []


def test_the_file_without_an_anchor_opens_in_the_readers_language(fresh: Sheet) -> None:
    page = fresh.open("")

    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    assert page.locator("h1").is_visible()
    assert fresh.heard.trouble == []


def test_what_an_address_asks_for_is_shown_as_text(sheet: Sheet) -> None:
    page = sheet.turn("/en/data?area=<img src=x onerror=document.body.remove()>")

    assert "<img" in page.locator(".state").inner_text()
    assert page.locator("main img").count() == 0


def test_figures_are_found_by_searching_in_either_language(sheet: Sheet, record: Record) -> None:
    page = sheet.turn("/en/data")
    rows = page.locator(".st-key-table_observations tbody tr:visible")
    assert rows.count() == record.size  # every printed figure of the record

    page.get_by_role("searchbox").fill("人才培训基地 2021")
    page.locator(".st-key-table_observations [data-told]", has_text=f"of {record.size}").wait_for()
    assert 0 < rows.count() < 20
    assert "q=" in page.evaluate("location.hash")
    page.locator("[data-clear]").click()
    assert rows.count() == record.size


def test_the_rows_that_are_shown_are_a_file(sheet: Sheet, record: Record) -> None:
    page = sheet.turn("/zh/data?dataset=talent")
    shown = page.locator(".st-key-table_observations tbody tr:visible").count()
    page.locator(".st-key-table_observations tbody tr:visible").first.evaluate(
        "row => ['−0.2至0.0', '=1+1'].forEach((text, place) => { row.cells[place].textContent = text; })"
    )
    with page.expect_download() as waiting:
        page.locator("[data-save]").click()
    lines = waiting.value.path().read_text(encoding="utf-8-sig").strip().split("\n")

    assert shown == len(record.frame("talent"))
    assert len(lines) == shown + 1
    assert lines[1].startswith(""" "−0.2至0.0","'=1+1",""".strip())


def test_findings_are_filtered_and_turned_by_the_page(sheet: Sheet, record: Record) -> None:
    page = sheet.turn("/en/reconciliation?verdict=contradicts")
    cards, told = page.locator(".box-grid .box-chart"), page.locator("[data-told]")

    count = sum(found.verdict == CONTRADICTS for found in findings_of(record))
    assert told.inner_text() == f"{count} findings."
    assert cards.count() == 12
    page.locator("[data-pages] select").select_option("2")
    assert cards.count() == min(count - 12, 12)
    assert set(page.locator(".box-grid .verdict").all_inner_texts()) == {"Contradicts"}
    assert page.evaluate("location.hash") == "#/en/reconciliation?verdict=contradicts&page=2"


def test_the_keyboard_reaches_everything(fresh: Sheet) -> None:
    page = fresh.open("/en/outsourcing")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("location.hash") == "#/en/outsourcing?period=2021-01_2021-06"
    summary = page.locator(".box-chart:visible summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".box-chart:visible details[open] .method").is_visible()


def test_the_first_sheet_is_filled(sheet: Sheet, record: Record, tmp_path: Path) -> None:
    page = sheet.turn("/zh/")
    page.pdf(path=tmp_path / "paper.pdf", format="A4")
    first = squeezed(text_of(tmp_path / "paper.pdf")).split("\f")[0]
    card = CHARTS["goal_path"](record, Words("zh"), Look())
    for text in (ANSWERS["overview"](record, Words("zh")), card.title, *card.notes):
        assert squeezed(text) in first


def test_a_page_on_paper_shows_the_table_of_each_chart_and_comes_back(sheet: Sheet) -> None:
    page = sheet.turn("/en/enterprises", scheme="dark")
    before = page.locator(".box-chart .plot").first.bounding_box()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".box-chart table:visible").count() == page.locator(".box-chart:visible").count() == 3
    # the first label is Chongqing's, in the blue of the light theme: #14568F
    assert page.evaluate("document.querySelector('.main-svg text').style.fill") == "rgb(20, 86, 143)"
    page.emulate_media(media="screen", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert page.locator(".box-chart table:visible").count() == 0
    assert page.locator(".box-chart .plot").first.bounding_box() == before


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("make", "size"),
    [(slides, (1280, 720)), (paper, (794, 1123)), (partial(paper, landscape=True), (1123, 794))],
    ids=["slides", "paper", "landscape"],
)
def test_every_label_of_every_chart_stands_inside_its_page(
    make: Any, size: tuple[int, int], lang: str, browser: Browser, whole: Whole
) -> None:
    found = whole(lang)
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.set_content(make(found).decode())
    page.locator("body[data-ready=true]").wait_for()

    assert page.locator(".plot:has(.main-svg .subplot)").count() == len(found.exhibits)
    assert page.evaluate(LABELS) == []
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate(SPLIT) == []
    page.close()


def test_without_scripts_every_page_stands_there_and_each_chart_is_its_table(
    browser: Browser, file: Path, record: Record
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    for lang in ("zh", "en"):
        said = Words(lang)
        answers = [ANSWERS[name](record, said) for name in EDITION]
        assert page.locator(f"section[lang={lang}] h1:visible").all_inner_texts() == answers
        assert said("briefing.edition.noscript") in page.locator("noscript .state:visible").all_inner_texts()
    assert page.locator(".box-chart:visible details.rows table:visible").count() > len(CHARTS)
    assert page.locator(".plot:visible, .filters:visible, .choice:visible").count() == 0
    context.close()
