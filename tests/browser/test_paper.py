"""A briefing on paper whose table is longer than a sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from lib.briefing.content import briefing
from lib.briefing.edition.paper import paper
from lib.briefing.order import Order
from lib.facts.record import Record
from lib.words.tables import screen_head
from tests.browser.test_views import squeezed, text_of

LONG = "() => [...document.querySelectorAll('.long')].map(sheet => sheet.querySelector('[data-chart]').dataset.chart)"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("landscape", [False, True], ids=["portrait", "landscape"])
def test_a_table_that_goes_on_over_has_its_head_on_each_sheet(
    landscape: bool, lang: str, browser: Browser, shipped: Record, tmp_path: Path
) -> None:
    found = briefing(Order(lang, ("national_months",)), shipped)
    (sheet,) = found.exhibits
    page = browser.new_page()
    page.set_content(paper(found, landscape=landscape).decode())
    page.locator("body[data-ready=true]").wait_for()
    assert page.evaluate(LONG) == [sheet.card.name]
    page.pdf(path=tmp_path / "paper.pdf", prefer_css_page_size=True)
    page.close()

    _, *sheets = squeezed(text_of(tmp_path / "paper.pdf")).split("\f")
    heads = [squeezed(text) for text in screen_head(found.words)]
    chart, *further = [text for text in sheets if all(head in text for head in heads)]
    assert squeezed(sheet.card.title) in chart
    assert further
    assert not any(squeezed(sheet.card.title) in text for text in further)
