"""Files that readers hand in: taken only by a page that asks for one, from its own reader, and not without end."""

from __future__ import annotations

import re

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server.offers import OFFERS
from pages.signin.session import SIGNED_IN

_ADDRESS = re.compile(r"/_stcore/upload_file/([^/]+)/([^/]+)")


class Uploads:
    """Stands before Streamlit, which takes whatever anyone sends to any open page, and keeps it.

    What is refused is refused before a byte of it was read.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on but files that no page asked for; frees them with the page that did."""
        if scope["type"] == "websocket":
            try:
                await self.app(scope, receive, send)
            finally:
                OFFERS.close_left()
        elif scope["type"] == "http" and scope["path"].startswith("/_stcore/upload_file"):
            await self._file(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _file(self, scope: Scope, receive: Receive, send: Send) -> None:
        place = _ADDRESS.fullmatch(scope["path"])
        if scope["method"] not in ("PUT", "DELETE") or place is None:
            await PlainTextResponse("", status_code=405 if place else 404)(scope, receive, send)
            return
        page, file = place.groups()
        if not OFFERS.is_for(page, scope.get(SIGNED_IN, "")):
            await PlainTextResponse("This page takes no file.", status_code=403)(scope, receive, send)
        elif scope["method"] == "DELETE":
            await self.app(scope, receive, send)
            OFFERS.forget(page, file)
        elif refused := _room(scope, page, file):
            await refused(scope, receive, send)
        else:
            await self._take(scope, receive, send, page, file)

    async def _take(self, scope: Scope, receive: Receive, send: Send, page: str, file: str) -> None:
        taken = False

        async def watched(message: Message) -> None:
            nonlocal taken
            if message["type"] == "http.response.start":
                taken = message["status"] == 204
            await send(message)

        try:
            await self.app(scope, receive, watched)
        finally:
            if not taken:
                OFFERS.forget(page, file)
            OFFERS.close_left()  # its reader may have gone meanwhile


def _room(scope: Scope, page: str, file: str) -> PlainTextResponse | None:
    """What is answered where there is no room for this file?"""
    length = Headers(scope=scope).get("content-length", "")
    if not re.fullmatch(r"\d{1,12}", length):
        return PlainTextResponse("How long is it?", status_code=411)
    if not OFFERS.reserve(page, file, int(length)):
        return PlainTextResponse("No more files now.", status_code=429)
    return None
