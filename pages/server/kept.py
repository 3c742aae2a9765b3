"""The site's own Plotly is kept by browsers for good."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.components.sheet import BUNDLE

_FOR_GOOD = "public, max-age=31536000, immutable"  # its name has its version


class Kept:
    """Tells browsers that the file which draws the charts never changes, so that they never ask for it again.

    To name it together with the page, so that it is loaded sooner, brought nothing on any line.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on, with a header more for this one file."""
        if scope["type"] != "http" or not scope["path"].endswith(f"/app/static/{BUNDLE}"):
            await self.app(scope, receive, send)
            return

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                MutableHeaders(scope=message)["Cache-Control"] = _FOR_GOOD
            await send(message)

        await self.app(scope, receive, telling)
