"""The server asks no other host, whatever a stranger says: a proxy that notes who asks it stands where hosts would."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser.server import Server, serving


@contextmanager
def sink() -> Iterator[tuple[str, list[bytes]]]:
    """A proxy that answers nobody: where is it, and what was it asked?"""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def note() -> None:
            while True:
                try:
                    line, _ = listening.accept()
                except OSError:
                    return
                with line:
                    asked.append(line.recv(1000))

        noting = Thread(target=note, daemon=True)
        noting.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", asked
        listening.shutdown(socket.SHUT_RDWR)
        noting.join(timeout=10)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, list[bytes]]]:
    """As `make run` starts it, with the sink as its way out."""
    folder: Path = tmp_path_factory.mktemp("outside")
    with sink() as (place, asked):
        way_out = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), place)
        at_home = dict.fromkeys(("no_proxy", "NO_PROXY"), "127.0.0.1,localhost")
        with serving(folder, surroundings=way_out | at_home) as running:
            yield running, asked


def knock(server: Server, origin: str | None, host: str | None = None) -> int:
    """How is a websocket answered that comes from there?"""
    headers = {"Host": host} if host else {}
    try:
        with connect(
            server.url.replace("http", "ws") + "/_stcore/stream",
            origin=origin,  # type: ignore[arg-type]
            additional_headers=headers,
            subprotocols=["streamlit"],  # type: ignore[list-item]
        ):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://localhost:1",
        "null",
        "http://[",
        "HTTP://127.0.0.1.evil.example",
        "http://127.0.0.1",
        "//",
        "http://user@{host}",
    ],
)
def test_a_page_of_another_site_opens_no_websocket_and_nobody_is_asked_where_it_is(server, origin):
    running, asked = server
    assert knock(running, origin.format(host=running.host)) == 403
    assert asked == []


def test_the_site_s_own_page_and_what_is_no_page_do(server):
    running, asked = server
    assert knock(running, running.url) == knock(running, None) == 101
    assert asked == []


def test_streamlit_itself_would_ask(server, monkeypatch):
    """What is refused above: if Streamlit no longer looked it up, nothing of this would be needed."""
    from streamlit import net_util
    from streamlit.web.server import server_util

    looked_up: list[str] = []
    monkeypatch.setattr(net_util, "get_external_ip", lambda: looked_up.append("outside"))
    assert not server_util.is_url_from_allowed_origins("https://evil.example")
    assert looked_up == ["outside"]
