"""What a provider says of a person in an id_token, believed only when every part of it holds."""

from __future__ import annotations

from collections.abc import Mapping
from hmac import compare_digest
from typing import Any, cast

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, KeySetSerialization

from pages.signin.refused import Refused

# Asymmetric only: with HS256 the client's secret would sign, with `none` nobody.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519")
LEEWAY_S = 30
_LONGEST_SUB = 255
_END_OF_TIME = 2**40  # neither NaN nor a number of 400 digits is below it


def verified(
    id_token: str, *, keys: Mapping[str, Any], issuer: str, client_id: str, nonce: str, now: float
) -> dict[str, Any]:
    """What does an id_token claim, once it is known to be the provider's, for us, for this sign-in, and of now?

    `keys` is the provider's key set as it publishes it; `now` is in seconds since 1970. Clocks may differ by
    `LEEWAY_S`. Raises Refused. See OpenID Connect Core 1.0, section 3.1.3.7; stricter in one point: a token
    for several audiences is refused even where `azp` is ours.
    """
    try:
        published = KeySet.import_key_set(cast(KeySetSerialization, keys))
        claims = jwt.decode(id_token, published, algorithms=ALGORITHMS).claims
    except (JoseError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused("token", f"the signature does not hold: {type(error).__name__}") from error
    if claims.get("iss") != issuer:
        raise Refused("token", "another issuer")
    if claims.get("aud") not in (client_id, [client_id]):
        raise Refused("token", "another audience, or several")
    if claims.get("azp", client_id) != client_id:
        raise Refused("token", "issued to another client")
    if not isinstance(claims.get("nonce"), str) or not compare_digest(claims["nonce"], nonce):
        raise Refused("token", "of another sign-in")
    if not is_name(claims.get("sub")):
        raise Refused("token", "names nobody")
    if seconds(claims, "exp") + LEEWAY_S <= now:
        raise Refused("expired", "expired")
    if max(seconds(claims, "iat"), seconds(claims, "nbf", 0)) - LEEWAY_S > now:
        raise Refused("expired", "not valid yet")
    return claims


def seconds(claims: Mapping[str, Any], name: str, default: float | None = None) -> float:
    """Which time does a claim name, in seconds since 1970? Raises Refused for what is none."""
    value = claims.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < _END_OF_TIME:
        raise Refused("token", f"{name} is no time")
    return float(value)


def is_name(sub: Any) -> bool:
    """Is this a name? At most 255 signs, no control sign or half of one: OpenID Connect Core 1.0, section 2."""
    return isinstance(sub, str) and 0 < len(sub) <= _LONGEST_SUB and sub.isprintable()
