"""Is what is chosen told in a system's own high contrast, and what a panel explains in sight beside it?"""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visitor
from tests.browser.visit import LAPTOP, PHONE, SCREEN, Size

LOOK = "all => all.map(one => [one.ariaChecked, getComputedStyle(one).backgroundColor])"


def test_in_forced_colours_the_chosen_period_has_a_ground_of_its_own(visitor: Visitor) -> None:
    visit = visitor()
    visit.page.emulate_media(forced_colors="active")
    visit.open("outsourcing", lang="zh")
    looks = visit.page.locator(".st-key-pick_period [role=radio]").evaluate_all(LOOK)
    (chosen,) = {ground for checked, ground in looks if checked == "true"}
    assert len(looks) > 1
    assert chosen not in {ground for checked, ground in looks if checked == "false"}
    visit.page.emulate_media(forced_colors="none")


OVER_ITS_CHART = """key => {
  const button = document.querySelector(`[popovertarget=${key}]`), panel = document.getElementById(key);
  button.scrollIntoView({ block: 'end' });
  button.click();
  const one = panel.getBoundingClientRect();
  const other = button.closest('.box-chart').querySelector('.plot').getBoundingClientRect();
  panel.hidePopover();
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}"""
DRAWN = """width => {
  const plot = document.querySelector('.st-key-chart_explore .plot');
  return Math.abs(plot.querySelector('.main-svg').clientWidth - plot.clientWidth) <= 1
    && plot.clientWidth - 1 <= width && width <= plot.clientWidth + 1;
}"""


@pytest.mark.parametrize(("path", "name"), [("talent", "talent_progress"), ("explore", "explore")])
def test_on_a_phone_a_panel_opens_under_the_chart_and_closes(visitor: Visitor, path: str, name: str) -> None:
    visit = visitor(size=PHONE).open(path, lang="zh")
    for kind in ("rows", "method"):
        visit.popover(f"{kind}_{name}")
        panel = visit.page.locator(f"#{kind}_{name}")
        box, chart = panel.bounding_box(), f".st-key-plot_{name} .plot"
        assert box
        assert (box["x"], box["width"], box["y"] + box["height"]) == (0, PHONE[0], PHONE[1])
        assert box["y"] > 300  # of 844: room for a chart of 250 above it
        plot = visit.page.locator(chart).bounding_box()
        assert plot
        assert plot["y"] + plot["height"] <= box["y"]
        panel.locator(".shut").click()
        assert not panel.is_visible()


def test_on_a_desk_a_panel_opens_beside_the_card_whose_chart_it_explains(visitor: Visitor) -> None:
    visit = visitor().open("", lang="zh")
    for key in ("method_goal_path", "rows_goal_path", "method_growth_base", "rows_growth_base"):
        assert not visit.page.evaluate(OVER_ITS_CHART, key), key


@pytest.mark.parametrize("size", [LAPTOP, SCREEN], ids=str)
def test_the_chart_of_a_whole_row_makes_room_for_a_panel(visitor: Visitor, size: Size) -> None:
    visit = visitor(size=size).open("explore", lang="en")
    whole = visit.page.locator(".st-key-plot_explore").bounding_box()
    assert whole
    beside = whole["width"] / 2 - 16  # the panel may have half of the row
    for key in ("method_explore", "rows_explore"):
        assert not visit.page.evaluate(OVER_ITS_CHART, key), key
        panel = visit.popover(key)
        visit.page.wait_for_function(DRAWN, arg=beside)
        box = panel.bounding_box()
        assert box
        assert box["x"] + box["width"] == pytest.approx(whole["x"] + whole["width"], abs=1)
        visit.close_panel()
        visit.page.wait_for_function(DRAWN, arg=whole["width"])
    # One that opens in the stead of another finds the room made, and leaves none behind.
    visit.popover("rows_explore")
    visit.page.locator("[popovertarget=method_explore]").press("Enter")
    visit.page.wait_for_function(DRAWN, arg=beside)
    visit.page.locator(".st-key-language a").press("Enter")
    visit.page.wait_for_url("**lang=zh*")
    visit.settle()
    visit.page.wait_for_function(DRAWN, arg=whole["width"])
