"""The first view of a page as an answer: made once for each state of the data and each address, then from memory."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qsl, quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from lib.api.made import MIME, Made
from lib.charts.card import Look
from lib.facts.record import Record
from lib.site.here import VIEWS, Here
from lib.site.markup.states import readable
from lib.site.states import noted
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from pages.components.context import current_with
from pages.server.answered import AT_ONCE, IN_LINE, SIGNED_IN, folder_of, sent
from pages.server.beside import Beside, FullError
from pages.server.first.document import with_lost, with_view
from pages.server.first.still import still_view
from pages.server.first.view import SESSION, first_view, lost_view
from pages.signin.cookies import session_in
from pages.signin.leave import sign_out_link
from pages.signin.settings import settings

Done = TypeVar("Done")
_MOST, _LONGEST = 30, 2000
"""What an address may ask for, and at what length: no page asks for more."""
WITHIN_S = 2.0
"""A first view that is made by then is sent. One that takes longer would keep its reader waiting, who gets
the open page alone, and the next one the first view, which is made all the same.
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a first view depends on beside its page and the record: language, choices, and what is laid over."""

    lang: str
    asked: tuple[tuple[str, str], ...]
    folder: Path | None
    base: str = ""
    view: str = VIEWS[0]


def view_of(query: str) -> str:
    """How is a page laid out: for the screen, as a slide, for paper? For the screen where nothing of this is asked."""
    views = [value for name, value in parse_qsl(query) if name == "view"]
    return views[-1] if views and views[-1] in VIEWS else VIEWS[0]


class FirstViews:
    """Makes first views in threads beside the loop that serves all, and keeps them."""

    def __init__(self) -> None:
        self._beside = Beside(at_once=AT_ONCE, in_line=IN_LINE)
        self._strangers = Beside(at_once=1, in_line=IN_LINE)
        self._under_way: set[asyncio.Task[Any]] = set()

    async def answer(self, page: str, lang: str, request: Request, view: str = VIEWS[0]) -> Response | None:
        """What is answered to this request for a page? None where it is to come without its content."""
        asked = _asked(request, lang)
        folder = folder_of(request)
        scheme = "https" if request.headers.get("x-forwarded-proto") == "https" else request.url.scheme
        base = f"{scheme}://{request.headers.get('host', '')[:_LONGEST]}"
        opened = Opened(lang, asked, folder, base, view)
        if view == VIEWS[0]:
            kept = await self._in_time(self._beside.kept(_made, folder, page, opened))
        else:
            try:
                kept = await self._beside.kept(_made, folder, page, opened)
            except FullError:
                return PlainTextResponse(Words(lang)("api.problem.busy"), 503, {"Retry-After": "5"})
        if kept is None:
            return None
        if settings() is None:
            return sent(kept, request)
        whole = _own(kept.made.content, request, lang)
        return Response(whole, media_type=MIME["html"], headers={"Cache-Control": SIGNED_IN})

    async def lost(self, lang: str, request: Request) -> Response | None:
        """What is answered where there is no such page? Kept nowhere: there is no end of such addresses."""
        path, asked, folder = (
            quote(request.scope["path"].strip("/")),
            _asked(request, lang),
            folder_of(request),
        )

        def work() -> bytes:
            key, record = current_with(folder)
            here = Here(record, Words(lang), Look(), key)
            view = lost_view(path if len(path) <= _LONGEST else "", here, dict(asked))
            return with_lost(lang, view).encode()

        made = await self._in_time(self._strangers.made(work))
        headers = {"Cache-Control": SIGNED_IN, "Vary": "Accept-Language", "X-Content-Type-Options": "nosniff"}
        if made is None:
            return None
        return Response(_own(made, request, lang), 404, headers, media_type=MIME["html"])

    async def _in_time(self, making: Coroutine[Any, Any, Done]) -> Done | None:
        """What is made, where it is soon enough."""
        work = asyncio.create_task(making)
        self._under_way.add(work)
        work.add_done_callback(self._ended)
        await asyncio.wait((work,), timeout=WITHIN_S)
        return work.result() if work.done() and not work.cancelled() and not work.exception() else None

    def _ended(self, work: asyncio.Task[Any]) -> None:
        self._under_way.discard(work)
        error = None if work.cancelled() else work.exception()
        if isinstance(error, Exception) and not isinstance(error, FullError):
            noted(error)


def _own(content: bytes, request: Request, lang: str) -> bytes:
    """The same for this reader alone: with the link by which they sign out."""
    how = settings()
    session = session_in(request.cookies, how) if how else None
    leave = sign_out_link(session, Words(lang)) if session else ""
    return content.replace(SESSION.encode(), leave.encode(), 1)


def _asked(request: Request, lang: str) -> tuple[tuple[str, str], ...]:
    """What is heeded of what an address asks for, beside the language that it gets? It is written into the page."""
    pairs = dict(parse_qsl(request.scope["query_string"].decode("latin-1"), keep_blank_values=True))
    if pairs.get("lang") == lang:
        del pairs["lang"]
    heeded = (
        (readable(name), readable(value)) for name, value in pairs.items() if len(name + value) <= _LONGEST
    )
    return tuple(heeded)[:_MOST]


def _made(page: str, opened: Opened, _record: Record) -> Made:
    key, record = current_with(opened.folder)
    here = Here(record, Words(opened.lang), Look(), key, opened.view, opened.base)
    asked = dict(opened.asked)
    if opened.view != VIEWS[0]:
        return Made(still_view(page, here, {"lang": opened.lang} | asked), MIME["html"])
    view = first_view(page, here, asked)
    return Made(with_view(page, opened.lang, view).encode(), MIME["html"])


def language_of(request: Request) -> str:
    """Which language does the address ask for, else the browser?"""
    asked = request.query_params.get("lang", "")
    if asked in LANGUAGES:
        return asked
    browser = request.headers.get("accept-language", "")
    return "en" if browser.lower().startswith("en") else "zh"
