"""What an open websocket lets through in either direction when its session ends; called as the ASGI interface is."""

from __future__ import annotations

from time import time
from typing import Any

from pages.signin.session import Session
from pages.signin.socket import HeldSocket, reload_page
from tests.own_loop import finish

CLICK = {"type": "websocket.receive", "bytes": b"a click"}
FIGURES = {"type": "websocket.send", "bytes": b"figures"}
END = [{"type": "websocket.send", "bytes": reload_page()}, {"type": "websocket.close", "code": 1008}]


def lasting(seconds: float) -> Session:
    return Session("id", "wang", "Wang", "reader", since=time() - 10, until=time() + seconds)


def held(session: Session, *, stands: bool) -> tuple[list[Any], list[Any]]:
    """What reaches a page that answers each click with figures, and what reaches the reader?"""
    clicked: list[Any] = []
    seen: list[Any] = []

    async def receive() -> Any:
        return CLICK if len(clicked) < 2 else {"type": "websocket.disconnect", "code": 1000}

    async def send(message: Any) -> None:
        seen.append(message)

    async def page(_scope: Any, receive: Any, send: Any) -> None:
        while True:
            clicked.append(await receive())
            if clicked[-1]["type"] == "websocket.disconnect":
                return
            await send(FIGURES)

    async def asked(_session: Session) -> bool:
        return stands

    socket = HeldSocket(session, receive, send, stands=asked, now=time)
    finish(socket.run(page, {}))
    return clicked, seen


def test_while_the_session_stands_everything_passes():
    clicked, seen = held(lasting(100), stands=True)
    assert [message["type"] for message in clicked] == ["websocket.receive"] * 2 + ["websocket.disconnect"]
    assert seen == [FIGURES, FIGURES]


def test_the_first_click_after_signing_out_reaches_nothing():
    clicked, seen = held(lasting(100), stands=False)
    assert [message["type"] for message in clicked] == ["websocket.disconnect"]
    assert seen == END


def test_what_a_page_still_says_after_the_time_is_up_reaches_nobody():
    _, seen = held(lasting(-1), stands=True)
    assert seen == END
