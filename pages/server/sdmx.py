"""SDMX-REST 2 over HTTP: answered from memory, else in a thread beside the loop that serves all."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lib.api.made import Made
from lib.facts.record import Record
from lib.sdmx.answer import Answer, answer, busy
from lib.sdmx.question import Question, language
from pages.server.answered import folder_of, sent
from pages.server.beside import Beside, FullError

BASE = "/sdmx/v2"
_AT_ONCE, _IN_LINE = 1, 32
_VARY = "Accept, Accept-Language, Accept-Encoding"


class _NotAnswered(Exception):
    """What says why not; it is kept by nobody."""

    def __init__(self, told: Answer) -> None:
        super().__init__(str(told.status))
        self.told = told


class Sdmx:
    """Answers questions one at a time; the others stand in line, and who comes when it is long is told so."""

    def __init__(self) -> None:
        self._beside = Beside(at_once=_AT_ONCE, in_line=_IN_LINE)

    async def answer(self, request: Request) -> Response:
        """What is answered to one request?"""
        question = _question(request)
        try:
            kept = await self._beside.kept(_made, folder_of(request), question.path, question)
            return sent(kept, request, vary=_VARY)
        except _NotAnswered as stopped:
            return _refused(stopped.told)
        except FullError:
            return _refused(busy(question))


def sdmx_routes() -> list[Route]:
    """Which addresses speak SDMX?"""
    one = Sdmx()
    return [Route(BASE, one.answer), Route(f"{BASE}/{{rest:path}}", one.answer)]


def _question(request: Request) -> Question:
    query = request.scope["query_string"].decode("latin-1")
    wanted, read = request.headers.get("accept", ""), request.headers.get("accept-language", "")
    return Question(request.path_params.get("rest", ""), query, wanted, language(query, read))


def _made(_path: str, question: Question, record: Record) -> Made:
    told = answer(question, record)
    if told.status != 200:
        raise _NotAnswered(told)
    return Made(told.content, told.media)


def _refused(told: Answer) -> Response:
    headers = {"Cache-Control": "no-store", "Vary": _VARY, "X-Content-Type-Options": "nosniff"}
    if told.status == 503:
        headers["Retry-After"] = "5"
    # As a header of its own: what is given as a kind of text would have a charset put after it.
    return Response(told.content, told.status, headers | {"Content-Type": told.media})
