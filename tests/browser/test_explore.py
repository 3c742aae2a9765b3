"""The page on which any figure is drawn, as a reader goes through it: each choice is a step that Back undoes."""

from __future__ import annotations

import pytest

from lib.words.speak import Words
from tests.browser.conftest import Visitor
from tests.browser.visit import Visit

CARD = ".st-key-chart_explore h2.card-title"


def told(visit: Visit) -> tuple[str, str]:
    """Under which address does the page say what?"""
    return visit.page.url, visit.page.locator(CARD).inner_text()


def walk(visit: Visit, step: str, expected: tuple[str, str]) -> None:
    """Goes one step back or forward in the browser's history, and waits until the page is what it was there."""
    visit.page.evaluate(f"() => history.{step}()")
    visit.page.wait_for_url(expected[0])
    visit.settle()
    assert told(visit) == expected


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_back_and_forward_reopen_each_choice(lang: str, visitor: Visitor) -> None:
    visit = visitor().open("explore", lang=lang, indicator="services_trade_total", area="CN")
    steps = [told(visit)]
    for name in ("measure", "from", "form"):
        visit.choose(name)
        steps.append(told(visit))
    assert len({place for place, _ in steps}) == len(steps)
    for expected in reversed(steps[:-1]):
        walk(visit, "back", expected)
    for expected in steps[1:]:
        walk(visit, "forward", expected)
    assert visit.heard.trouble == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_areas_are_taken_at_once_and_stand_in_the_address(lang: str, visitor: Visitor) -> None:
    visit = visitor().open(
        "explore", lang=lang, indicator="offshore_outsourcing_executed", span="year", currency="USD"
    )
    visit.page.locator(".st-key-pick_area input").click()
    options = visit.page.get_by_role("option")
    options.first.wait_for()
    assert options.first.inner_text().startswith(Words(lang)("explore.each.area"))
    assert not any("Select" in text for text in options.all_inner_texts())
    options.first.click()
    visit.page.wait_for_url(lambda url: "510100" in url)
    visit.settle()
    assert {"CN", "CN-CQ", "510100", "610100", "420100"} < set(visit.query["area"].split(","))
    assert visit.heard.trouble == []
