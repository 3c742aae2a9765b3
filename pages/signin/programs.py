"""Programs that ask: by the session of a reader's browser, or with an access token; they are told in JSON why not."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.responses import Response

from lib.words.problem import MIME, Problem
from pages.signin import address
from pages.signin.access import session_of
from pages.signin.ended import ended
from pages.signin.provider import Provider
from pages.signin.refused import Reason, Refused
from pages.signin.session import Session
from pages.signin.settings import Settings
from pages.signin.standing import stands

_BELOW = ("/api/", "/embed/", "/sdmx/")
_EXACT = ("/api", "/feed.atom")
_REALM = 'Bearer realm="chongqing-services-trade"'
_STATUS = {"role": 403, "down": 503, "provider": 503, "unavailable": 503}
_HEADERS = {"Cache-Control": "no-store", "Vary": "Authorization, Cookie, Accept-Language"}


def is_for_programs(path: str) -> bool:
    """Is this an address that programs ask?

    >>> is_for_programs("/api/datasets/talent.csv"), is_for_programs("/apis"), is_for_programs("/data")
    (True, False, False)
    """
    return path in _EXACT or path.startswith(_BELOW)


async def who_asks(token: str, provider: Provider, how: Settings) -> Session:
    """Who comes with this access token? Raises Refused for who may not come in, or no longer."""
    found = None
    for fresh_s in (60.0, 1.0):  # a key that is not known may have been published since
        issuer, keys = await provider.issuer_and_keys(fresh_s=fresh_s)
        try:
            found = session_of(token, keys=keys, issuer=issuer, how=how, now=ended(how.state).now())
            break
        except Refused as refused:
            if fresh_s == 1.0 or "signature" not in refused.detail:
                raise
    assert found
    if not await stands(found, how):
        raise Refused("expired", "ended")
    return found


def refusal(request: HTTPConnection, reason: Reason | None) -> Response:
    """What is answered to a program that may not have it? `reason` is None where it did not say who it is."""
    here = address.whole(request.scope["path"], request.scope["query_string"])
    lang = address.language(here, accepted=request.headers.get("accept-language", ""))
    status = _STATUS.get(reason or "", 401)
    key = {None: "nobody", "role": "role", "expired": "expired"}.get(
        reason, "token" if status == 401 else "later"
    )
    problem = Problem(status, f"signin.program.{key}")
    headers = dict(_HEADERS)
    if status == 503:
        headers["Retry-After"] = "5"
    else:
        error = "insufficient_scope" if status == 403 else "invalid_token"
        headers["WWW-Authenticate"] = f'{_REALM}, error="{error}"' if reason else _REALM
    return Response(problem.content(lang), status, headers, media_type=MIME)
