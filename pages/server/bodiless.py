"""HEAD is answered as GET is, without what was asked for itself."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Bodiless:
    """Has everything behind it asked by GET, and keeps the body of the answer back.

    So status and headers are those of GET, and its 304, whoever answers: Streamlit knows nothing of the first views.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on, HEAD as GET."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def without(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(message)

        await self.app(dict(scope, method="GET"), receive, without)
        await send({"type": "http.response.body", "body": b""})
