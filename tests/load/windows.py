"""Ten browsers at once: does each show the right figures when all of them load?"""

from __future__ import annotations

from contextlib import ExitStack
from time import monotonic

from playwright.sync_api import sync_playwright

from lib.charts.card import Look
from lib.facts.record import Record
from lib.site.pages import OVERVIEW
from lib.words.kpis import KPIS
from lib.words.speak import Words
from tests.browser import chromium

_DRAWN = """() => {
  const plots = [...document.querySelectorAll('[class*="st-key-plot_"]')];
  return plots.length === 5 && plots.every(plot => plot.querySelector('.plot:not(.unseen) .subplot'));
}"""


def figures(record: Record, lang: str) -> list[str]:
    """What stands on the cards of the overview?"""
    cards = (KPIS[name](record, Words(lang), Look().currency) for name in OVERVIEW.kpis)
    return [f"{card.parts.qualifier}{card.parts.number} {card.unit}".strip() for card in cards]


def windows(url: str, count: int = 10) -> tuple[float, list[list[str]]]:
    """After how many seconds did the last window show all charts, and which figures does each show?"""
    with ExitStack() as stack:
        browser = chromium.launch(stack.enter_context(sync_playwright()))
        stack.callback(browser.close)
        pages = [browser.new_context().new_page() for _ in range(count)]
        begun = monotonic()
        for number, page in enumerate(pages):
            page.goto(f"{url}/?lang={('zh', 'en')[number % 2]}", wait_until="commit")
        for page in pages:
            page.wait_for_function(_DRAWN, timeout=120_000)
        seconds = monotonic() - begun
        return seconds, [
            [text.strip() for text in page.locator(".kpi-value").all_inner_texts()] for page in pages
        ]
