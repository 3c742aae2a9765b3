"""An account of each request, without a word about who made it."""

from __future__ import annotations

import logging
from time import monotonic
from urllib.parse import parse_qs

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.site.here import VIEWS
from lib.site.pages import PATHS
from lib.words.messages import LANGUAGES, text_of
from pages.server.request_id import SHOWN, request_id

LOG = logging.getLogger("server.access")
_KNOWN = {"lang": LANGUAGES, "view": VIEWS}
_QUIET = ("/static/", "/_stcore/health", "/_health")
_OPAQUE = (
    "/media/",
    "/_stcore/upload_file/",
    "/app/static/",
    "/component/",
    "/_stcore/",
    "/api/",
    "/embed/",
    "/sdmx/",
)


class Accounted:
    """Writes a line for each request and each end of a websocket; what breaks is answered with its number."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on, and writes down how it ended."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        begun, status = monotonic(), 0

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            elif message["type"] == "websocket.accept":
                status = 101
            elif message["type"] == "websocket.close":
                status = message.get("code", 1000)
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception:
            LOG.exception("a request broke", extra={"fields": told(scope)})
            if scope["type"] == "http" and not status:
                await _apology()(scope, receive, watched)
        finally:
            if not scope["path"].startswith(_QUIET):
                ended = {"status": status, "seconds": round(monotonic() - begun, 3)}
                LOG.info(scope["type"], extra={"fields": told(scope) | ended})


def told(scope: Scope) -> dict[str, str]:
    """What of a request is written down? The page, its language and view; nothing that a reader made up.

    >>> told({"type": "http", "method": "GET", "path": "/talent", "query_string": b"lang=zh&q=someone"})
    {'method': 'GET', 'path': '/talent', 'lang': 'zh'}
    >>> told({"type": "websocket", "path": "/_stcore/stream", "query_string": b""})
    {'path': '/_stcore/stream'}
    >>> told({"type": "http", "method": "GET", "path": "/someone", "query_string": b"view=x"})
    {'method': 'GET', 'path': '/…'}
    """
    query = parse_qs(scope["query_string"].decode("latin-1"))
    kept = {name: query[name][0] for name, values in _KNOWN.items() if query.get(name, [""])[0] in values}
    method = {"method": scope["method"]} if "method" in scope else {}
    return {**method, "path": _path(scope["path"]), **kept}


def _path(path: str) -> str:
    if path.removeprefix("/") in PATHS or path in ("/_stcore/stream", "/feed.atom"):
        return path
    return next((f"{root}…" for root in _OPAQUE if path.startswith(root)), "/…")


def _apology() -> PlainTextResponse:
    number = request_id()[:SHOWN]
    texts = (text_of("states.incident", lang).format(number=number) for lang in LANGUAGES)
    return PlainTextResponse("\n\n".join(texts), status_code=500)
