"""The site as it is deployed, looked at from outside: by the script that administrators run, and in a browser."""

from __future__ import annotations

import json
import re
import shutil
import socket
import ssl
import subprocess
import sys
from contextlib import ExitStack
from itertools import product
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, Page
from websockets.exceptions import InvalidStatus

from lib.site.pages import PAGES
from lib.words.messages import LANGUAGES
from tests.browser.visit import Visit
from tests.deploy.site import ROOT, Deployed
from tests.load.session import Place, Session
from tests.own_loop import finish

VIOLATION = re.compile(r"Content.Security.Policy|Refused to|violates the following", re.IGNORECASE)
VIEWS = ("screen", "slide", "print")


def open_page(browser: Browser, site: Deployed, path: str, **query: str) -> Visit:
    return Visit(browser, site, size=(1280, 720)).open(path, **query)  # type: ignore[arg-type]


def checked(site: Deployed, *arguments: str) -> tuple[int, list[str]]:
    command = [sys.executable, ROOT / "deploy" / "check.py", site.url, "--insecure", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def test_the_check_from_outside_finds_nothing(site):
    status, lines = checked(site)
    assert [line for line in lines if not line.startswith("ok ")] == []
    assert status == 0
    assert len(lines) >= 22


def test_the_check_from_outside_notices_what_is_wrong(site):
    status, lines = checked(site, "--framed-by", "https://portal.example")
    assert status == 1
    assert [line.split(":")[0] for line in lines if line.startswith("WRONG")] == ["WRONG who may frame it"]


def test_no_page_breaks_the_policy_and_every_one_is_drawn(browser, site):
    """Each page once, languages and views taking turns; every inline script of ours runs at least once."""
    visit = Visit(browser, site)
    seen: set[tuple[str, str]] = set()
    for number, page in enumerate(PAGES):
        lang, view = LANGUAGES[number % 2], VIEWS[number // 2 % 3]
        visit.open(page.path, lang=lang, view=view)
        seen.add((lang, view))
        code = visit.page.evaluate("document.documentElement.lang")
        assert code == {"zh": "zh-CN", "en": "en"}[lang]
        if view != "screen":
            visit.page.wait_for_selector("body[data-ready=true]", state="attached")
    assert [said for said in visit.heard.trouble if VIOLATION.search(said)] == []
    assert visit.heard.trouble == []
    assert visit.heard.broken == visit.heard.refused == []
    assert seen == set(product(LANGUAGES, VIEWS))
    assert visit.page.context.cookies(site.url)[0]["name"].startswith("cq_process")
    visit.close()


def test_a_script_that_is_not_ours_does_not_run(browser, site):
    visit = open_page(browser, site, "talent", lang="en")
    visit.page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.stranger = 1';"
        " document.body.append(s); }"
    )
    assert visit.page.evaluate("window.stranger") is None
    assert any(VIOLATION.search(said) for said in visit.heard.trouble)
    visit.close()


def test_a_download_comes_through(browser, site):
    visit = open_page(browser, site, "data", lang="en", dataset="talent")
    with visit.page.expect_download() as waiting:
        visit.page.locator(".st-key-download_csv button").click()
    assert waiting.value.suggested_filename == "talent_2026.11.csv"
    assert visit.heard.trouble == []
    visit.close()


def test_it_is_shown_in_no_frame_of_others(browser, site):
    page: Page = browser.new_page()
    with page.expect_event("requestfailed") as waiting:
        page.set_content(f'<iframe src="{site.url}/talent"></iframe>')
    assert waiting.value.failure == "net::ERR_BLOCKED_BY_RESPONSE"
    page.close()


def test_http_leads_to_https(site):
    answer = talk(
        site.site.http, b"GET /talent?lang=en HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    )
    assert answer.startswith(b"HTTP/1.1 301")
    assert f"Location: {site.url}/talent?lang=en\r\n".encode() in answer


def test_a_request_that_is_too_large_is_refused(site):
    size = 22 * 1024 * 1024
    head = f"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: localhost\r\nContent-Length: {size}\r\n\r\n"
    assert talk(site.site.https, head.encode(), tls=True).startswith(b"HTTP/1.1 413")


def test_the_logs_have_the_number_of_a_request_and_nobodys_address(site):
    answer = talk(
        site.site.https,
        b"GET /talent?lang=en&q=%E6%9F%90%E4%BA%BA-wuxyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        tls=True,
    )
    number = re.search(rb"X-Request-ID: ([0-9a-f]{32})\r\n", answer)[1].decode()
    end = monotonic() + 10
    while site.logs().count(number) < 2 and monotonic() < end:  # each writes its line after it has answered
        pass
    lines = [json.loads(line) for line in site.logs().splitlines()]
    told = [line for line in lines if line.get("request") == number]
    assert [line.get("path") for line in told] == ["/talent", "/talent"]
    assert "en" in [line.get("lang") for line in told]
    written = site.logs()
    assert "wuxyz" not in written
    assert "某人" not in written
    for line in lines:
        assert "127.0.0.1" not in json.dumps({**line, "process": ""})


def test_a_process_opens_no_websocket_under_another_name(site):
    async def knock(name: str) -> None:
        async with Session(Place(name, site.site.first_port, tls=False)):
            pass

    finish(knock("localhost"))
    with pytest.raises(InvalidStatus, match="403"):
        finish(knock("127.0.0.1"))


def test_a_request_without_a_known_process_goes_to_another_and_is_told_so(site):
    head = b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: cq_process=17\r\nConnection: close\r\n\r\n"
    assert re.search(
        rb"Set-Cookie: cq_process=[123]; Path=/; HttpOnly; Secure", talk(site.site.https, head, tls=True)
    )


@pytest.fixture(scope="module")
def unit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unit with a program that is there: verifying looks whether it is."""
    text = (ROOT / "deploy" / "chongqing@.service").read_text(encoding="utf-8")
    file = tmp_path_factory.mktemp("unit") / "chongqing@8501.service"
    file.write_text(text.replace("/opt/chongqing/.venv/bin/streamlit", sys.executable), encoding="utf-8")
    return file


def test_the_unit_is_understood_and_shut(unit):
    """systemd-analyze ends with 0 even for an unknown key: anything that it says is a fault."""
    analyze = shutil.which("systemd-analyze")
    assert analyze, "no systemd-analyze found: apt-get install systemd"
    said = subprocess.run([analyze, "verify", unit], capture_output=True, text=True, timeout=60)
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
    shut = subprocess.run(
        [analyze, "security", "--offline=true", "--threshold=20", "--no-pager", unit],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert shut.returncode == 0, shut.stdout


def test_the_unit_lets_the_browser_that_draws_start(unit):
    """Seen on a machine with systemd: without either, no PDF was made."""
    lines = unit.read_text(encoding="utf-8").splitlines()
    assert "ProcSubset=pid" not in lines
    filters = [line.partition("=")[2].split() for line in lines if line.startswith("SystemCallFilter=")]
    assert {"capset", "chroot", "seccomp"} <= set(filters[-1])


def test_the_unit_lets_the_reading_of_a_file_step_back(unit):
    """The group that is taken away has `setpriority`; limits are set with prlimit64, which is always there."""
    assert "SystemCallFilter=capset chroot seccomp setpriority" in unit.read_text(encoding="utf-8")


def talk(port: int, said: bytes, *, tls: bool = False) -> bytes:
    """What comes back before the other side hangs up, or before the head of its answer ends?"""
    how = ssl.create_default_context()
    how.check_hostname, how.verify_mode = False, ssl.CERT_NONE
    with ExitStack() as stack:
        line = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=10))
        if tls:
            line = stack.enter_context(how.wrap_socket(line, server_hostname="localhost"))
        line.sendall(said)
        found = b""
        while chunk := line.recv(65536):
            found += chunk
            if b"\r\n\r\n" in found and b"Connection: close" not in said:
                break
        return found
