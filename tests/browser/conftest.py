"""What the tests in a browser share: a browser, and visits that end with the test."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from lib.facts.record import Record
from lib.site.pages import PAGES
from lib.words.messages import LANGUAGES
from tests.browser import chromium
from tests.browser.server import Server
from tests.browser.visit import BROWSER_LANGUAGE, Visit

Visitor = Callable[..., Visit]
PAGES_AND_LANGUAGES = [(page, lang) for page in PAGES for lang in LANGUAGES]
TAKING_TURNS = [(page, LANGUAGES[number % 2]) for number, page in enumerate(PAGES)]


@pytest.fixture(scope="session")
def record(shipped: Record) -> Record:
    """What a server of this checkout shows: the record as committed."""
    return shipped


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One browser for all tests of a run; every visit has a context of its own."""
    running = chromium.launch(playwright, *chromium.IN_A_HURRY)
    yield running
    running.close()


@pytest.fixture
def visitor(browser: Browser, server: Server) -> Iterator[Visitor]:
    """Makes visits in fresh contexts, which end with the test."""
    visits: list[Visit] = []

    def come(**how: object) -> Visit:
        visits.append(Visit(browser, how.pop("server", server), **how))  # type: ignore[arg-type]
        return visits[-1]

    yield come
    for visit in visits:
        visit.close()


@pytest.fixture(scope="session", params=TAKING_TURNS, ids=lambda found: f"{found[0].name}-{found[1]}")
def turned(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[Visit]:
    """Each page in one of the languages, which take turns: for what does not depend on the words. See `waiting`."""
    yield from _waiting(request, browser, server)


@pytest.fixture(scope="session", params=PAGES_AND_LANGUAGES, ids=lambda found: f"{found[0].name}-{found[1]}")
def waiting(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[Visit]:
    """Each page in each language in a context of its own, which each test that uses it loads first.

    That starts a new session on the server, as a fresh context does, and takes a third of its time.
    """
    yield from _waiting(request, browser, server)


def _waiting(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[Visit]:
    page, lang = request.param
    visit = Visit(browser, server, locale=BROWSER_LANGUAGE[lang])
    yield visit.at(page.path, lang=lang)
    visit.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Puts the end of the server's log under a failure."""
    report = yield
    running = getattr(item, "funcargs", {}).get("server")
    if report.failed and isinstance(running, Server):
        report.sections.append(("server log", running.log()[-4000:]))
    return report
