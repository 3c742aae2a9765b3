"""What stands between the network and the pages: every request passes through these, outermost first."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.routing import Route

from pages.server.access import Accounted
from pages.server.addresses import FlatAddresses
from pages.server.api import api_routes
from pages.server.bodiless import Bodiless
from pages.server.health import HEALTH, health
from pages.server.introduced import ICON, ROBOTS, Introduced, icon, robots
from pages.server.kept import Kept
from pages.server.origin import OwnOrigin
from pages.server.paced import Paced
from pages.server.packed import Packed
from pages.server.request_id import Numbered
from pages.server.sdmx import sdmx_routes
from pages.server.uploads import Uploads
from pages.signin.middleware import gate


def middleware() -> list[Middleware]:
    """What does every request pass through?"""
    return [
        Middleware(Numbered),
        Middleware(Accounted),  # before the gate, so that what it refuses is in the log as well
        Middleware(OwnOrigin),
        Middleware(Paced),
        *gate(),
        Middleware(Uploads),
        Middleware(Bodiless),
        Middleware(FlatAddresses),
        Middleware(Introduced),
        Middleware(Packed),
        Middleware(Kept),
    ]


def routes() -> list[Route]:
    """Which addresses are answered that are no page?"""
    return [Route(HEALTH, health), Route(ROBOTS, robots), Route(ICON, icon), *api_routes(), *sdmx_routes()]
