"""A SYNTHETIC register of contracts, rolled up and laid over the record: every page draws, and says what it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from lib.charts.registry import OF_A_REGISTER
from lib.register.__main__ import main
from lib.site.pages import PAGES
from lib.words.messages import LANGUAGES
from tests.browser.server import Server, serving
from tests.browser.visit import Visit

MARK = {"zh": "模拟数据", "en": "SYNTHETIC data"}


@pytest.fixture(scope="module")
def register_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("register")
    assert main(["sample", "--rows", "60000", "--to", str(folder / "sample")]) == 0
    rolled = folder / "rolled"
    assert main(["rollup", str(folder / "sample"), "--to", str(rolled)]) == 0
    with serving(folder, local=rolled) as running:
        yield running


def test_every_page_draws_from_it_with_the_mark(browser: Browser, register_server: Server) -> None:
    """Its own cards do, and none of those that show what was published. The two languages take turns."""
    visit = Visit(browser, register_server)
    marked: set[str] = set()
    for number, page in enumerate(PAGES):
        lang = LANGUAGES[number % 2]
        visit.open(page.path, lang=lang)
        assert MARK[lang] in visit.page.locator(".st-key-own_data").inner_text()
        assert visit.page.locator("[role=alert]").all_inner_texts() == []
        for name in visit.chart_names():
            card = visit.page.locator(f".st-key-chart_{name}")
            picture = any(MARK[lang] in text for text in card.locator(".main-svg text").all_text_contents())
            assert (MARK[lang] in card.locator(".card-sub").inner_text()) == picture, name
            marked |= {name} if picture else set()
    assert marked == set(OF_A_REGISTER)
    assert visit.heard.trouble == []
    visit.close()


def test_the_headline_figures_stay_what_was_published(browser: Browser, register_server: Server) -> None:
    visit = Visit(browser, register_server).open("", lang="zh")
    for name in ("offshore_outsourcing_executed", "emerging_services_share", "services_trade_total"):
        assert MARK["zh"] not in visit.page.locator(f".st-key-kpi_{name}").inner_text()
    visit.close()
