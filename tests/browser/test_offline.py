"""Does everything work on a network without an exit, and is nothing ever offered to the outside?"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Route

from lib.site.pages import PAGES
from tests.browser.conftest import Visitor
from tests.browser.visit import BROWSER_LANGUAGE, NAV, Visit

CLOUD = re.compile(r"cloud|share|upload|edit in|chart studio|plotly|云|分享|上传", re.IGNORECASE)
PICTURE = {"zh": "下载PNG图片", "en": "Download as PNG"}
ENGLISH = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(params=["zh", "en"])
def intranet(request: pytest.FixtureRequest, visitor: Visitor) -> Visit:
    """A visit from which only the server of the dashboard can be reached."""
    visit = visitor(locale=BROWSER_LANGUAGE[request.param])

    def only_the_server(route: Route) -> None:
        if route.request.url.startswith((visit.server.url, "data:", "blob:")):
            route.fallback()
        else:
            route.abort()

    visit.context.route("**/*", only_the_server)
    return visit.open(lang=request.param)


def test_every_page_draws_without_the_outside_and_offers_nothing_to_it(intranet: Visit) -> None:
    wrong: list[str] = []
    standing: set[str] = set()
    drawn: set[str] = set()
    for page in PAGES:
        if page.path:
            intranet.follow(NAV.format(path=page.path), page.path)
        standing |= set(intranet.chart_names())
        for name in intranet.chart_names():
            card = intranet.page.locator(f".st-key-chart_{name}")
            if card.locator(".js-plotly-plot .main-svg .subplot").count():
                drawn.add(name)
            wrong += [f"{name}: {fault}" for fault in _wrong_buttons(card, intranet.lang)]
    assert standing
    assert standing == drawn
    assert intranet.heard.outside(intranet.server.host) == []
    assert intranet.heard.sent() == []
    assert intranet.heard.trouble == []
    assert wrong == []


def _wrong_buttons(card: Locator, lang: str) -> list[str]:
    """Which buttons of a chart lead outside, or speak another language than the page?"""
    card.locator(".nsewdrag").first.hover()
    assert card.locator(".modebar-btn:visible").count() == 0
    titles = card.locator("[data-picture]").all_text_contents()
    wrong = [] if PICTURE[lang] in titles else [f"no button for a picture among {titles}"]
    wrong += [title for title in titles if CLOUD.search(title)]
    wrong += [title for title in titles if lang == "zh" and ENGLISH.search(re.sub("PNG|SVG", "", title))]
    return wrong


def test_the_picture_of_a_chart_is_made_in_the_browser(intranet: Visit) -> None:
    name = intranet.chart_names()[0]
    with intranet.page.expect_download() as waiting:
        intranet.popover(f"picture_{name}").locator("[data-picture=png]").click()
    picture = waiting.value
    assert picture.suggested_filename == f"{name}.png"
    assert picture.path().read_bytes().startswith(b"\x89PNG")
    assert intranet.heard.outside(intranet.server.host) + intranet.heard.sent() == []
