"""The site's Plotly is asked for together with the page, and kept by the browser for good."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.components.plot import BUNDLE

_FOR_GOOD = "public, max-age=31536000, immutable"  # its name has its version


class Hinted:
    """Tells browsers with every page which file its charts will need, and that this file never changes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on, with two headers more."""

        async def hinting(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = MutableHeaders(scope=message)
                if scope["path"].endswith(f"/app/static/{BUNDLE}"):
                    headers["Cache-Control"] = _FOR_GOOD
                elif headers.get("content-type", "").startswith("text/html"):
                    headers.append("Link", f"<app/static/{BUNDLE}>; rel=preload; as=script")
            await send(message)

        await self.app(scope, receive, hinting if scope["type"] == "http" else send)
