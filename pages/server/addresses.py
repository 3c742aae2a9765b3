"""Addresses below an address: the site has none."""

from __future__ import annotations

import re

from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

_ROOTS = ("_stcore", "static", "media", "component", "app", "api", "embed", "sdmx")
# Where Streamlit's page looks for its server before it tries the root; only at the root is there one.
_PROBE = re.compile(r"^/[^/]+/_stcore/(?:health|host-config)$")


class FlatAddresses:
    """Keeps addresses to one part, as all of the site's are.

    Streamlit's page first looks for its server below the address that it was opened at, and takes the root
    when that fails; 304 fails as 404 does, without an error in the reader's console. An address of several
    parts would stay blank, since the page would load its scripts from below it: its last part is answered. So is
    the one part of an address with a slash after it.
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
        parts = [part for part in path.split("/") if part]
        if not parts or parts[0] in _ROOTS or path == f"/{parts[0]}":
            return None
        query = scope["query_string"].decode("latin-1")
        return RedirectResponse(f"/{parts[-1]}{'?' if query else ''}{query}", status_code=307)
