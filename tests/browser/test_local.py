"""An analyst's own data in a real browser: marked on every page, changed at the next click, kept to one session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from lib.site.pages import PAGES
from lib.words.messages import LANGUAGES
from pages.components import context
from tests.browser.server import Server, serving
from tests.browser.visit import BROWSER_LANGUAGE, NAV, PHONE, Visit
from tests.catalog.test_overlay import rewritten

MARK = {"zh": "本地数据", "en": "local data"}
HEADER = "indicator,ref_area,counterpart,category,period,value,growth,kind,basis,source_id,confidence\n"
ROW = (
    "offshore_outsourcing_executed,CN-CQ,WLD,total,{},{},60.1%,outcome,offshore_mofcom,cns-2021-09-13,high\n"
)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("own")


@pytest.fixture(scope="module")
def local_server(own: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a folder laid over the published record."""
    write(own, 1.35)
    with serving(tmp_path_factory.mktemp("server"), local=own) as running:
        yield running


def write(folder: Path, value: float) -> None:
    """Puts another value for January–August 2021 into a folder of one's own."""
    cells = {"value": value, "lower": value - 0.005, "upper": value + 0.005}
    rewritten(context.DATA / "outsourcing.parquet", folder / "outsourcing.parquet", **cells)


def test_every_page_and_every_chart_that_uses_it_says_so(browser: Browser, local_server: Server) -> None:
    """The two languages take turns."""
    visit = Visit(browser, local_server)
    marked: set[str] = set()
    for number, page in enumerate(PAGES):
        lang = LANGUAGES[number % 2]
        visit.open(page.path, lang=lang)
        assert MARK[lang] in visit.page.locator(".st-key-own_data").inner_text().lower()
        for name in visit.chart_names():
            card = visit.page.locator(f".st-key-chart_{name}")
            subtitle, source = (
                MARK[lang] in card.locator(part).inner_text() for part in (".card-sub", ".foot > .source")
            )
            picture = any(MARK[lang] in text for text in card.locator(".main-svg text").all_text_contents())
            assert subtitle == source == picture, name
            marked |= {name} if picture else set()
    assert {"growth_base", "rest_of_year"} <= marked
    assert not marked & {"talent_progress", "goal_path", "emerging_threshold"}
    assert visit.heard.trouble == []
    visit.close()


def test_slide_and_paper_say_so_too(browser: Browser, local_server: Server) -> None:
    visit = Visit(browser, local_server, size=PHONE)
    for query in ({"view": "slide", "chart": "growth_base"}, {"view": "print"}):
        visit.open("outsourcing", lang="zh", **query)
        assert "本地数据 · 离岸服务外包执行额" in visit.text()
    visit.close()


def test_a_change_of_the_folder_shows_at_the_next_click(
    browser: Browser, own: Path, local_server: Server
) -> None:
    visit = Visit(browser, local_server).open("outsourcing", lang="zh")
    assert "13.5亿美元" in visit.heading()
    write(own, 1.46)
    visit.follow(NAV.format(path="talent"), "talent")
    visit.follow(NAV.format(path="outsourcing"), "outsourcing")
    assert "14.6亿美元" in visit.heading()
    write(own, 1.35)
    visit.close()


@pytest.mark.parametrize("lang", MARK)
def test_a_file_is_checked_and_shown_in_one_session_alone(
    lang: str, browser: Browser, server: Server, tmp_path: Path
) -> None:
    before = sorted(path.name for path in context.DATA.rglob("*"))
    first, file = tmp_path / "first.csv", tmp_path / "release.csv"
    visit = Visit(browser, server, locale=BROWSER_LANGUAGE[lang]).open("data", lang=lang)
    place = visit.page.locator(".st-key-table_own_file")

    first.write_text(HEADER + ROW.format("2021年1-7月", "大约九亿"), encoding="utf-8")
    place.locator("input[type=file]").set_input_files(first)
    place.locator("table").first.filter(has_text="大约九亿").wait_for()
    assert visit.page.locator(".st-key-own_data").count() == 0

    file.write_text(HEADER + ROW.format("2021年1-7月", "8.9亿美元"), encoding="utf-8")
    place.locator("input[type=file]").set_input_files(file)
    visit.page.locator(".st-key-own_data").wait_for()
    visit.settle()
    assert place.locator(".js-plotly-plot").count() > 0  # what it meets in the record
    visit.follow(NAV.format(path="outsourcing"), "outsourcing")
    seven_months = {"zh": "1—7月", "en": "Jan–Jul"}[lang]
    assert seven_months in visit.text()

    other = Visit(browser, server, locale=BROWSER_LANGUAGE[lang]).open("outsourcing", lang=lang)
    assert seven_months not in other.text()
    assert other.page.locator(".st-key-own_data").count() == 0
    other.close()

    visit.follow(NAV.format(path="data"), "data")
    visit.page.locator(".st-key-end_preview button").click()
    visit.page.locator(".st-key-own_data").wait_for(state="detached")
    assert visit.heard.trouble == []
    assert sorted(path.name for path in context.DATA.rglob("*")) == before
    visit.close()
