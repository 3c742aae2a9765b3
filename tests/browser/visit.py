"""One reader's visit: a context of its own, all that the page asked for, and when it has come to rest.

Starting a browser on the site's scripts costs two seconds, on scripts that it has kept less than one: a context goes
on to the next visit with its cache, and without cookies, stored data, routes or open pages but an empty one, in whose
process the next begins with those scripts compiled.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit
from weakref import WeakKeyDictionary

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    TimeoutError,
    ViewportSize,
)

from lib.site.pages import PAGES
from tests.browser.heard import Heard, listen
from tests.browser.server import Server

NAV = '.st-key-header > a[href^="./{path}?"]'
"""A link of the header to another page, by its path."""
Size = tuple[int, int]
LAPTOP: Size = (1280, 720)
SCREEN: Size = (1920, 1080)
PHONE: Size = (390, 844)
SIZES = (LAPTOP, SCREEN, PHONE)
BROWSER_LANGUAGE = {"zh": "zh-CN", "en": "en-US"}
PATIENCE_MS = 60_000

_IDLE: WeakKeyDictionary[Browser, dict[str, list[BrowserContext]]] = WeakKeyDictionary()
_AT_REST = (Path(__file__).parent / "at_rest.js").read_text(encoding="utf-8")


class Visit:
    """A page in a context that nothing else uses while it lasts."""

    def __init__(
        self,
        browser: Browser,
        server: Server,
        *,
        size: Size = LAPTOP,
        locale: str = "zh-CN",
        scheme: str = "light",
    ) -> None:
        self.server = server
        self.heard = Heard()
        self.home = "/"
        self._idle = _IDLE.setdefault(browser, {}).setdefault(locale, [])
        self.context: BrowserContext = self._idle.pop() if self._idle else _warm(browser, locale, server)
        self.context.set_default_timeout(PATIENCE_MS)
        self.page: Page = self.context.new_page()
        self.page.set_viewport_size(_viewport(size))
        self.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        listen(self.page, lambda: self.heard)

    def close(self) -> None:
        """Ends the visit; of what the browser kept for it only the site's own files stay."""
        self.context.unroute_all()
        self.context.clear_cookies()
        self.context.new_cdp_session(self.page).send(
            "Storage.clearDataForOrigin",
            {"origin": self.server.url, "storageTypes": "local_storage,indexeddb"},
        )
        for page in self.context.pages[1:]:
            page.close()
        self._idle.append(self.context)

    def open(self, path: str = "", **query: str) -> Visit:
        """Goes to a page of the site and waits until it has come to rest; `load` comes back to it."""
        self.go(self.at(path, **query).home)
        return self

    def at(self, path: str = "", **query: str) -> Visit:
        """Notes which page `load` is to go to, and does not go there yet."""
        self.home = f"/{path}?{urlencode(query)}" if query else f"/{path}"
        return self

    def go(self, address: str) -> None:
        """Goes to an address as someone would paste it, and waits until the page has come to rest."""
        self.page.goto(address if "://" in address else self.server.url + address, wait_until="commit")
        self.settle()

    def load(self, *, size: Size = LAPTOP, scheme: str = "light") -> Visit:
        """Loads the page anew, in a window of this size; forgets what was heard before."""
        self.page.set_viewport_size(_viewport(size))
        self.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        self.heard = Heard()
        self.go(self.home)
        return self

    def settle(self) -> None:
        """Waits until the script has run, every chart is drawn, and nothing on the page changes any more."""
        self.page.evaluate("() => { window.atRestSince = undefined; }")
        try:
            self.page.wait_for_function(_AT_REST, polling=100)
        except TimeoutError as error:
            shown = self.page.locator("body").inner_text()[:1500]
            raise AssertionError(f"{self.page.url} did not come to rest; it shows:\n{shown}") from error

    def follow(self, selector: str, path: str | None = None, **query: str) -> None:
        """Clicks, and waits until the address has this path and these values, and the page is at rest."""

        def reached(url: str) -> bool:
            parts = urlsplit(url)
            found = dict(parse_qsl(parts.query))
            return path in (None, parts.path.removeprefix("/")) and query.items() <= found.items()

        self.page.locator(selector).click()
        self.page.wait_for_url(reached)
        self._arrive()

    def back(self, path: str) -> None:
        """Goes back as the browser's own button does, and waits until the page of this path is at rest."""

        def reached(url: str) -> bool:
            return urlsplit(url).path == f"/{path}"

        self.page.go_back(wait_until="commit")
        self.page.wait_for_url(reached)
        self._arrive()

    def choose(self, name: str) -> None:
        """Picks something else than the default of a filter, and waits until the address has it."""

        def reached(url: str) -> bool:
            return name in dict(parse_qsl(urlsplit(url).query))

        box = self.page.locator(f".st-key-pick_{name}")
        if box.locator("[role=radio]").count():
            box.locator("[role=radio]").last.click()
        elif box.locator("[data-testid=stTextInput]").count():
            if not box.is_visible():
                self.page.locator("details:not([open])", has=box).locator("summary").click()
            box.locator("input").fill("2020")
            box.locator("input").blur()
        else:
            # Its own list: that of another choice may not have closed yet.
            box.locator("input").click()
            own = box.locator("input[aria-expanded=true]").get_attribute("aria-controls")
            self.page.locator(f'[id="{own}"] [role=option]').nth(1).click()
        self.page.wait_for_url(reached)
        self.settle()

    def _arrive(self) -> None:
        if self.path in [page.path for page in PAGES]:
            here = f'.st-key-header > a[aria-current][href="./{self.path}?lang={self.lang}"]'
            self.page.locator(here).wait_for(state="attached")
        self.settle()

    @property
    def path(self) -> str:
        """What is the path of the address, without its slash?"""
        return urlsplit(self.page.url).path.removeprefix("/")

    @property
    def query(self) -> dict[str, str]:
        """What does the address ask for?"""
        return dict(parse_qsl(urlsplit(self.page.url).query, keep_blank_values=True))

    @property
    def lang(self) -> str:
        """In which language is the page?"""
        return self.query["lang"]

    def text(self) -> str:
        """What does the page say, in its text, its charts and the names of its charts?"""
        return str(
            self.page.evaluate(
                """() => [document.querySelector('[data-testid=stMain], main').innerText,
                    ...[...document.querySelectorAll('.main-svg text')].map(label => label.textContent),
                    ...[...document.querySelectorAll('[role=figure]')].map(plot => plot.ariaLabel),
                ].join('\\n')"""
            )
        )

    def heading(self) -> str:
        """What does the page answer?"""
        return self.page.locator("h1").inner_text()

    def popover(self, key: str) -> Locator:
        """Which panel opens from the button of this name? Waits until it is there."""
        self.page.locator(f'[popovertarget="{key}"]').click()
        return self.panel()

    def panel(self) -> Locator:
        """Which panel is open? Waits until it is there."""
        found = self.page.locator(":popover-open")
        found.wait_for(state="visible")
        return found

    def close_panel(self) -> None:
        """Closes the open panel by the keyboard and waits until it is gone."""
        self.page.keyboard.press("Escape")
        self.page.locator(":popover-open").wait_for(state="detached")

    def chart_names(self) -> list[str]:
        """Which chart cards stand on the page, from top to bottom?"""
        return self._keys("chart_")

    def kpi_names(self) -> list[str]:
        """Which KPI cards stand on the page?"""
        return self._keys("kpi_")

    def filter_names(self) -> list[str]:
        """Which filters does the page offer?"""
        return self._keys("pick_")

    def choice_names(self) -> list[str]:
        """Which of its filters know a fixed set of values? A search takes anything."""
        return [
            name
            for name in self.filter_names()
            if not self.page.locator(f".st-key-pick_{name} [data-testid=stTextInput]").count()
        ]

    def _keys(self, prefix: str) -> list[str]:
        found: list[str] = self.page.evaluate(
            """prefix => [...document.querySelectorAll(`[class*="${prefix}"]`)]
                .flatMap(element => [...element.classList])
                .filter(name => name.startsWith(prefix)).map(name => name.slice(prefix.length))""",
            f"st-key-{prefix}",
        )
        return list(dict.fromkeys(found))


def _warm(browser: Browser, locale: str, server: Server) -> BrowserContext:
    """A new context with an empty page at the site's address, which keeps the process of the site's pages."""
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(body=""))
    page.goto(server.url)
    return context


def _viewport(size: Size) -> ViewportSize:
    return {"width": size[0], "height": size[1]}
