"""Is what is chosen told in a system's own high contrast, and what a panel explains in sight on a phone?"""

from __future__ import annotations

from tests.browser.conftest import Visitor
from tests.browser.visit import PHONE

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


def test_on_a_phone_a_panel_leaves_the_chart_in_sight_and_closes(visitor: Visitor) -> None:
    visit = visitor(size=PHONE).open("talent", lang="zh")
    visit.popover("rows_talent_progress")
    panel = visit.page.locator("#rows_talent_progress")
    box = panel.bounding_box()
    assert box
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, PHONE[0], PHONE[1])
    assert box["y"] > 300  # of 844: room for a chart of 250 above it
    panel.locator(".shut").click()
    assert not panel.is_visible()


OVER_ITS_CHART = """key => {
  const button = document.querySelector(`[popovertarget=${key}]`), panel = document.getElementById(key);
  button.scrollIntoView({ block: 'end' });
  button.click();
  const one = panel.getBoundingClientRect();
  const other = button.closest('.box-chart').querySelector('.plot').getBoundingClientRect();
  panel.hidePopover();
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}"""


def test_on_a_desk_a_panel_opens_beside_the_card_whose_chart_it_explains(visitor: Visitor) -> None:
    visit = visitor().open("", lang="zh")
    for key in ("method_goal_path", "rows_goal_path", "method_growth_base", "rows_growth_base"):
        assert not visit.page.evaluate(OVER_ITS_CHART, key), key
