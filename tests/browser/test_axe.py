"""Can readers with a screen reader or weak eyes use every page? The rules of axe-core, light and dark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from tests.browser.visit import PHONE, Visit

GRAVE = ("serious", "critical")
ONLY_VIOLATIONS = {"resultTypes": ["violations"]}


@dataclass(frozen=True)
class Theirs:
    """A fault of Streamlit's own page that nothing here can mend: which rule, on which element, and why."""

    rule: str
    element: str
    reason: str


STREAMLITS_OWN: tuple[Theirs, ...] = ()
# Of the rows of a table that are built alike the first is looked at: what is wrong with it is wrong with all. The
# others keep their room, and are seen again afterwards.
_LIKE_OTHERS = """() => {
  const built = one => [one.localName, one.className, one.style.cssText, one.lang, one.role].join();
  return [...document.querySelectorAll('tbody')].flatMap(body => {
    const known = new Set();
    return [...body.rows].filter(row => row.checkVisibility() && !row.style.visibility).filter(row => {
      const made = [row, ...row.querySelectorAll('*')].map(built).join('|');
      return known.has(made) || !known.add(made);
    });
  });
}"""
_SEEN = "(rows, how) => rows.forEach(row => { row.style.visibility = how; })"


def violations(page: Page) -> list[dict[str, Any]]:
    """Which rules does a page break?"""
    others = page.evaluate_handle(_LIKE_OTHERS)
    others.evaluate(_SEEN, "hidden")
    found: list[dict[str, Any]] = Axe().run(page, options=ONLY_VIOLATIONS).response["violations"]
    others.evaluate(_SEEN, "")
    return found


def faults(page: Page) -> list[str]:
    """Which grave faults are ours to mend?"""
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]} | {node['failureSummary'][:300]}"
        for rule in violations(page)
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
        if not any(theirs.rule == rule["id"] and _is(page, node, theirs.element) for theirs in STREAMLITS_OWN)
    ]


def _is(page: Page, node: dict[str, Any], selector: str) -> bool:
    element = page.locator(node["target"][0]).first
    return bool(element.evaluate("(element, selector) => element.matches(selector)", selector))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_grave_fault(turned: Visit, scheme: str) -> None:
    turned.load(scheme=scheme)
    assert faults(turned.page) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_grave_fault_in_a_narrow_window(lang: str, visitor: Visitor) -> None:
    assert faults(visitor(size=PHONE).open(lang=lang).page) == []


@pytest.mark.parametrize("place", [".site-header", ".search", ".st-key-language", ".st-key-pick_area"])
def test_on_a_phone_the_whole_of_it_can_be_pressed(place: str, visitor: Visitor) -> None:
    page = visitor(size=PHONE).open("explore", lang="zh").page
    asked = {"runOnly": {"type": "rule", "values": ["target-size"]}}
    found = Axe().run(page, place, options=asked).response
    assert found["passes"]
    assert found["violations"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_grave_fault_in_an_open_panel(scheme: str, visitor: Visitor) -> None:
    visit = visitor(scheme=scheme).open(lang="zh")
    name = visit.chart_names()[0]
    for key in (f"kpimethod_{visit.kpi_names()[0]}", f"method_{name}", f"rows_{name}"):
        visit.popover(key)
        assert faults(visit.page) == [], key
        visit.close_panel()


@pytest.mark.parametrize(("before", "after"), [("light", "dark"), ("dark", "light")])
def test_the_page_stays_readable_when_the_system_changes_its_theme(
    before: str, after: str, visitor: Visitor
) -> None:
    visit = visitor(scheme=before).open("trade-volume", lang="zh")
    visit.page.emulate_media(color_scheme=after)  # type: ignore[arg-type]
    visit.settle()
    assert faults(visit.page) == []


def test_what_is_listed_as_streamlits_own_still_occurs(visitor: Visitor) -> None:
    page = visitor().open(lang="zh").page
    broken = [(rule["id"], node) for rule in violations(page) for node in rule["nodes"]]
    gone = [
        theirs
        for theirs in STREAMLITS_OWN
        if not any(name == theirs.rule and _is(page, node, theirs.element) for name, node in broken)
    ]
    assert gone == []
