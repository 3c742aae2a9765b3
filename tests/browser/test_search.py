"""The search field, by keyboard and on a phone, and what it leads to."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visitor
from tests.browser.test_axe import faults
from tests.browser.visit import LAPTOP, PHONE, Visit

FIELD = ".search [type=search]"


def search(visit: Visit, text: str, *, key: str = "/") -> None:
    """Types into the field as somebody does who has no mouse, and waits for the answers."""
    visit.page.keyboard.press(key)
    assert visit.page.evaluate("() => document.activeElement.type") == "search"
    visit.page.keyboard.insert_text(text)
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(lambda url: "/search?" in url)
    visit.page.locator(".found").wait_for()
    visit.settle()


@pytest.mark.parametrize(("lang", "size", "key"), [("zh", LAPTOP, "/"), ("en", PHONE, "Control+k")])
def test_from_any_page_to_the_card_of_a_figure_and_back(
    lang: str, size: tuple[int, int], key: str, visitor: Visitor
) -> None:
    visit = visitor(size=size).open("talent", lang=lang)
    visit.page.evaluate("() => { window.loadedOnce = true; }")
    search(visit, "78.7", key=key)
    assert visit.query == {"lang": lang, "q": "78.7"}
    assert "+78.7%" in visit.text()
    visit.page.locator(".hits a.goes").first.click()
    visit.page.wait_for_url(lambda url: "/outsourcing" in url)
    visit.settle()
    card = visit.page.locator(".st-key-chart_growth_base")
    visit.page.wait_for_function(
        "card => card.getBoundingClientRect().top < innerHeight / 2", arg=card.element_handle()
    )
    visit.back("search")
    assert visit.query["q"] == "78.7"
    assert visit.page.locator(FIELD).input_value() == "78.7"
    assert visit.page.evaluate("() => window.loadedOnce")
    assert visit.heard.trouble == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [LAPTOP, PHONE])
def test_the_answers_can_be_read_by_everybody(
    lang: str, scheme: str, size: tuple[int, int], visitor: Visitor
) -> None:
    visit = visitor(size=size, scheme=scheme).open("search", lang=lang, q="ofshore 2020")
    assert visit.page.locator(".hits li").count() > 10
    assert faults(visit.page) == []
    wide = "() => document.querySelector('[data-testid=stMain]').scrollWidth"
    assert visit.page.evaluate(wide) <= size[0]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", [LAPTOP, PHONE])
def test_the_header_stays_where_it_is_when_the_field_is_used(
    lang: str, size: tuple[int, int], visitor: Visitor
) -> None:
    visit = visitor(size=size).open("outsourcing", lang=lang)
    places = """() => [...document.querySelectorAll('.brand, .st-key-header a, .lead')].map(element => {
        const box = element.getBoundingClientRect(); return [box.left, box.top, box.width]; })"""
    before = visit.page.evaluate(places)
    visit.page.keyboard.press("/")
    assert visit.page.evaluate(places) == before
    field = visit.page.locator(FIELD).bounding_box()
    assert field
    assert field["width"] >= 200
    assert 0 <= field["x"] <= size[0] - field["width"]
    if size == LAPTOP:
        bar = visit.page.locator(".st-key-header")
        assert bar.evaluate("bar => bar.scrollWidth") <= bar.evaluate("bar => bar.clientWidth")


def test_the_form_leads_to_the_same_answers_without_a_script_of_ours(visitor: Visitor) -> None:
    visit = visitor().open("talent", lang="zh")
    visit.page.add_init_script("window.followsLinks = true;")
    visit.load()
    assert visit.page.locator(".search [type=hidden]").get_attribute("name") is None  # st.html takes it away
    visit.page.locator(FIELD).fill("成都")
    visit.page.locator(".search").evaluate("form => form.submit()")
    visit.page.wait_for_url(lambda url: "/search?" in url)
    visit.page.locator(".found").wait_for()
    assert visit.query["q"] == "成都"
