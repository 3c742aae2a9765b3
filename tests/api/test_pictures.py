"""Pictures by address: those of the briefing, made once, and nobody waits for ever."""

from __future__ import annotations

import io
from threading import Event

import anyio
import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.routing import Route

from lib.api import pictures
from lib.api.made import Made
from pages.server.answered import Answered
from tests.api.conftest import asked
from tests.own_loop import finish

PLACE = "/api/charts/growth_base"


def test_a_picture_is_that_of_the_briefing_made_once(ask, monkeypatch):
    got = ask(f"{PLACE}.png?lang=en")
    assert got.headers["content-type"] == "image/png"
    picture = Image.open(io.BytesIO(got.body))
    assert picture.size == (1920, 1080)
    assert "78.7%" in picture.text["Title"]
    monkeypatch.setattr(pictures, "pictures", None)
    assert ask(f"{PLACE}.png?lang=en").body == got.body


def test_a_vector_has_its_words_as_text(ask):
    got = ask(f"{PLACE}.svg?lang=en")
    assert got.headers["content-type"] == "image/svg+xml"
    assert b"78.7" in got.body


def test_what_a_picture_does_not_offer_is_refused(ask):
    assert ask(f"{PLACE}.svg?theme=dark").status == 400
    assert ask(f"{PLACE}.png?currency=EUR").json()["allowed"] == ["CNY", "USD"]
    assert "growth_base" in ask("/api/charts/nothing.png").json()["allowed"]
    assert ask("/api/charts/emerging_mix.svg").status == 404


def test_without_a_browser_it_is_said_what_is_missing(ask, monkeypatch):
    monkeypatch.setenv("CQ_BROWSER", "/nowhere/chromium")
    monkeypatch.setattr(pictures, "pictures", lambda _found: pictures_without())
    got = ask(f"{PLACE}.png?currency=USD&lang=en")
    assert (got.status, got.headers["retry-after"]) == (503, "5")
    assert "/nowhere/chromium" in got.json()["detail"]


def pictures_without() -> dict[str, bytes]:
    from lib.briefing.browser.find import find

    find()
    return {}


def test_who_comes_when_the_line_is_full_is_told_to_come_again(ask):
    """One is drawn, one waits, and the third is told so at once."""
    go, statuses = Event(), []

    def slow(_path, _asked, _record):
        assert go.wait(60)
        return Made(b"x", "image/png")

    app = Starlette(routes=[Route("/{name}", Answered(slow, below="/", at_once=1, in_line=1))])

    async def one(name):
        async def send(message):
            if message["type"] == "http.response.start":
                statuses.append((message["status"], dict(message["headers"]).get(b"retry-after")))

        await app(scope(f"/{name}"), None, send)
        if statuses and statuses[-1][0] == 503:
            go.set()

    async def three():
        async with anyio.create_task_group() as group:
            for name in ("a", "b", "c"):
                group.start_soon(one, name)

    finish(three())
    assert sorted(statuses) == [(200, None), (200, None), (503, b"5")]


def scope(path: str) -> dict[str, object]:
    return {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": b"",
        "headers": [],
        "scheme": "http",
    }


@pytest.mark.parametrize("name", ["../x", "%00", "a.b.c", ""])
def test_strange_names_are_unknown_names(ask, name):
    assert asked(f"/api/charts/{name}.svg").status == 404
