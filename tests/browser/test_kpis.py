"""Do the cards of the overview show the published figures, each with its qualifier and its source?

Expected: what China News Service printed on 13 September 2021, see data/published/observations.csv.
"""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visitor
from tests.browser.visit import BROWSER_LANGUAGE, Visit

PUBLISHED = {
    "zh": {
        "services_trade_total": ("675.3 亿元", "2020年", "居中西部第2位"),
        "offshore_outsourcing_executed": ("12.1 亿美元", "2021年1—8月", "同比增长78.7%"),
        "emerging_services_share": ("超50 %", "2021年1—8月", "高于50%线"),
        "services_trade_enterprises": ("近1800 家", "2021年9月", "百度、阿里、腾讯落户"),
        "talent_training_bases": ("9 个", "2021年9月", "计划约10个"),
    },
    "en": {
        "services_trade_total": ("67.53 CNY bn", "2020", "2nd in central and western China"),
        "offshore_outsourcing_executed": ("1.21 USD bn", "Jan–Aug 2021", "up 78.7% year on year"),
        "emerging_services_share": ("over 50 %", "Jan–Aug 2021", "above the 50% line"),
        "services_trade_enterprises": ("nearly 1,800", "Sep 2021", "Baidu, Alibaba, Tencent here"),
        "talent_training_bases": ("9", "Sep 2021", "of about 10 planned"),
    },
}
PUBLISHER = {"zh": "中国新闻社", "en": "China News Service"}
LINK = (
    "https://www.tellerreport.com/business/2021-09-13-chongqing-awarded-9-service-trade-talent-training-bases-"
    "to-improve-service-trade-talent-system-construction.r1WGBXO3MY.html"
)


@pytest.fixture(params=["zh", "en"])
def overview(request: pytest.FixtureRequest, visitor: Visitor) -> Visit:
    return visitor(locale=BROWSER_LANGUAGE[request.param]).open(lang=request.param)


def test_the_five_cards_show_what_was_published(overview: Visit) -> None:
    shown = {}
    for name in overview.kpi_names():
        card = overview.page.locator(f".st-key-kpi_{name}")
        lines = [text.removeprefix("▲ ") for text in card.locator(".kpi-line").all_inner_texts()]
        shown[name] = (card.locator(".kpi-value").inner_text().strip(), *lines)
    assert shown == PUBLISHED[overview.lang]


def test_growth_points_upwards_where_it_is_growth(overview: Visit) -> None:
    (line,) = overview.page.locator(".st-key-kpis .kpi-line.up").all_inner_texts()
    assert line.startswith("▲ ")
    assert overview.page.locator(".st-key-kpis .kpi-line.down").count() == 0


def test_each_card_names_its_source_by_a_click(overview: Visit) -> None:
    for name in PUBLISHED[overview.lang]:
        panel = overview.popover(f"kpimethod_{name}")
        assert PUBLISHER[overview.lang] in panel.inner_text(), name
        link = panel.locator(f'a[href="{LINK}"]').first
        assert link.is_visible(), name
        assert link.get_attribute("rel") == "noopener noreferrer"
        overview.close_panel()


def test_each_card_names_its_source_by_the_keyboard(overview: Visit) -> None:
    page, names = overview.page, list(PUBLISHED[overview.lang])
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => !!document.activeElement.closest('[popovertarget^=kpimethod_]')"):
            break
    for name in names:
        focused = page.evaluate(f"() => !!document.activeElement.closest('[popovertarget=kpimethod_{name}]')")
        assert focused, f"Tab did not reach the button of {name}"
        page.keyboard.press("Enter")
        assert PUBLISHER[overview.lang] in overview.panel().inner_text()
        overview.close_panel()
        page.keyboard.press("Tab")
