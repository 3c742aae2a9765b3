"""An access token of the provider, in the header of a program that asks: RFC 9068, believed when all of it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, KeySetSerialization

from pages.signin.refused import Refused
from pages.signin.role import role_of
from pages.signin.session import Session
from pages.signin.settings import Settings
from pages.signin.token import ALGORITHMS, LEEWAY_S, is_name, seconds

_TYPES = ("at+jwt", "application/at+jwt")
_LONGEST = 16_000


def bearer(header: str) -> str | None:
    """Which token does an Authorization header carry? None where it is of another scheme.

    >>> bearer("Bearer abc"), bearer("bearer  abc "), bearer("Basic abc"), bearer("")
    ('abc', 'abc', None, None)
    """
    scheme, _, token = header.strip().partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def session_of(token: str, *, keys: Mapping[str, Any], issuer: str, how: Settings, now: float) -> Session:
    """Who comes with an access token, as what, and until when?

    `keys` is the provider's key set, `now` in seconds since 1970. Raises Refused: `token` for what is no access token
    of this provider for this site, `expired`, and `role` for who may not read.
    """
    claims = _claims(token, keys)
    if claims.get("iss") != issuer:
        raise Refused("token", "another issuer")
    audience = claims.get("aud")
    if how.audience not in (audience if isinstance(audience, list) else [audience]):
        raise Refused("token", "another audience")
    if not all(is_name(claims.get(name)) for name in ("sub", "client_id", "jti")):
        raise Refused("token", "names nobody, no client, or not itself")
    since, until = seconds(claims, "iat"), seconds(claims, "exp")
    if until + LEEWAY_S <= now:
        raise Refused("expired", "expired")
    if max(since, seconds(claims, "nbf", 0)) - LEEWAY_S > now:
        raise Refused("expired", "not valid yet")
    role = role_of(claims, how)
    if role is None:
        raise Refused("role", "has no role that may read")
    return Session(claims["jti"], claims["sub"], "", role, since, until + LEEWAY_S)


def _claims(token: str, keys: Mapping[str, Any]) -> dict[str, Any]:
    if len(token) > _LONGEST:
        raise Refused("token", "too long")
    try:
        published = KeySet.import_key_set(cast(KeySetSerialization, keys))
        found = jwt.decode(token, published, algorithms=ALGORITHMS)
    except (JoseError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused("token", f"the signature does not hold: {type(error).__name__}") from error
    if str(found.header.get("typ", "")).lower() not in _TYPES:
        raise Refused("token", "no access token by its type")
    return found.claims
