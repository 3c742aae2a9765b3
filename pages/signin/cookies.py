"""The cookies of a sign-in: the session, each sign-in under way, and whom the provider is to sign out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from starlette.responses import Response

from pages.signin.session import ATTEMPT_S, Attempt, Session, opened, sealed
from pages.signin.settings import Settings

SIGN_OUT = "/auth/logout"
_HINT_BYTES = 3800
# A session that is over opens nothing; the browser keeps it a day more, so that the page can say why it asks again.
_TOLD_S = 24 * 60 * 60
# What a browser sends along with everything: a websocket is opened with 8 KB of cookies at most.
_ATTEMPTS_BYTES = 3000
_STATE_SHOWN = 12


def session_cookie(how: Settings) -> str:
    """What is the session's cookie called? Its prefix keeps other hosts of the domain from setting one."""
    return f"{'__Host-' if how.is_secure else ''}cq_session"


def attempt_cookie(how: Settings, state: str = "") -> str:
    """What is the cookie of a sign-in under way called? Each tab may have one of its own.

    Its prefix keeps other hosts of the domain from having a reader finish a sign-in that they began.
    """
    return f"{'__Host-' if how.is_secure else ''}cq_attempt_{state[:_STATE_SHOWN]}"


def hint_cookie(how: Settings) -> str:
    """What is the cookie called that tells the provider whom to sign out?"""
    return f"{'__Secure-' if how.is_secure else ''}cq_hint"


def session_in(cookies: Mapping[str, str], how: Settings) -> Session | None:
    """Which session do these cookies hold, current or not?"""
    return opened(Session, cookies.get(session_cookie(how), ""), how)


def attempt_in(cookies: Mapping[str, str], state: str, how: Settings, now: float) -> Attempt | None:
    """Which sign-in of this state is under way in this browser?"""
    found = opened(Attempt, cookies.get(attempt_cookie(how, state), ""), how)
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


def keep_attempt(
    answer: Response, attempt: Attempt, how: Settings, *, beside: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Puts a sign-in under way into the browser, beside those of other tabs; the oldest of them make room."""
    value = sealed(attempt, how)
    others = [name for name in beside if name.startswith(attempt_cookie(how))]
    found = {name: opened(Attempt, beside[name], how) for name in others}
    left = _ATTEMPTS_BYTES - len(value)
    for name in sorted(others, key=lambda one: -(other.until if (other := found[one]) else 0)):
        left -= len(name) + len(beside[name])
        if left < 0 or not found[name]:
            _put(answer, name, "", 0, "/", how)
    _put(answer, attempt_cookie(how, attempt.state), value, ATTEMPT_S, "/", how)


def forget_attempt(answer: Response, state: str, how: Settings) -> None:
    """Takes a sign-in under way out of the browser."""
    if state[:_STATE_SHOWN].replace("-", "").replace("_", "").isalnum() and state.isascii():
        _put(answer, attempt_cookie(how, state), "", 0, "/", how)


def forget_session(answer: Response, how: Settings) -> None:
    """Takes the session out of the browser."""
    _put(answer, session_cookie(how), "", 0, "/", how)
    _put(answer, hint_cookie(how), "", 0, SIGN_OUT, how)


def _put(answer: Response, name: str, value: str, seconds: int, path: str, how: Settings) -> None:
    answer.set_cookie(
        name, value, max_age=seconds, path=path, httponly=True, samesite="lax", secure=how.is_secure
    )
