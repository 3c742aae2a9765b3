"""What the server answers before a page is reached; called as the ASGI interface is, without a network."""

import gzip
import socket
from pathlib import Path
from typing import Any

import pytest
import streamlit
from starlette.responses import FileResponse
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.server.starlette.starlette_server import _bind_socket

from lib.site.still.document import BUNDLE
from lib.words.speak import Words
from pages.server.addresses import FlatAddresses
from pages.server.at_once import send_at_once
from pages.server.first.document import introduced
from pages.server.kept import Kept
from pages.server.packed import Packed
from pages.server.start import warm_up
from tests.own_loop import finish


def answer(path: str, query: bytes = b"") -> tuple[int, dict[str, str]]:
    """Status and headers that an address gets; 200 stands for the page behind."""
    sent: list[dict[str, Any]] = []

    async def page(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query, "headers": []}
    finish(FlatAddresses(page)(scope, None, send))
    return sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}


@pytest.mark.parametrize(
    "path", ["/", "/outsourcing", "/nowhere", "/_stcore/health", "/static/js/index.js", "/media/x.csv"]
)
def test_pages_and_their_parts_are_reached(path):
    assert answer(path)[0] == 200


@pytest.mark.parametrize("path", ["/outsourcing/", "/outsourcing//", "/nowhere/outsourcing/"])
def test_a_slash_at_the_end_is_the_same_page_with_its_choices(path):
    status, headers = answer(path, b"lang=en&period=2021-01_2021-06")
    assert (status, headers["location"]) == (307, "/outsourcing?lang=en&period=2021-01_2021-06")


@pytest.mark.parametrize(
    ("page", "lang", "title"),
    [
        ("outsourcing", "en", "Outsourcing · "),
        ("outsourcing", "zh", "服务外包 · "),
        ("overview", "zh", "总览 · "),
    ],
)
def test_each_page_has_its_own_title_and_says_what_it_answers(page, lang, title):
    shipped = Path(streamlit.__file__).with_name("static").joinpath("index.html").read_text(encoding="utf-8")
    document = introduced(shipped, page, lang)
    assert f"<title>{title}" in document
    assert f'<meta name="description" content="{Words(lang)(f"site.question.{page}")}' in document
    assert f'<html lang="{"en" if lang == "en" else "zh-CN"}">' in document
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in document
    assert f"<noscript><p>{Words(lang)('site.preparing')}</p></noscript>" in document
    assert "enable JavaScript" not in document


@pytest.mark.parametrize("path", ["/outsourcing/_stcore/health", "/outsourcing/_stcore/host-config"])
def test_no_server_is_found_below_a_page(path):
    assert answer(path)[0] == 304


def test_an_address_of_several_parts_is_led_to_its_last():
    status, headers = answer("/a/b", b"lang=en&currency=USD")
    assert (status, headers["location"]) == (307, "/b?lang=en&currency=USD")


def test_an_address_is_never_led_to_another_host():
    for path in ("//evil.example/x", "/a//evil.example", "/a/%2F%2Fevil.example", "/a/\\evil.example"):
        status, headers = answer(path)
        assert status in (200, 307)
        assert not headers.get("location", "/x").startswith(("//", "/\\", "http"))


def test_the_first_session_knows_that_pages_are_named_by_the_site():
    async def start():
        async with warm_up(None):
            return PagesManager.uses_pages_directory

    assert finish(start()) is False


def test_what_is_sent_by_the_server_is_not_held_back():
    listening = _bind_socket("127.0.0.1", 0, 1)  # as Streamlit binds it: asyncio leaves such a one as it is
    try:
        assert not listening.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert send_at_once() >= 1
        with socket.create_connection(listening.getsockname()):
            listening.settimeout(10)
            accepted, _ = listening.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    finally:
        listening.close()


def test_a_script_is_packed_once_for_all_who_take_it_packed():
    script, asked = b"draw();" * 1000, []

    async def file(scope, receive, send):
        asked.append(scope["headers"])
        start = {
            "type": "http.response.start",
            "status": 200,
            "headers": [(b"content-type", b"text/javascript")],
        }
        await send(start)
        await send({"type": "http.response.body", "body": script[:10], "more_body": True})
        await send({"type": "http.response.body", "body": script[10:]})

    packed = Packed(file)

    def got(*headers: tuple[bytes, bytes], path: str = "/static/js/index.js") -> tuple[dict[str, str], bytes]:
        sent: list[dict[str, Any]] = []

        async def send(message):
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": path, "headers": list(headers)}
        finish(packed(scope, None, send))
        names = {name.decode(): text.decode() for name, text in sent[0]["headers"]}
        return names, b"".join(message["body"] for message in sent[1:])

    takes = (b"accept-encoding", b"gzip, br")
    for _ in range(2):
        headers, body = got(takes)
        assert headers["content-encoding"] == "gzip"
        assert headers["vary"] == "Accept-Encoding"
        assert int(headers["content-length"]) == len(body) < len(script) / 10
        assert gzip.decompress(body) == script
    assert asked == [[]]  # once, and as one who takes nothing packed
    refuses = ((b"accept-encoding", b"br, gzip;q=0"),)
    for others in ((), refuses, (takes, (b"range", b"bytes=0-9")), (takes, (b"if-none-match", b"x"))):
        assert got(*others)[1] == script
    assert got(takes, path="/media/a.csv")[1] == script
    asked.clear()
    got(*refuses)
    assert asked == [[]]  # nor does whoever packs further in


def test_who_leaves_while_a_script_is_packed_leaves_no_piece_of_it_to_others(tmp_path):
    """A server's answer of a file ends where it is when it hears that nobody listens: here at once."""
    script = b"draw();" * 100_000
    (tmp_path / "index.js").write_bytes(script)
    packed = Packed(FileResponse(tmp_path / "index.js", media_type="text/javascript"))

    async def left():
        return {"type": "http.disconnect"}

    for _ in range(2):
        sent: list[dict[str, Any]] = []

        async def send(message, sent=sent):
            sent.append(message)

        scope = {
            "type": "http",
            "method": "GET",
            "path": "/static/js/index.js",
            "asgi": {"spec_version": "2.3"},
        }
        finish(packed(scope | {"headers": [(b"accept-encoding", b"gzip")]}, left, send))
        assert gzip.decompress(sent[1]["body"]) == script


def test_what_is_no_script_or_small_or_missing_is_sent_as_it_is():
    for status, kind, body in (
        (200, b"font/woff2", b"x" * 5000),
        (200, b"text/css", b"x"),
        (404, b"text/css", b"x" * 5000),
    ):
        sent: list[dict[str, Any]] = []

        async def file(scope, receive, send, status=status, kind=kind, body=body):
            await send(
                {"type": "http.response.start", "status": status, "headers": [(b"content-type", kind)]}
            )
            await send({"type": "http.response.body", "body": body})

        async def send(message, sent=sent):
            sent.append(message)

        headers = [(b"accept-encoding", b"gzip")]
        scope = {"type": "http", "method": "GET", "path": "/static/x", "headers": headers}
        finish(Packed(file)(scope, None, send))
        assert [sent[0]["status"], sent[1]["body"]] == [status, body]
        assert sent[0]["headers"] == [(b"content-type", kind)]


def cached(path: str, status: int) -> str | None:
    """What browsers are told of keeping the file at a path."""
    sent: list[dict[str, Any]] = []

    async def file(scope, receive, send):
        await send({"type": "http.response.start", "status": status, "headers": []})

    async def send(message):
        sent.append(message)

    finish(Kept(file)({"type": "http", "path": path}, None, send))
    return dict(sent[0]["headers"]).get(b"cache-control", b"").decode() or None


def test_the_file_that_draws_the_charts_is_kept_for_good():
    assert cached(f"/app/static/{BUNDLE}", 200) == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(("path", "status"), [("/app/static/icon.svg", 200), (f"/app/static/{BUNDLE}", 404)])
def test_nothing_else_is(path, status):
    assert cached(path, status) is None
