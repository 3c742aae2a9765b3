"""Two other sites put the dashboard into a frame, one that may and one that may not; real ones, in a browser."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.browser import chromium
from tests.browser.heard import Heard, listen
from tests.browser.visit import NAV, PATIENCE_MS
from tests.deploy.site import Deployed, certificate, deployed
from tests.deploy.test_site import checked

PORTAL, STRANGER = "portal.example", "stranger.example"
OPEN = "body:not(:has(#first)) h1"
"""The answer of a page that has taken the place of its first view: before, each link of the header is there twice."""
HERE = ",".join(f"MAP {name} 127.0.0.1" for name in (PORTAL, STRANGER))
PAGE = (
    '<!doctype html><link rel="icon" href="data:,"><h1>Portal</h1>'
    '<iframe src="{url}/talent?lang=en" width="1200" height="700"></iframe>'
)


class Quiet(SimpleHTTPRequestHandler):
    """Hands out the files of a folder, and writes no log."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, int]]:
    """A server that answers to both names: the folder that it hands out, and its port."""
    folder = tmp_path_factory.mktemp("others")
    certificate(folder)
    how = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    how.load_cert_chain(folder / "site.crt", folder / "site.key")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        server.socket = how.wrap_socket(server.socket, server_side=True)
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield folder, server.server_port
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def framed(tmp_path_factory: pytest.TempPathFactory, others: tuple[Path, int]) -> Iterator[Deployed]:
    """A site that the portal alone may show in a frame."""
    folder, port = others
    portal = f"https://{PORTAL}:{port}"
    with deployed(tmp_path_factory.mktemp("site"), processes=2, framed_by=(portal,)) as site:
        (folder / "page.html").write_text(PAGE.format(url=site.url), encoding="utf-8")
        yield site


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One that finds both names on this machine, and takes the certificates that the tests made."""
    running = chromium.launch(playwright, "--ignore-certificate-errors", f"--host-resolver-rules={HERE}")
    yield running
    running.close()


def opened(browser: Browser, name: str, port: int) -> tuple[Page, Heard]:
    """The page of the site of this name, and what was heard of it."""
    page, heard = browser.new_page(), Heard()
    page.set_default_timeout(PATIENCE_MS)
    listen(page, lambda: heard)
    assert page.goto(f"https://{name}:{port}/page.html").ok
    return page, heard


def test_a_portal_shows_it_and_it_draws_and_answers(browser, framed, others):
    page, heard = opened(browser, PORTAL, others[1])
    inside = page.frame_locator("iframe")
    inside.locator(OPEN, has_text="talent training bases").wait_for()
    inside.locator(".js-plotly-plot .main-svg .cartesianlayer .subplot").first.wait_for()
    inside.locator(NAV.format(path="outsourcing")).click()
    inside.locator(OPEN, has_text="offshore service outsourcing").wait_for()
    assert heard.trouble == []
    kept = [cookie for cookie in page.context.cookies(framed.url) if cookie["name"] == "cq_process"]
    assert [(cookie["sameSite"], cookie["secure"]) for cookie in kept] == [("None", True)]
    page.close()


def test_the_browser_shows_it_on_no_page_of_another_site(browser, framed, others):
    page, heard = opened(browser, STRANGER, others[1])
    assert page.locator("h1").inner_text() == "Portal"
    inside = page.frames[1]
    inside.wait_for_load_state()
    assert inside.url.startswith("chrome-error:")
    assert inside.locator("[data-testid=stApp]").count() == 0
    assert any("frame-ancestors" in said for said in heard.trouble), heard.trouble
    page.close()


def test_the_check_from_outside_knows_who_may(framed, others):
    status, lines = checked(framed, "--framed-by", f"https://{PORTAL}:{others[1]}")
    assert [line for line in lines if not line.startswith("ok ")] == []
    assert status == 0
