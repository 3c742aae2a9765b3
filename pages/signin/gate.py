"""The gate: nothing of the site reaches anyone who has not signed in, whatever the address."""

from __future__ import annotations

import logging

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.signin.access import bearer
from pages.signin.cookies import session_in
from pages.signin.ended import ended
from pages.signin.programs import is_for_programs, refusal, who_asks
from pages.signin.refused import Refused
from pages.signin.routes import UNCACHED, Routes
from pages.signin.sent import Sent
from pages.signin.session import SIGNED_IN, SIGNED_IN_AS, Session
from pages.signin.settings import Settings
from pages.signin.socket import POLICY_VIOLATION, HeldSocket
from pages.signin.standing import stands

# What a proxy and a monitor ask, which have nobody to sign in; neither says anything of the data's content.
OPEN = frozenset({"/_stcore/health", "/_health"})
_LOG = logging.getLogger(__name__)


class Gate:
    """Lets a request or a websocket pass whose session stands, answers sign-in's own addresses, stops all else."""

    def __init__(self, app: ASGIApp, *, how: Settings) -> None:
        self._app = app
        self._how = how
        self._routes = Routes(how)
        self._sent = Sent()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request, one websocket, or the server's start and end."""
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] in OPEN:
            await self._app(scope, receive, send)
        elif own := self._routes.at(scope["path"]):
            request = Request(scope, receive)
            answer = await own(request) if request.method == "GET" else PlainTextResponse("", status_code=405)
            await answer(scope, receive, send)
        elif instead := await self._stopped(HTTPConnection(scope)):
            await instead(scope, receive, send)
        else:
            await self._app(scope, receive, _private(send))

    async def _stopped(self, request: HTTPConnection) -> Response | None:
        """What is answered instead of what was asked for? None for who has signed in, and may have it."""
        status, notice = 401, ""
        token = bearer(request.headers.get("authorization", ""))
        if token is not None and is_for_programs(request.scope["path"]):
            return await self._program(request, token)
        try:
            session = session_in(request.cookies, self._how)
            if session and await stands(session, self._how):
                request.scope[SIGNED_IN], request.scope[SIGNED_IN_AS] = session.id, session.role
                return None if self._sent.may_fetch(session, request.scope["path"]) else _unknown()
            if session:
                notice = "signin.ended"
        except Refused as refused:
            _LOG.error("nobody is let in: %s", refused.detail)
            status, notice = 503, "signin.refused.unavailable"
        if "text/html" in request.headers.get("accept", ""):
            return self._routes.ask(request, status=status, notice=notice)
        if is_for_programs(request.scope["path"]):
            return refusal(request, "unavailable" if status == 503 else "expired" if notice else None)
        return PlainTextResponse("Please sign in. 请先登录。", status_code=status, headers=UNCACHED)

    async def _program(self, request: HTTPConnection, token: str) -> Response | None:
        try:
            session = await who_asks(token, self._routes.provider, self._how)
        except Refused as refused:
            _LOG.warning("a program is refused (%s): %s", refused.reason, refused.detail)
            return refusal(request, refused.reason)
        request.scope[SIGNED_IN], request.scope[SIGNED_IN_AS] = session.id, session.role
        return None

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        session = session_in(HTTPConnection(scope).cookies, self._how)
        if session and await self._stands(session):
            now = ended(self._how.state).now
            told = self._sent.told(session, send)
            held = HeldSocket(session, receive, told, stands=self._stands, now=now)
            await held.run(self._app, scope)
        else:
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})

    async def _stands(self, session: Session) -> bool:
        try:
            return await stands(session, self._how)
        except Refused as refused:
            _LOG.error("nobody is let in: %s", refused.detail)
            return False


def _unknown() -> Response:
    return PlainTextResponse("File not found", status_code=404, headers=UNCACHED)


def _private(send: Send) -> Send:
    """Keeps what only signed-in readers get out of caches that readers share."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message.setdefault("headers", []))
            kept = headers.get("cache-control", "")
            if "public" in kept:
                headers["cache-control"] = kept.replace("public", "private")
        await send(message)

    return sent
