"""The addresses by which people sign in and out."""

from __future__ import annotations

import logging
from asyncio import to_thread
from collections.abc import Awaitable, Callable
from secrets import token_urlsafe
from urllib.parse import urlencode

from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response

from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from pages.signin import address, cookies
from pages.signin.arrival import arrived
from pages.signin.ended import ended
from pages.signin.page import SIGN_IN, sign_in_page
from pages.signin.provider import Provider
from pages.signin.refused import REASONS, Refused
from pages.signin.session import ATTEMPT_S, Attempt
from pages.signin.settings import CALLBACK, Settings
from pages.signin.standing import standing

REFUSED, SIGNED_OUT = "/auth/refused", "/auth/out"
UNCACHED = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
_LOG = logging.getLogger(__name__)
_STATUS = {"down": 503, "unavailable": 503}


class Routes:
    """Signing in, the provider's answer, signing out, and what is said where either fails."""

    def __init__(self, how: Settings) -> None:
        self._how = how
        self.provider = Provider(how)
        self._answers: dict[str, Callable[[Request], Awaitable[Response]]] = {
            SIGN_IN: self._start,
            CALLBACK: self._arrive,
            cookies.SIGN_OUT: self._leave,
            REFUSED: self._say_refused,
            SIGNED_OUT: self._say_signed_out,
        }

    def at(self, path: str) -> Callable[[Request], Awaitable[Response]] | None:
        """What answers this address? None for every other."""
        return self._answers.get(path)

    def ask(self, request: HTTPConnection, *, status: int = 401, notice: str = "") -> Response:
        """What is answered instead of a page? `notice` is the name of a message: what happened before."""
        back = address.local(address.whole(request.scope["path"], request.scope["query_string"]))
        return self._page(request, back=back, status=status, notice=notice)

    async def _start(self, request: Request) -> Response:
        back = address.local(request.query_params.get("back", ""))
        now = self._now()
        attempt = Attempt(token_urlsafe(24), token_urlsafe(24), token_urlsafe(48), back, now + ATTEMPT_S)
        try:
            if await standing(request.cookies, self._how):
                return _to(back)
            answer: Response = _to(await self.provider.sign_in_address(attempt))
        except Refused as refused:
            return self._refuse(refused, back)
        cookies.keep_attempt(answer, attempt, self._how, beside=request.cookies)
        return answer

    async def _arrive(self, request: Request) -> Response:
        state = request.query_params.get("state", "")
        attempt = cookies.attempt_in(request.cookies, state, self._how, self._now())
        if not {"code", "error"} & request.query_params.keys():
            return _to(_signed_out(state))  # back from signing out of the provider
        back = attempt.back if attempt else "/"
        try:
            session, id_token = await arrived(
                request.query_params, attempt, provider=self.provider, how=self._how
            )
            answer: Response = _to(back)
            cookies.keep_session(answer, session, id_token, self._how, now=self._now())
        except Refused as refused:
            answer = self._refuse(refused, back)
        cookies.forget_attempt(answer, state, self._how)
        return answer

    async def _leave(self, request: Request) -> Response:
        if not address.is_asked_here(request.headers):
            return _to("/")  # a link or a picture of another site, or of a sibling, does not sign anyone out
        session = cookies.session_in(request.cookies, self._how)
        answer: Response = _to(_signed_out(request.query_params.get("lang")))
        try:
            if session:
                await to_thread(ended(self._how.state).end, session.id, until=session.until)
                if place := await self.provider.sign_out_address():
                    answer = _to(self._sign_out_of_provider(place, request))
        except Refused as refused:
            _LOG.warning("signing out, not complete: %s", refused.detail)
            if refused.reason == "unavailable":
                answer = self._refuse(refused, "/")
        cookies.forget_session(answer, self._how)
        return answer

    def _sign_out_of_provider(self, place: str, request: Request) -> str:
        given = {"client_id": self._how.client_id, "post_logout_redirect_uri": self._how.redirect_uri}
        if lang := request.query_params.get("lang"):
            given["state"] = lang
        if hint := request.cookies.get(cookies.hint_cookie(self._how)):
            given["id_token_hint"] = hint
        return f"{place}{'&' if '?' in place else '?'}{urlencode(given)}"

    async def _say_refused(self, request: Request) -> Response:
        asked = request.query_params
        why = next((reason for reason in REASONS if reason == asked.get("why")), "provider")
        back = address.local(asked.get("back", ""))
        status = _STATUS.get(why, 403)
        return self._page(request, back=back, status=status, notice=f"signin.refused.{why}", refused=True)

    async def _say_signed_out(self, request: Request) -> Response:
        return self._page(request, back="/", status=200, notice="signin.signed_out")

    def _now(self) -> float:
        return ended(self._how.state).now()

    def _page(
        self, request: HTTPConnection, *, back: str, status: int, notice: str, refused: bool = False
    ) -> Response:
        here = address.whole(request.scope["path"], request.scope["query_string"])
        words = Words(address.language(here, back, accepted=request.headers.get("accept-language", "")))
        return sign_in_page(
            words,
            here=here,
            back=back,
            contact=self._how.contact,
            status=status,
            notice=words(notice) if notice else "",
            refused=refused,
        )

    def _refuse(self, refused: Refused, back: str) -> Response:
        _LOG.warning("sign-in refused (%s): %s", refused.reason, refused.detail)
        return _to(f"{REFUSED}?{urlencode({'why': refused.reason, 'back': back})}")


def _signed_out(lang: str | None) -> str:
    return f"{SIGNED_OUT}?{urlencode({'lang': lang})}" if lang in LANGUAGES else SIGNED_OUT


def _to(place: str) -> RedirectResponse:
    return RedirectResponse(place, status_code=303, headers=UNCACHED)
