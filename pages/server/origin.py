"""Who may open a websocket: pages of this site, and what is no browser."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

REFUSED = 1008


class OwnOrigin:
    """Refuses the websocket of another site's page before Streamlit sees it.

    Streamlit would look whether the page is of this machine, by the address that the internet knows it under: it asks
    an outside host for that, and nobody is answered meanwhile.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on but the websockets of others."""
        if scope["type"] == "websocket" and not is_own(Headers(scope=scope)):
            await send({"type": "websocket.close", "code": REFUSED})
            return
        await self.app(scope, receive, send)


def is_own(headers: Headers) -> bool:
    """Does this websocket come from a page of this site, or from no page at all?

    Compared letter by letter, as Streamlit does first: what is equal here is never looked up there.

    >>> is_own(Headers({"host": "a.example", "origin": "https://a.example"}))
    True
    >>> is_own(Headers({"host": "a.example", "origin": "https://A.example"})), is_own(Headers({"host": "a.example"}))
    (False, True)
    """
    origins = headers.getlist("origin")
    if not origins or not config.get_option("server.enableCORS"):
        return True
    try:
        places = {urlsplit(origin).netloc for origin in origins}
    except ValueError:
        return False
    return places == {headers.get("host")}
