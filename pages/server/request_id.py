"""One number for one request, in the proxy's log, in ours, and on the reader's screen."""

from __future__ import annotations

import re
import secrets
from contextvars import ContextVar

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.scriptrunner import get_script_run_ctx

HEADER = "X-Request-ID"
SHOWN = 8
"""How many of its 32 characters a reader is asked to pass on; the logs are searched by them."""

_FORM = re.compile(r"[0-9a-f]{32}")
_CURRENT: ContextVar[str] = ContextVar("request_id", default="")


class Numbered:
    """Takes the request's number from the proxy or makes one, and sends it back with the answer.

    The number stays among the headers of the request, so that a script finds that of its websocket there.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on, numbered."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        number = given if _FORM.fullmatch(given) else secrets.token_hex(16)
        MutableHeaders(scope=scope)[HEADER] = number
        _CURRENT.set(number)

        async def numbered(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.accept"):
                MutableHeaders(scope=message)[HEADER] = number
            await send(message)

        await self.app(scope, receive, numbered)


def request_id() -> str:
    """Which request is being answered? In a script that of its reader's websocket; blank where there is none."""
    if (number := _CURRENT.get()) or get_script_run_ctx(suppress_warning=True) is None:
        return number
    return st.context.headers.get(HEADER) or ""
