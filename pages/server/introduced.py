"""What a page says of itself before it runs: its language, its title, what it is about, and what stands on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.api.feed import ADDRESS as FEED
from lib.site.pages import PATHS
from pages.server.first.answered import FirstViews, language_of, view_of
from pages.server.first.document import introduced, shipped, unknown
from pages.server.health import HEALTH
from pages.server.whole import whole

ROBOTS = "/robots.txt"
ICON = "/favicon.ico"
"""Asked for by browsers that show an answer which names no icon, such as a file of `/api`."""
_ONE_PART = re.compile(r"/[^/]+/?")
_ICON = Path(__file__).parents[2].joinpath("static", "icon.svg").read_bytes()
_FOR_PROGRAMS = (ROBOTS, ICON, HEALTH, FEED, "/api", "/sdmx")
"""What is no page and has one part as well."""
_ASKED_ANEW = (b"if-none-match", b"if-modified-since", b"range")


class Introduced:
    """Answers the address of a page with its first view, else with its own title, language and description.

    So an address that no page has: it says so to browsers without scripts too, in the language asked for.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._views = FirstViews()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request for a page; passes everything else on."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        lang, page = language_of(request), PATHS.get(scope["path"].strip("/"))
        if page is None:
            lost = await self._lost(lang, request)
            await (lost or self.app)(scope, receive, send)
            return
        answer = await self._views.answer(
            page.name, lang, request, view_of(scope["query_string"].decode("latin-1"))
        )
        if answer:
            await answer(scope, receive, send)
            return
        await self._plain(partial(introduced, page=page.name, lang=lang), scope, send)

    async def _lost(self, lang: str, request: Request) -> Response | None:
        """What is answered where Streamlit has nothing but the page that it answers every address with?"""
        path = request.scope["path"]
        if not _ONE_PART.fullmatch(path) or path.rstrip("/") in _FOR_PROGRAMS:
            return None
        _, body = await whole(self.app, request.scope, without=(*_ASKED_ANEW, b"accept-encoding"))
        if body != shipped().encode():
            return None
        found = await self._views.lost(lang, request)
        return found or HTMLResponse(unknown(shipped(), lang), 404, {"Vary": "Accept-Language"})

    async def _plain(self, told: Callable[[str], str], scope: Scope, send: Send) -> None:
        # What Streamlit calls unchanged may be in another language now: it is always sent whole.
        start, body = await whole(self.app, scope, without=(*_ASKED_ANEW, b"accept-encoding"))
        if Headers(scope=start).get("content-type", "").startswith("text/html"):
            body = told(body.decode()).encode()
            out = MutableHeaders(scope=start)
            out["Content-Length"] = str(len(body))
            out["Vary"] = "Accept-Language"
            for header in ("etag", "last-modified"):
                del out[header]
        await send(start)
        await send({"type": "http.response.body", "body": body})


async def robots(_request: Request) -> PlainTextResponse:
    """Which addresses may be read by who lists pages? All."""
    return PlainTextResponse("User-agent: *\nAllow: /\n")


async def icon(_request: Request) -> Response:
    """What stands beside the name of such an answer? The icon of the pages."""
    return Response(_ICON, media_type="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})
