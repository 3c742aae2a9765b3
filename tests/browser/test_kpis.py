"""Do the cards of the overview show the figures of the record, each with its qualifier and its source?

What a card has to say of a record is asserted to the letter in tests/words/test_kpis.py.
"""

from __future__ import annotations

import pytest

from lib.charts.card import Look
from lib.facts.record import Record
from lib.site.pages import OVERVIEW
from lib.words.kpis import KPIS, Kpi
from lib.words.provenance import Source, sources_of
from lib.words.speak import Words
from tests.browser.conftest import Visitor
from tests.browser.visit import BROWSER_LANGUAGE, Visit


def kpis(record: Record, lang: str) -> dict[str, Kpi]:
    return {name: KPIS[name](record, Words(lang), Look().currency) for name in OVERVIEW.kpis}


def sources(kpi: Kpi, record: Record, lang: str) -> tuple[Source, ...]:
    return sources_of([fact for _, fact in kpi.rows], record, Words(lang))


@pytest.fixture(params=["zh", "en"])
def overview(request: pytest.FixtureRequest, visitor: Visitor) -> Visit:
    return visitor(locale=BROWSER_LANGUAGE[request.param]).open(lang=request.param)


def test_the_five_cards_show_what_was_published(overview: Visit, record: Record) -> None:
    shown = {}
    for name in overview.kpi_names():
        card = overview.page.locator(f".st-key-kpi_{name}")
        lines = card.locator(".kpi-line").all_inner_texts()
        shown[name] = (card.locator(".kpi-value").inner_text().strip(), *lines)
    assert shown == {
        name: (
            f"{kpi.parts.qualifier}{kpi.parts.number} {kpi.unit}".strip(),
            *(text for text, _ in kpi.lines),
        )
        for name, kpi in kpis(record, overview.lang).items()
    }


def test_growth_points_where_it_goes(overview: Visit, record: Record) -> None:
    lines = [line for kpi in kpis(record, overview.lang).values() for line in kpi.lines]
    for style, arrow in (("up", "▲ "), ("down", "▼ ")):
        shown = overview.page.locator(f".st-key-kpis .kpi-line.{style}").all_inner_texts()
        assert shown == [text for text, found in lines if found == style]
        assert all(text.startswith(arrow) for text in shown)


def test_each_card_names_its_source_by_a_click(overview: Visit, record: Record) -> None:
    for name, kpi in kpis(record, overview.lang).items():
        panel = overview.popover(f"kpimethod_{name}")
        for source in sources(kpi, record, overview.lang):
            assert source.line in panel.inner_text(), name
            if source.url:
                link = panel.locator(f'a[href="{source.url}"]').first
                assert link.is_visible(), name
                assert link.get_attribute("rel") == "noopener noreferrer"
        overview.close_panel()


def test_each_card_names_its_source_by_the_keyboard(overview: Visit, record: Record) -> None:
    page, cards = overview.page, kpis(record, overview.lang)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => !!document.activeElement.closest('[popovertarget^=kpimethod_]')"):
            break
    for name, kpi in cards.items():
        focused = page.evaluate(f"() => !!document.activeElement.closest('[popovertarget=kpimethod_{name}]')")
        assert focused, f"Tab did not reach the button of {name}"
        page.keyboard.press("Enter")
        assert sources(kpi, record, overview.lang)[0].line in overview.panel().inner_text()
        overview.close_panel()
        page.keyboard.press("Tab")
