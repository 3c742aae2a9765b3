"""What the server does before the first reader comes, and with addresses below an address."""

from __future__ import annotations

import gc
import inspect
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager

from pages.components.prepare import prepare
from pages.server.hints import Hinted
from pages.signin.middleware import gate

_ROOTS = ("_stcore", "static", "media", "component", "app")
# Where Streamlit's page looks for its server before it tries the root; only at the root is there one.
_PROBE = re.compile(r"^/[^/]+/_stcore/(?:health|host-config)$")
_DEEP = re.compile(r"^/([^/]+)/.*?([^/]*)/?$")


class FlatAddresses:
    """Keeps addresses to one part, as all of the site's are.

    Streamlit's page first looks for its server below the address that it was opened at, and takes the root
    when that fails; 304 fails as 404 does, without an error in the reader's console. An address of several
    parts would stay blank, since the page would load its scripts from below it: its last part is answered.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers here what is not to reach the page, and passes on everything else."""
        answer = self._instead(scope) if scope["type"] == "http" else None
        await (answer or self.app)(scope, receive, send)

    @staticmethod
    def _instead(scope: Scope) -> Response | None:
        path = scope["path"]
        if _PROBE.match(path):
            return Response(status_code=304)
        deep = _DEEP.match(path)
        if not deep or deep[1] in _ROOTS:
            return None
        query = scope["query_string"].decode("latin-1")
        return RedirectResponse(f"/{deep[2]}{'?' if query else ''}{query}", status_code=307)


def middleware() -> list[Middleware]:
    """What does every request pass through?"""
    return [*gate(), Middleware(FlatAddresses), Middleware(Hinted)]


@asynccontextmanager
async def warm_up(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Loads what the first reader would otherwise wait for, and keeps it out of later collections."""
    # Without this the first session of a fresh server is sent to pages by their file names, and told that
    # a page which is there was not found. Set by st.navigation itself from the second session on.
    PagesManager.uses_pages_directory = False
    prepare()
    inspect.stack()  # the first run looks at it, and the first look of a process takes a tenth of a second
    gc.collect()
    gc.freeze()
    yield {}
