"""What the browser shows of every page, read in a thread of its own.

Playwright keeps one thread busy for as long as it runs: in a thread of its own it goes with the browser of
other tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.audit.built import Visit
from tests.browser import chromium
from tests.browser import visit as browsing
from tests.browser.server import Server

Look = Callable[[Callable[[Browser, Server], Any]], Any]
"""Does some work with a browser and the server, and gives what it finds."""
_READ = (Path(__file__).parent / "screen.js").read_text(encoding="utf-8")
# What each button that copies a sentence would copy, without the place where the server of this test stands.
_COPIED = """() => {
  const found = [], taking = window.taking, copy = taking?.copy;
  if (!copy) return found;
  taking.copy = text => found.push(text.replaceAll(location.origin, ''));
  [...document.querySelectorAll('.copies')].filter(one => one.checkVisibility()).forEach(one => one.click());
  taking.copy = copy;
  return found;
}"""
# A year without a figure is a bar without height: nobody sees it, so nobody points at it.
_MARK = ".trace.bars .point path:visible, .trace.scatter .points path"


@contextmanager
def looking(server: Server) -> Iterator[Look]:
    """Gives some work a browser, which is started once, for all the work of a run."""
    with ThreadPoolExecutor(max_workers=1) as thread, ExitStack() as stack:

        def start() -> tuple[Browser, Callable[[], None]]:
            with ExitStack() as running:
                driver = running.enter_context(sync_playwright())
                browser = chromium.launch(driver, *chromium.IN_A_HURRY)
                running.callback(browser.close)
                return browser, running.pop_all().close

        browser, end = thread.submit(start).result()
        stack.callback(lambda: thread.submit(end).result())
        yield lambda work: thread.submit(work, browser, server).result()


def opened(browser: Browser, server: Server, asked: Visit) -> browsing.Visit:
    """A page at rest in a context of its own."""
    visit = browsing.Visit(browser, server, locale=browsing.BROWSER_LANGUAGE[asked.lang])
    return visit.open(asked.page.path, lang=asked.lang, **dict(asked.query))


def read(page: Page) -> dict[str, Any]:
    """What does a page at rest show? See screen.js."""
    found: dict[str, Any] = page.evaluate(_READ)
    return found


def read_all(browser: Browser, server: Server, asked: Iterable[Visit]) -> dict[Visit, dict[str, Any]]:
    """What does each page show, and what does a mark of each chart say when really pointed at?"""
    found = {}
    for one in asked:
        visit = opened(browser, server, one)
        pointed = {} if one.is_still else pointed_at(visit.page)
        found[one] = read(visit.page) | {"pointed": pointed, "copied": visit.page.evaluate(_COPIED)}
        visit.close()
    return found


def pointed_at(page: Page) -> dict[str, str]:
    """What does the first mark of each chart say when the mouse is on it, by the key of the chart?"""
    said = {}
    for plot in page.locator(".js-plotly-plot").all():
        key = plot.evaluate(
            "plot => [...plot.closest('[class*=st-key-plot_]').classList]"
            ".find(name => name.startsWith('st-key-plot_')).slice('st-key-'.length)"
        )
        mark = plot.locator(_MARK).first
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        assert box, f"{key} has no mark"
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=2)
        label = plot.locator(".hoverlayer .hovertext text").first
        label.wait_for(state="attached", timeout=10_000)
        said[key] = label.text_content() or ""
        page.mouse.move(0, 0)
    return said
