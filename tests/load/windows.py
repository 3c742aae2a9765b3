"""Ten browsers at once: does each show the right figures when all of them load?"""

from __future__ import annotations

from contextlib import ExitStack
from time import monotonic

from playwright.sync_api import sync_playwright

from tests.browser import chromium

FIGURES = {
    "zh": ["675.3 亿元", "12.1 亿美元", "超50 %", "近1800 家", "9 个"],
    "en": ["67.53 CNY bn", "1.21 USD bn", "over 50 %", "nearly 1,800", "9"],
}
_DRAWN = """() => {
  const plots = [...document.querySelectorAll('[class*="st-key-plot_"]')];
  return plots.length === 5 && plots.every(plot => plot.querySelector('.main-svg .subplot'));
}"""


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
