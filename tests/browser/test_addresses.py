"""Does an address reopen what it showed, for whoever opens it? And what does one that nobody has?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser

from lib.site.pages import PAGES
from tests.browser.conftest import Visitor
from tests.browser.heard import Heard
from tests.browser.server import serving
from tests.browser.visit import BROWSER_LANGUAGE, NAV, PHONE, Visit

BRAND = {"zh": "重庆服务贸易", "en": "Chongqing services trade"}
OTHER = {"zh": "en", "en": "zh"}
UNKNOWN = {
    "zh": "网址中的“{name}={value}”无法识别，已改用默认值。",
    "en": "The address asks for {name}={value}, which does not exist; the default is shown.",
}
TOOL = '.st-key-chart_growth_base .tools a.goes[href^="{path}?"]'
NOT_FOUND = {"zh": "没有这个页面。", "en": "There is no such page."}


def brand(visit: Visit) -> str:
    return visit.page.locator(".brand").inner_text()


@dataclass(frozen=True)
class Chosen:
    """A page as it opened, and with something else chosen in each of its filters."""

    lang: str
    before: str
    offered: list[str]
    known: list[str]
    address: str
    text: str
    exceptions: int


@pytest.fixture(scope="module")
def chosen(turned: Visit) -> Chosen:
    """Each page, loaded once for what is asked of it before and after; the visit stands at what is chosen."""
    turned.load()
    lang, before = turned.lang, turned.text()
    offered, known = turned.filter_names(), turned.choice_names()
    for name in offered:
        if name in turned.filter_names():  # a choice may leave another nothing to choose from
            turned.choose(name)
    exceptions = turned.page.locator("[data-testid=stException]").count()
    return Chosen(lang, before, offered, known, turned.page.url, turned.text(), exceptions)


def test_choices_come_back_when_their_address_is_reopened(turned: Visit, chosen: Chosen) -> None:
    turned.go(chosen.address)
    assert turned.page.url == chosen.address
    assert turned.text() == chosen.text
    assert set(turned.query) <= {"lang", *chosen.offered}
    assert (chosen.text != chosen.before) == bool(chosen.offered)
    assert chosen.exceptions == 0


def test_the_switch_leads_to_the_same_page_in_the_other_language(turned: Visit, chosen: Chosen) -> None:
    other = OTHER[chosen.lang]
    turned.follow(".st-key-language a.goes", turned.path, **turned.query | {"lang": other})
    assert brand(turned) == BRAND[other]


def test_unknown_values_fall_back_and_say_so(turned: Visit, chosen: Chosen) -> None:
    asked = {"lang": "fr"} | dict.fromkeys(chosen.known, "XYZ")
    turned.heard = Heard()
    turned.go(f"/{turned.path}?{urlencode(asked)}")
    text = turned.text()
    for name, value in asked.items():
        notice = UNKNOWN[chosen.lang].format(name=name, value=value)
        assert notice in text
        text = text.replace(notice, "")
    assert text.split() == chosen.before.split()
    assert not set(asked.values()) & set(turned.query.values())
    assert turned.heard.trouble == []


def test_choices_are_kept_by_the_switch_of_language(visitor: Visitor) -> None:
    visit = visitor().open("trade-volume", lang="zh", currency="USD")
    visit.follow(".st-key-language a.goes", "trade-volume", lang="en", currency="USD")
    text, address = visit.text(), visit.page.url
    again = visitor(locale="zh-CN")
    again.go(address)
    assert again.text() == text
    assert again.page.locator("[role=radio][aria-checked=true]").first.inner_text() == "USD"


def test_the_page_offers_a_choice_of_currency_and_it_is_in_the_address(visitor: Visitor) -> None:
    visit = visitor().open("trade-volume", lang="zh")
    assert "currency" in visit.filter_names()
    visit.choose("currency")
    assert visit.query["currency"] == "USD"
    assert "亿美元" in visit.page.locator(".st-key-chart_goal_path").inner_text()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("address", ["nowhere", "a/b", "data/outsourcing/x"])
def test_an_address_that_nobody_has_is_answered_in_the_language_asked_for(
    address: str, lang: str, visitor: Visitor
) -> None:
    visit = visitor(locale=BROWSER_LANGUAGE[OTHER[lang]]).open(address, lang=lang)
    assert visit.heading() == NOT_FOUND[lang]
    assert brand(visit) == BRAND[lang]
    assert visit.page.locator(".st-key-header a").count() == len(PAGES)
    assert visit.page.locator("[role=dialog]").count() == 0
    last = address.rpartition("/")[2]
    assert visit.heard.refused == [f"404 {visit.server.url}/{last}?lang={lang}"]
    assert [told for told in visit.heard.trouble if "404 (Not Found)" not in told] == []
    visit.follow("[data-testid=stMain] a.goes >> nth=-1", "")
    assert visit.lang == lang
    assert visit.kpi_names()


def test_a_link_of_the_site_is_followed_within_the_page_or_in_a_tab_of_its_own(visitor: Visitor) -> None:
    visit = visitor().open("outsourcing", lang="en", period="2021-01_2021-06")
    visit.page.evaluate("() => { window.loadedOnce = true; }")
    visit.follow(NAV.format(path="talent"), "talent")
    visit.follow(".st-key-language a.goes", "talent", lang="zh")
    visit.back("talent")
    visit.back("outsourcing")
    assert visit.query == {"lang": "en", "period": "2021-01_2021-06"}
    visit.follow(TOOL.format(path="./explore"), "explore", indicator="offshore_outsourcing_executed")
    visit.back("outsourcing")
    visit.follow(TOOL.format(path="briefing"), "briefing", charts="growth_base")
    assert visit.page.evaluate("() => window.loadedOnce")
    with visit.context.expect_page() as waiting:
        visit.page.locator(NAV.format(path="data")).click(modifiers=["ControlOrMeta"])
    assert waiting.value.url.endswith("/data?lang=en")
    assert visit.path == "briefing"


@pytest.mark.parametrize(
    ("locale", "lang"), [("zh-CN", "zh"), ("zh-TW", "zh"), ("en-US", "en"), ("en-GB", "en"), ("de-DE", "zh")]
)
def test_a_first_visit_follows_the_language_of_the_browser(locale: str, lang: str, visitor: Visitor) -> None:
    visit = visitor(locale=locale).open()
    assert (brand(visit), visit.lang) == (BRAND[lang], lang)


def test_the_address_has_the_last_word_on_the_language(visitor: Visitor) -> None:
    assert brand(visitor(locale="en-US").open(lang="zh")) == BRAND["zh"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_links_of_the_header_keep_the_language_and_back_goes_back(lang: str, visitor: Visitor) -> None:
    visit = visitor(locale=BROWSER_LANGUAGE[OTHER[lang]]).open(lang=lang)
    first = visit.heading()
    for page in PAGES[1:]:
        visit.follow(NAV.format(path=page.path), page.path, lang=lang)
        assert brand(visit) == BRAND[lang]
    for page in reversed(PAGES[:-1]):
        visit.back(page.path)
    assert visit.heading() == first


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_phone_the_header_shows_which_page_is_open(lang: str, visitor: Visitor) -> None:
    visit = visitor(size=PHONE).open(PAGES[-1].path, lang=lang)
    here = visit.page.locator(".st-key-header [aria-current]").bounding_box()
    switch = visit.page.locator(".st-key-language").bounding_box()
    assert here
    assert switch
    assert here["x"] > 0
    assert here["x"] + here["width"] <= switch["x"]


def test_the_first_session_of_a_fresh_server_sees_the_page_asked_for(
    browser: Browser, tmp_path: Path
) -> None:
    with serving(tmp_path) as fresh:
        visit = Visit(browser, fresh)
        try:
            # Whatever stands on the page for a moment counts, not only what is left in the end.
            visit.page.add_init_script(
                """window.everSeen = new Set();
                new MutationObserver(() => document.querySelectorAll('h1, [role=dialog]').forEach(
                    element => element.textContent.trim() && window.everSeen.add(element.textContent.trim())
                )).observe(document, { childList: true, subtree: true, characterData: true });"""
            )
            visit.open("outsourcing", lang="zh")
            assert visit.page.evaluate("() => [...window.everSeen]") == [visit.heading()]
            assert visit.page.locator(".st-key-header [aria-current]").inner_text() == "服务外包"
        finally:
            visit.close()
