"""Is the dashboard whole in Firefox: pages drawn, charts that answer, panels, buttons, choices?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.facts.record import Record
from lib.site.pages import PAGES, Page
from lib.words.speak import Words
from tests.browser.firefox import Firefox, firefox
from tests.browser.server import Server

DRAWN = """document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'
    && document.querySelector('h1')
    && [...document.querySelectorAll('[class*="st-key-plot_"]')]
        .every(plot => plot.querySelector('.plot:not(.unseen) .main-svg .subplot'))
    && document.querySelector('.foot-page') && !document.getElementById('first')"""
NAME = "growth_base"


@pytest.fixture(scope="module")
def reader(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One window of Firefox for all."""
    with firefox(tmp_path_factory.mktemp("firefox")) as running:
        running.size(1280, 720)
        yield running


def come(reader: Firefox, server: Server, path: str = "", lang: str = "zh") -> None:
    reader.errors.clear()
    reader.go(f"{server.url}/{path}?lang={lang}")
    reader.wait(DRAWN)


@pytest.mark.parametrize(
    ("page", "lang"),
    [(page, ("zh", "en")[number % 2]) for number, page in enumerate(PAGES[1::2])],
    ids=lambda found: getattr(found, "name", found),
)
def test_a_page_is_whole(reader: Firefox, server: Server, page: Page, lang: str) -> None:
    come(reader, server, page.path, lang)
    assert reader.ask("document.querySelectorAll('[role=alert], [data-testid=stException]').length") == 0
    wide = reader.ask("[document.querySelector('[data-testid=stMain]').scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]
    assert reader.errors == []


def test_a_chart_says_itself_and_answers_the_mouse(reader: Firefox, server: Server, record: Record) -> None:
    come(reader, server)
    alt = CHARTS[NAME](record, Words("zh"), Look()).alt
    assert reader.ask(f"document.querySelector('.st-key-plot_{NAME} [role=figure]').ariaLabel") == alt
    box = reader.ask(
        f"(() => {{ const mark = document.querySelector('.st-key-plot_{NAME} .points path');"
        "mark.scrollIntoView({ block: 'center' }); const box = mark.getBoundingClientRect();"
        "return [box.left + box.width / 2, box.top + box.height / 2]; })()"
    )
    reader.move(*box)
    reader.wait(f"document.querySelector('.st-key-plot_{NAME} .hoverlayer .hovertext')")
    titles = reader.ask(
        f"[...document.querySelectorAll('#picture_{NAME} .tool')].map(found => found.innerText)"
    )
    assert titles == ["复制图片", "下载PNG图片", "下载SVG图片", "全屏查看"]


def test_a_panel_opens_beside_or_above_the_page_and_closes(reader: Firefox, server: Server) -> None:
    come(reader, server, lang="en")
    button = f"document.querySelector('[popovertarget=rows_{NAME}]')"
    reader.ask(f"{button}.scrollIntoView({{ block: 'center' }})")
    reader.ask(f"{button}.click()")
    box = reader.ask(
        "(() => { const box = document.querySelector(':popover-open').getBoundingClientRect();"
        "return [box.left, box.top, box.right, box.bottom]; })()"
    )
    assert min(box[:2]) >= 0
    assert box[2] <= 1280
    assert box[3] <= 720
    assert "78.7" in reader.ask("document.querySelector(':popover-open').innerText")
    reader.ask("document.querySelector(':popover-open').hidePopover()")


def test_a_choice_redraws_and_the_language_turns(reader: Firefox, server: Server) -> None:
    come(reader, server, "trade-volume")
    reader.ask("[...document.querySelectorAll('.st-key-pick_currency [role=radio]')].at(-1).click()")
    reader.wait("location.search.includes('currency=USD')")
    reader.wait("document.querySelector('.st-key-chart_goal_path .card-sub').innerText.includes('亿美元')")
    reader.ask("document.querySelector('.st-key-language a.goes').click()")
    reader.wait("document.documentElement.lang === 'en'")
    reader.wait(DRAWN)
    assert reader.errors == []


def test_a_slide_says_that_it_is_ready(reader: Firefox, server: Server) -> None:
    reader.go(f"{server.url}/outsourcing?lang=zh&view=slide&chart={NAME}")
    reader.wait("document.body.dataset.ready === 'true'")
    assert reader.ask(f"document.querySelectorAll('.st-key-plot_{NAME} .main-svg .subplot').length") == 1
