"""What stands between the network and the pages: every request passes through these, outermost first."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.routing import Route

from pages.server.access import Accounted
from pages.server.addresses import FlatAddresses
from pages.server.health import HEALTH, health
from pages.server.kept import Kept
from pages.server.packed import Packed
from pages.server.request_id import Numbered
from pages.signin.middleware import gate


def middleware() -> list[Middleware]:
    """What does every request pass through?"""
    return [
        Middleware(Numbered),
        Middleware(Accounted),  # before the gate, so that what it refuses is in the log as well
        *gate(),
        Middleware(FlatAddresses),
        Middleware(Packed),
        Middleware(Kept),
    ]


def routes() -> list[Route]:
    """Which addresses are answered that are no page?"""
    return [Route(HEALTH, health)]
