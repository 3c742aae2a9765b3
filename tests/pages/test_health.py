"""What the process says of its data, with the number of the request; called as the ASGI interface is."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message

from pages.components import context
from pages.server import health
from pages.server.app import middleware, routes
from tests.own_loop import finish

pytestmark = pytest.mark.usefixtures("frozen")


def breaks(_request: Request) -> Response:
    raise ValueError("what someone typed")


def asked(path: str, *headers: tuple[bytes, bytes]) -> tuple[int, dict[str, str], str]:
    """Status, headers and content of an answer, in a thread of its own: the browser's tests keep a loop in this one."""
    app = Starlette(routes=[*routes(), Route("/breaks", breaks)], middleware=middleware())
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": list(headers)}
    finish(app(scope, receive, send))
    found = {name.decode(): text.decode() for name, text in sent[0]["headers"]}
    return sent[0]["status"], found, b"".join(message.get("body", b"") for message in sent).decode()


@pytest.fixture
def data(frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data that a test may spoil."""
    folder = tmp_path / "data"
    shutil.copytree(frozen, folder)
    monkeypatch.setattr(context, "DATA", folder)
    monkeypatch.setattr(health, "DATA", folder)
    return folder


def state(status: int) -> dict[str, object]:
    found = asked("/_health")
    assert found[0] == status
    assert found[1]["cache-control"] == "no-store"
    said: dict[str, object] = json.loads(found[2])
    return said


@pytest.mark.usefixtures("data")
def test_data_that_is_there_is_named_with_its_version():
    assert state(200) == {"status": "ok", "loaded": True, "version": "2026.11", "figures": 548, "faults": []}


def test_a_dataset_that_was_never_there_is_missing(data):
    (data / "talent.parquet").unlink()
    said = state(200)
    assert (said["status"], said["faults"]) == ("degraded", ["data/talent.parquet: missing"])


def test_a_dataset_that_goes_is_kept(data):
    assert state(200)["status"] == "ok"
    (data / "talent.parquet").write_bytes(b"")
    said = state(200)
    assert (said["status"], said["figures"], said["faults"]) == ("kept", 548, ["data/talent.parquet: empty"])


def test_without_any_data_the_process_is_of_no_use(data):
    shutil.rmtree(data)
    said = state(503)
    assert (said["status"], said["loaded"], said["version"]) == ("down", False, "")


def test_the_number_comes_from_the_proxy_or_is_made():
    given = "0123456789abcdef" * 2
    assert asked("/_health", (b"x-request-id", given.encode()))[1]["x-request-id"] == given
    for strange in (b"<script>", b"A" * 32, b"0" * 33):
        assert re.fullmatch("[0-9a-f]{32}", asked("/_health", (b"x-request-id", strange))[1]["x-request-id"])


def test_what_breaks_is_answered_with_a_sentence_and_the_number():
    status, headers, said = asked("/breaks")
    assert status == 500
    assert said.count(headers["x-request-id"][:8]) == 2
    assert "typed" not in said
    assert "Error" not in said
