"""How an answer travels: which state of the data it is of, whether the asker has it already, and packed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import time
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from lib.api.asked import Asked, asked, spoken
from lib.api.made import Made
from lib.facts.record import Record
from lib.words.problem import MIME, Problem
from pages.components.context import named_folder
from pages.server.beside import Beside, FullError
from pages.server.encoding import takes_gzip
from pages.server.memory import Kept
from pages.signin.session import SIGNED_IN_AS
from pages.signin.settings import settings

Make: TypeAlias = Callable[[str, Asked, Record], Made]
AT_ONCE, IN_LINE = 2, 64
OPEN, SIGNED_IN = "public, no-cache", "private, no-store"
"""Kept by who likes to, and asked anew each time, so that nobody is shown what was published before."""
_VARY = "Accept-Language, Accept-Encoding"


class Answered:
    """Answers what is below one address: from memory at once, else in a thread beside the loop that serves all."""

    def __init__(self, make: Make, *, below: str, at_once: int = AT_ONCE, in_line: int = IN_LINE) -> None:
        """`at_once` are made in threads, `in_line` wait for one; whoever comes then is told to come again."""
        self._make, self._below = make, below
        self._beside = Beside(at_once=at_once, in_line=in_line)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        request = Request(scope, receive)
        answer = await self._answer(request)
        if request.method == "HEAD":
            answer.body = b""
        await answer(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        pairs, accepted = request.query_params.multi_items(), request.headers.get("accept-language", "")
        try:
            if request.method not in ("GET", "HEAD"):
                raise Problem(405, "api.problem.method", allowed=("GET", "HEAD"))
            what = asked(pairs, accepted)
            path = request.scope["path"].removeprefix(self._below.rstrip("/")).lstrip("/")
            return sent(await self._beside.kept(self._make, folder_of(request), path, what), request)
        except Problem as problem:
            return _refused(problem, spoken(pairs, accepted))
        except FullError:
            return _refused(Problem(503, "api.problem.busy"), spoken(pairs, accepted))


def folder_of(request: Request) -> Path | None:
    """Which folder is laid over what is published for who asks? None but for analysts, where people sign in."""
    return named_folder() if settings() is None or request.scope.get(SIGNED_IN_AS) == "analyst" else None


def sent(kept: Kept, request: Request, *, vary: str = _VARY) -> Response:
    """Which response carries an answer? 304 to who has it; `vary` names the headers that it depends on."""
    is_open = settings() is None
    headers = {
        **(
            {"X-Accel-Expires": _this_second()} if is_open else {}
        ),  # first: nginx heeds whichever comes first
        "ETag": kept.tag,
        "Last-Modified": kept.modified,
        "Cache-Control": OPEN if is_open else SIGNED_IN,
        "Vary": vary,
        "X-Content-Type-Options": "nosniff",
    }
    if _has(kept, request):
        return Response(status_code=304, headers=headers)
    if kept.made.file:
        headers["Content-Disposition"] = f'inline; filename="{kept.made.file}"'
    content = kept.made.content
    if kept.packed and takes_gzip(request.headers.get("accept-encoding", "")):
        headers["Content-Encoding"], content = "gzip", kept.packed
    return Response(content, headers=headers, media_type=kept.made.mime)


def _this_second() -> str:
    """Until when does the site's own proxy hand an answer out without asking? While the clock shows this second.

    Of a number of seconds nginx makes one more: what was published would be seen after two.
    """
    return f"@{int(time())}"


def _has(kept: Kept, request: Request) -> bool:
    """Has who asks this already? A day is compared as it was given: data may be set back to what stood before."""
    tags = request.headers.get("if-none-match")
    if tags is not None:
        return tags.strip() == "*" or kept.tag in (tag.strip() for tag in tags.split(","))
    return request.headers.get("if-modified-since") == kept.modified


def _refused(problem: Problem, lang: str) -> Response:
    headers = {"Cache-Control": "no-store", "Vary": _VARY, "X-Content-Type-Options": "nosniff"}
    if problem.status == 503:
        headers["Retry-After"] = "5"
    if problem.status == 405:
        headers["Allow"] = ", ".join(problem.allowed)
    return Response(problem.content(lang), problem.status, headers, media_type=MIME)
