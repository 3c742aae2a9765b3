"""The three cookies of a sign-in: the session, the sign-in under way, and whom the provider is to sign out."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import Response

from pages.signin.session import ATTEMPT_S, Attempt, Session, opened, sealed
from pages.signin.settings import CALLBACK, Settings

SIGN_OUT = "/auth/logout"
_HINT_BYTES = 3800
# A session that is over opens nothing; the browser keeps it a day more, so that the page can say why it asks again.
_TOLD_S = 24 * 60 * 60


def session_cookie(how: Settings) -> str:
    """What is the session's cookie called? Its prefix keeps other hosts of the domain from setting one."""
    return f"{'__Host-' if how.is_secure else ''}cq_session"


def attempt_cookie(how: Settings) -> str:
    """What is the cookie of a sign-in under way called?"""
    return f"{'__Secure-' if how.is_secure else ''}cq_attempt"


def hint_cookie(how: Settings) -> str:
    """What is the cookie called that tells the provider whom to sign out?"""
    return f"{'__Secure-' if how.is_secure else ''}cq_hint"


def session_in(cookies: Mapping[str, str], how: Settings) -> Session | None:
    """Which session do these cookies hold, current or not?"""
    return opened(Session, cookies.get(session_cookie(how), ""), how)


def attempt_in(cookies: Mapping[str, str], how: Settings, now: float) -> Attempt | None:
    """Which sign-in is under way in this browser?"""
    found = opened(Attempt, cookies.get(attempt_cookie(how), ""), how)
    return found if found and now < found.until else None


def keep_session(answer: Response, session: Session, id_token: str, how: Settings, *, now: float) -> None:
    """Puts a session into the browser for as long as it lasts, in seconds since 1970.

    The id_token may carry hundreds of groups: it goes only to the address that signs out, and only if a browser
    takes a cookie of that length. Every other request stays small.
    """
    seconds = int(session.until - now)
    _put(answer, session_cookie(how), sealed(session, how), seconds + _TOLD_S, "/", how)
    if len(id_token) <= _HINT_BYTES:
        _put(answer, hint_cookie(how), id_token, seconds, SIGN_OUT, how)


def keep_attempt(answer: Response, attempt: Attempt, how: Settings) -> None:
    """Puts a sign-in under way into the browser, for the address of the provider's answer alone."""
    _put(answer, attempt_cookie(how), sealed(attempt, how), ATTEMPT_S, CALLBACK, how)


def forget_attempt(answer: Response, how: Settings) -> None:
    """Takes a sign-in under way out of the browser."""
    _put(answer, attempt_cookie(how), "", 0, CALLBACK, how)


def forget_session(answer: Response, how: Settings) -> None:
    """Takes the session out of the browser."""
    _put(answer, session_cookie(how), "", 0, "/", how)
    _put(answer, hint_cookie(how), "", 0, SIGN_OUT, how)


def _put(answer: Response, name: str, value: str, seconds: int, path: str, how: Settings) -> None:
    answer.set_cookie(
        name, value, max_age=seconds, path=path, httponly=True, samesite="lax", secure=how.is_secure
    )
