"""How long does a reader wait for the overview's last chart, and for a click that redraws all of them?

Each way in turn, round by round, in one run: cold (nothing kept), warm (the third visit and later), and cold on a line
of 20 Mbit/s and 20 ms. A chart counts once it is drawn and answers the mouse.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from playwright.sync_api import TimeoutError as NotInTime

from tests.bench.goals import OURS, PROXIED
from tests.bench.line import slow
from tests.bench.twins.served import CHARTS, NAMES, Served, served
from tests.browser import chromium
from tests.deploy.site import deployed

ROUNDS = 5
COLD, WARM = "last chart, cold, ms", "last chart, warm, ms"
SLOW = "last chart, cold, 20 Mbit/s and 20 ms, ms"
PAINT = "first paint, cold, ms"
KILOBYTES = "cold, KB over the line"
CLICK = "click that redraws all charts, ms"
_WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
_CLICKED = (Path(__file__).parent / "clicked.js").read_text(encoding="utf-8")
_PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"
_TURN = {
    "ours": ".st-key-language a.goes",
    PROXIED: ".st-key-language a.goes",
    "bare": '[data-testid=stButtonGroup] button:not([aria-checked="true"])',
    "stock": '[data-testid=stButtonGroup] button:not([aria-checked="true"])',
    "dash": "#currency input:not(:checked)",
}


@dataclass(frozen=True, slots=True)
class Waited:
    """One visit: milliseconds until the first paint with content, and until the last chart answers, kilobytes that came
    over the line, and milliseconds of each click afterwards."""

    painted: float
    ms: float
    kb: float
    clicks: tuple[float, ...] = ()


def waited(page: Page, server: Served) -> Waited:
    """How long does this page wait for the overview?"""
    received = [0.0]
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(f"{server.url}/{'?lang=zh' if server.name in ('ours', PROXIED) else ''}", wait_until="commit")
    page.evaluate(_WATCH, CHARTS)
    page.wait_for_function("() => window.answeredAt", polling=50, timeout=20_000)
    painted: float = page.evaluate(_PAINTED)
    return Waited(painted, page.evaluate("() => window.answeredAt"), sum(received) / 1024)


def clicked(page: Page, server: Served) -> float:
    """How many milliseconds from a click until every chart of the open page is drawn anew?"""
    page.wait_for_function("() => !document.getElementById('first')")
    page.mouse.move(0, 0)
    taken: float = page.evaluate(_CLICKED, _TURN[server.name])
    return taken


def measured(*, rounds: int = ROUNDS, dash: str = "") -> dict[str, dict[str, float]]:
    """The median of each measure of each way: {measure: {name: milliseconds or kilobytes}}."""
    taken: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory())
        proxied = Served(PROXIED, stack.enter_context(deployed(Path(folder))).url, 0)
        servers = [stack.enter_context(served(name, dash=dash)) for name in NAMES if name != "dash" or dash]
        servers.append(proxied)
        far = [replace(server, url=stack.enter_context(slow(server.url))) for server in servers]
        browser = chromium.launch(stack.enter_context(sync_playwright()))
        stack.callback(browser.close)
        kept = {server.name: _context(browser) for server in servers}
        for server in servers:  # a first visit of all is a measure of its own, and the browser keeps files
            for _ in range(3):
                _arrived(kept[server.name], server)
        for _ in range(rounds):
            for server, same_far in zip(servers, far, strict=True):
                with _context(browser) as fresh:
                    found = _arrived(fresh, server)
                taken[COLD][server.name].append(found.ms)
                taken[PAINT][server.name].append(found.painted)
                taken[KILOBYTES][server.name].append(found.kb)
                with _context(browser) as fresh:
                    taken[SLOW][server.name].append(_arrived(fresh, same_far).ms)
                clicks = 4 if server.name in _TURN else 0  # of files there is nothing to choose
                found = _arrived(kept[server.name], server, clicks=clicks)
                taken[WARM][server.name].append(found.ms)
                taken[CLICK][server.name] += found.clicks
    return {
        measure: {name: statistics.median(found) for name, found in ways.items() if found}
        for measure, ways in taken.items()
    }


def _arrived(context: BrowserContext, server: Served, *, clicks: int = 0) -> Waited:
    """A visit in a page of its own. A twin that does not come is asked for again, ours never."""
    for _ in range(3):
        page = context.new_page()
        try:
            found = waited(page, server)
            return replace(found, clicks=tuple(clicked(page, server) for _ in range(clicks)))
        except NotInTime:
            if server.name in (OURS, PROXIED):
                raise
        finally:
            page.close()
    raise RuntimeError(f"{server.name} does not come")


def _context(browser: Browser) -> BrowserContext:
    return browser.new_context(
        viewport={"width": 1280, "height": 720}, locale="zh-CN", ignore_https_errors=True
    )
