"""By address: what other programs read, answered from memory where somebody asked for the same before."""

from __future__ import annotations

from starlette.routing import Route

from lib.api.answer import answer
from lib.api.embed import embed
from lib.api.feed import ADDRESS, feed
from lib.api.pictures import picture
from lib.site.forms import PICTURES
from pages.server.answered import Answered

DRAWN_IN_LINE = 4
"""Pictures are drawn one at a time, a second or two each: who comes after these is told to come again."""


def api_routes() -> list[Route]:
    """Which addresses are for other programs?"""
    pictures = Answered(picture, below="/api/", at_once=1, in_line=DRAWN_IN_LINE)
    rest = Answered(answer, below="/api/")
    return [
        *(Route(f"/api/charts/{{name:path}}.{form}", pictures) for form in PICTURES),
        Route("/api", rest),
        Route("/api/{rest:path}", rest),
        Route("/embed/{name:path}", Answered(embed, below="/embed/")),
        Route(ADDRESS, Answered(feed, below=ADDRESS)),
    ]
