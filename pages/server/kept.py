"""How long browsers keep what they were given: the site's own Plotly for good, files made for one reader not at all."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.site.still.document import BUNDLE

_FOR_GOOD = "public, max-age=31536000, immutable"  # its name has its version
_NOT_AT_ALL = "private, no-store"


class Kept:
    """Says so with the file that draws the charts, so that browsers never ask for it again, and with every download.

    To name the first together with the page, so that it is loaded sooner, brought nothing on any line.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on, with a header more for these files."""
        how = _how_long(scope["path"]) if scope["type"] == "http" else ""
        if not how:
            await self.app(scope, receive, send)
            return

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] < 300:
                MutableHeaders(scope=message)["Cache-Control"] = how
            await send(message)

        await self.app(scope, receive, telling)


def _how_long(path: str) -> str:
    if path.startswith("/media/"):
        return _NOT_AT_ALL
    return _FOR_GOOD if path.endswith(f"/app/static/{BUNDLE}") else ""
