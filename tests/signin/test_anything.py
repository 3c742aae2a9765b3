"""Whatever is asked for, in whatever way, by who has no session: an answer, and never the site's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

from pages.signin.gate import OPEN, Gate
from tests.own_loop import finish
from tests.signin.made import settings

ADDRESSES = st.text() | st.sampled_from(
    ["auth/refused", "auth/out", "oauth2callback", "auth/logout", "talent"]
)
HEADERS = st.lists(
    st.tuples(
        st.sampled_from(
            [b"cookie", b"accept", b"accept-language", b"host", b"sec-fetch-site", b"x-forwarded-for"]
        ),
        st.binary(max_size=60)
        | st.sampled_from([b"text/html", b"en", b"__Host-cq_session=a.b", b"cross-site"]),
    ),
    max_size=6,
)


@pytest.fixture(scope="module")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Gate:
    async def page(scope: Any, *_: Any) -> None:
        raise AssertionError(f"the page was reached: {scope}")

    state: Path = tmp_path_factory.mktemp("state")
    return Gate(page, how=settings(sign_in={"state": str(state)}))


def answers(gate: Gate, scope: dict[str, Any]) -> list[Any]:
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": f"{scope['type']}.disconnect", "code": 1000}

    async def send(message: Any) -> None:
        sent.append(message)

    finish(gate(scope, receive, send))
    return sent


@trying(deadline=None)
@given(
    path=ADDRESSES,
    query=st.binary(max_size=80),
    headers=HEADERS,
    method=st.sampled_from(["GET", "POST", "HEAD"]),
)
def test_a_request(gate, path, query, headers, method):
    scope = {"type": "http", "method": method, "path": f"/{path}", "query_string": query, "headers": headers}
    if scope["path"] not in OPEN | {"/auth/login"}:
        start, *_ = answers(gate, scope)
        assert start["status"] in (200, 303, 401, 403, 405, 503)
        assert (start["status"] != 200) or scope["path"] == "/auth/out"


@trying(deadline=None)
@given(path=ADDRESSES, query=st.binary(max_size=80), headers=HEADERS)
def test_a_websocket(gate, path, query, headers):
    scope = {"type": "websocket", "path": f"/{path}", "query_string": query, "headers": headers}
    assert answers(gate, scope) == [{"type": "websocket.close", "code": 1008}]
