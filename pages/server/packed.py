"""Scripts and styles leave the server compressed, each packed once."""

from __future__ import annotations

import gzip

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.site.still.document import BUNDLE
from pages.server.encoding import takes_gzip
from pages.server.whole import whole

_KINDS = ("text/javascript", "application/javascript", "text/css", "image/svg+xml", "application/json")
_SMALLEST = 1000


class Packed:
    """Hands out the front end's files in a third of their size, from memory.

    Streamlit sends its own as they are, for it would pack them anew for each reader, and packs the file that draws the
    charts anew for each: a tenth of a second in which nobody else is answered. These files never change while the
    server runs, there are some hundred of them, and packed they are 3 MB in all.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._kept: dict[str, tuple[Message, bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers with the packed file where one was asked for that may be packed; passes all else on."""
        if scope["type"] == "http" and not takes_gzip(Headers(scope=scope).get("accept-encoding", "")):
            # Whoever packs further in looks for the name alone.
            bare = [(name, text) for name, text in scope["headers"] if name != b"accept-encoding"]
            await self.app(dict(scope, headers=bare), receive, send)
            return
        if not _may_be_packed(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self._kept:
            start, body = await whole(self.app, scope, without=(b"accept-encoding",))
            if not _is_worth_it(start, body):
                await send(start)
                await send({"type": "http.response.body", "body": body})
                return
            packed = await to_thread.run_sync(lambda: gzip.compress(body, mtime=0))
            headers = MutableHeaders(scope=start)
            headers["Content-Encoding"] = "gzip"
            headers["Content-Length"] = str(len(packed))
            headers["Vary"] = "Accept-Encoding"
            self._kept[path] = start, packed
        start, packed = self._kept[path]
        await send(dict(start, headers=list(start["headers"])))
        await send({"type": "http.response.body", "body": packed})


def _may_be_packed(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    path = scope["path"]
    if not path.startswith("/static/") and not path.endswith(f"/app/static/{BUNDLE}"):
        return False
    headers = Headers(scope=scope)
    return not any(name in headers for name in ("range", "if-none-match", "if-modified-since"))


def _is_worth_it(start: Message, body: bytes) -> bool:
    kind = Headers(scope=start).get("content-type", "").partition(";")[0]
    return start["status"] == 200 and kind in _KINDS and len(body) >= _SMALLEST
