"""The provider's answer to a sign-in: whose it is, and which session follows from it."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Mapping
from hmac import compare_digest
from secrets import token_urlsafe
from time import time
from typing import Any

from pages.signin.ended import ended
from pages.signin.provider import Provider
from pages.signin.refused import Refused
from pages.signin.role import role_of
from pages.signin.session import Attempt, Session
from pages.signin.settings import Settings
from pages.signin.token import LEEWAY_S

_NAMES = ("name", "preferred_username", "email")
_LONGEST_NAME = 60


async def arrived(
    answer: Mapping[str, str], attempt: Attempt | None, *, provider: Provider, how: Settings
) -> tuple[Session, str]:
    """Which session begins with the provider's answer, and with which id_token? Raises Refused.

    `answer` is the query of the address that the provider sent the reader back to. Each attempt counts once,
    whether or not the provider would take its code again.
    """
    if attempt is None:
        raise Refused("attempt", "no sign-in under way in this browser, or for too long")
    if not compare_digest(answer.get("state", "").encode(), attempt.state.encode()):
        raise Refused("attempt", "the state is not the one sent")
    if not await to_thread(ended(how.state).end, f"attempt {attempt.state}", until=attempt.until):
        raise Refused("attempt", "answered before")
    if error := answer.get("error"):
        raise Refused(
            "cancelled" if error == "access_denied" else "provider", f"the provider says {error!r:.60}"
        )
    clock, now = time(), ended(how.state).now()
    id_token, claims = await provider.who(answer.get("code", ""), attempt, now=clock)
    return _session(claims, how, now=now, longest=claims["exp"] + LEEWAY_S - clock), id_token


def _session(claims: Mapping[str, Any], how: Settings, *, now: float, longest: float) -> Session:
    role = role_of(claims, how)
    if role is None:
        raise Refused("role", "no role here")
    until = now + min(longest, how.longest_s)
    named = next((claims[name] for name in _NAMES if isinstance(claims.get(name), str)), "")
    shown = "".join(sign for sign in named if sign.isprintable())
    return Session(token_urlsafe(16), claims["sub"], shown[:_LONGEST_NAME], role, now, until)
