"""An address of the site, asked as the ASGI interface is, without a network."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from anyio import sleep_forever
from starlette.applications import Starlette
from starlette.types import Message

from pages.components import context
from pages.server.app import middleware, routes
from tests.own_loop import finish


@dataclass(frozen=True)
class Got:
    """An answer: status, headers by their small names, and content."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


Ask = Callable[..., Got]


def asked(address: str, method: str = "GET", **headers: str) -> Got:
    path, _, query = address.partition("?")
    sent: list[Message] = []

    waiting = [True]

    async def receive() -> Message:
        if not waiting:
            await sleep_forever()
        waiting.clear()
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    named = [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": named,
        "scheme": "http",
        "server": ("site.example", 80),
    }
    finish(Starlette(routes=routes(), middleware=middleware())(scope, receive, send))
    found = {name.decode(): text.decode() for name, text in sent[0]["headers"]}
    return Got(sent[0]["status"], found, b"".join(message.get("body", b"") for message in sent))


@pytest.fixture
def ask(first: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Asks the site, which reads the first edition."""
    monkeypatch.setattr(context, "DATA", first)
    return asked
