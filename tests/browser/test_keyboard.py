"""Can everything be reached and used without a mouse, in the order in which it is seen?"""

from __future__ import annotations

from typing import Any

import pytest

from lib.site.pages import PAGES
from tests.browser.visit import Visit

MOST_STOPS = 600
# Where is the focus? Its container's key, its box on the page, and whether it can be seen.
_FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  for (const animation of document.getAnimations()) animation.finish();  // what fades in counts as there
  const keys = [];
  for (let owner = element; owner; owner = owner.parentElement)
    for (const name of owner.classList) if (name.startsWith('st-key-')) keys.push(name.slice(7));
  const opens = element.getAttribute('popovertarget');
  if (opens) keys.unshift(opens);
  if (element.matches('.st-key-header a')) keys.unshift(`to ${element.pathname.slice(1)}`);
  const main = document.querySelector('[data-testid=stMain]');
  const box = element.getBoundingClientRect();
  return { keys, top: box.top + main.scrollTop, left: box.left, width: box.width, height: box.height,
    tag: element.tagName, role: element.getAttribute('role'), test: element.dataset.testid ?? '',
    name: element.getAttribute('aria-label') || element.innerText || '',
    seen: element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width > 0 };
}"""

# Where does a part stand? What stands in a column comes with it: one column is read after the other.
_CORNER = """element => [element.closest('[data-testid=stColumn]') ?? element, element].flatMap(part => {
  const box = part.getBoundingClientRect();
  return [Math.round(box.top / 10), box.left];
})"""


def walk(visit: Visit) -> list[dict[str, Any]]:
    """Where does Tab stop, from the top of a page to its end?"""
    stops: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        visit.page.keyboard.press("Tab")
        stop = visit.page.evaluate(_FOCUS)
        if stop is None or (stops and stop == stops[0]):
            return stops
        stops.append(stop)
    raise AssertionError(f"Tab did not come to the end of the page within {MOST_STOPS} stops")


def place(stop: dict[str, Any]) -> str:
    """In which part of the page is a stop: the header, a filter, a card?"""
    for key in reversed(stop["keys"]):  # from the outside in
        if key == "header" or key.startswith(("kpi_", "chart_", "table_", "pick_")):
            return str(key)
    return ""


@pytest.fixture(scope="module")
def stops(turned: Visit) -> list[dict[str, Any]]:
    """Every stop of Tab on each page in each language, with what is folded unfolded."""
    folded = turned.load().page.locator("[data-testid=stMain] details:not([open]) > summary")
    folded.evaluate_all("found => found.forEach(one => one.click())")  # Tab still begins at the top
    turned.settle()
    return walk(turned)


def test_tab_reaches_everything_in_the_order_in_which_it_is_seen(
    turned: Visit, stops: list[dict[str, Any]]
) -> None:
    keys = [key for stop in stops for key in stop["keys"]]
    wanted = [
        *(f"to {page.path}" for page in PAGES),
        "language",
        *(f"pick_{name}" for name in turned.filter_names()),
        *(f"kpimethod_{name}" for name in turned.kpi_names()),
        *(f"{tool}_{name}" for name in turned.chart_names() for tool in ("method", "rows", "csv")),
    ]
    assert [key for key in wanted if key not in keys] == []
    reached = [key for key in dict.fromkeys(keys) if key in wanted]
    assert [key for key in reached if not key.startswith(("pick_", "kpimethod_"))] == [
        key for key in wanted if not key.startswith(("pick_", "kpimethod_"))
    ]
    places = [place(stop) for stop in stops]
    arrivals = [now for before, now in zip(["", *places], places, strict=False) if now and now != before]
    assert len(arrivals) == len(set(arrivals)), f"Tab comes back to a part that it had left: {arrivals}"
    corners = [turned.page.locator(f".st-key-{name}").first.evaluate(_CORNER) for name in arrivals]
    assert corners == sorted(corners), f"Tab jumps: {arrivals}"


def test_the_focus_can_always_be_seen(stops: list[dict[str, Any]]) -> None:
    hidden = [f"{place(stop)}: {stop['tag']} {stop['name'][:40]}" for stop in stops if not stop["seen"]]
    assert hidden == []


def test_every_stop_has_a_name(stops: list[dict[str, Any]]) -> None:
    nameless = [
        f"{place(stop)}: {stop['tag']} {stop['test']}"
        for stop in stops
        if not stop["name"].strip() and stop["tag"] in ("A", "BUTTON", "INPUT", "SELECT", "TEXTAREA")
    ]
    assert nameless == []


def test_enter_opens_and_escape_closes_and_the_focus_comes_back(
    turned: Visit, stops: list[dict[str, Any]]
) -> None:
    """On the page as the walk has left it."""
    buttons = [f"kpimethod_{name}" for name in turned.kpi_names()] + [
        f"{tool}_{name}" for name in turned.chart_names() for tool in ("method", "rows")
    ]
    for key in buttons:
        button = turned.page.locator(f'[popovertarget="{key}"]')
        button.focus()
        turned.page.keyboard.press("Enter")
        assert turned.panel().inner_text().strip(), key
        turned.close_panel()
        assert button.evaluate("button => button === document.activeElement"), f"{key}: the focus is lost"
