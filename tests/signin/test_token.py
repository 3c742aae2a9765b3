"""Which tokens are believed. What a real provider can get wrong is tried in test_refusals.py; this is the rest."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, Key, KeySet, OKPKey, RSAKey

from pages.signin.refused import Refused
from pages.signin.token import ALGORITHMS, verified

NOW = 1_000_000
CLAIMS = {"iss": "https://sso", "aud": "us", "sub": "wang", "nonce": "n", "iat": NOW - 10, "exp": NOW + 600}
RSA = RSAKey.generate_key(2048, {"kid": "k"})
KEYS: dict[str, Key] = {
    "RS": RSA,
    "PS": RSA,
    "ES256": ECKey.generate_key("P-256", {"kid": "k"}),
    "ES384": ECKey.generate_key("P-384", {"kid": "k"}),
    "ES512": ECKey.generate_key("P-521", {"kid": "k"}),
    "Ed": OKPKey.generate_key("Ed25519", {"kid": "k"}),
}


def token(key: Key = RSA, alg: str = "RS256", **claims: Any) -> str:
    return jwt.encode({"alg": alg, "kid": "k"}, CLAIMS | claims, key, algorithms=[alg])


def check(text: str, *keys: Key, **expected: Any) -> dict[str, Any]:
    published = KeySet(list(keys) or [RSA]).as_dict()
    asked = {"issuer": "https://sso", "client_id": "us", "nonce": "n", "now": NOW} | expected
    return verified(text, keys=published, **asked)


@pytest.mark.parametrize("alg", ALGORITHMS)
def test_every_algorithm_that_is_taken_works(alg):
    key = next(key for name, key in KEYS.items() if alg.startswith(name))
    assert check(token(key, alg), key) == CLAIMS
    with pytest.raises(Refused):
        check(
            token(
                type(key).generate_key(2048 if isinstance(key, RSAKey) else key.curve_name, {"kid": "k"}), alg
            ),
            key,
        )


def test_none_of_them_shares_a_secret():
    assert not [alg for alg in ALGORITHMS if alg.startswith("HS") or alg.lower() == "none"]


@pytest.mark.parametrize(
    "claims", [{"aud": ["us"]}, {"azp": "us"}, {"nbf": NOW}, {"exp": NOW - 29}, {"iat": NOW + 30}]
)
def test_what_the_standard_leaves_open_is_taken(claims):
    assert check(token(**claims))["sub"] == "wang"


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"aud": []}, "token"),
        ({"aud": ["us", "us"]}, "token"),
        ({"aud": "us2"}, "token"),
        ({"aud": None}, "token"),
        ({"azp": ["us"]}, "token"),
        ({"azp": None}, "token"),
        ({"iss": "https://sso/"}, "token"),
        ({"iss": ["https://sso"]}, "token"),
        ({"nonce": None}, "token"),
        ({"nonce": ["n"]}, "token"),
        ({"sub": 7}, "token"),
        ({"exp": str(NOW + 600)}, "token"),
        ({"exp": float("nan")}, "token"),
        ({"exp": float("inf")}, "token"),
        ({"exp": 10**400}, "token"),
        ({"iat": -1}, "token"),
        ({"sub": "x" * 256}, "token"),
        ({"sub": "a\x00b"}, "token"),
        ({"exp": True}, "token"),
        ({"iat": None}, "token"),
        ({"nbf": "soon"}, "token"),
        ({"exp": NOW - 30}, "expired"),
        ({"nbf": NOW + 31}, "expired"),
        ({"iat": NOW + 31}, "expired"),
    ],
    ids=str,
)
def test_what_is_not_plain_is_refused(claims, reason):
    with pytest.raises(Refused) as refused:
        check(token(**claims))
    assert refused.value.reason == reason


@pytest.mark.parametrize("text", ["", "a.b.c", "e30.e30.", "." * 5, "é.é.é", token()[:-2], token() + "A"])
def test_rubbish_is_refused(text):
    with pytest.raises(Refused) as refused:
        check(text)
    assert refused.value.reason == "token"


@pytest.mark.parametrize(
    "keys", [{}, {"keys": []}, {"keys": [{}]}, {"keys": [{"kty": "x"}]}, {"keys": "x"}, {"keys": None}]
)
def test_a_provider_that_publishes_no_key_lets_nobody_in(keys):
    with pytest.raises(Refused):
        verified(token(), keys=keys, issuer="https://sso", client_id="us", nonce="n", now=NOW)


def test_the_key_is_found_among_others():
    other = RSAKey.generate_key(2048, {"kid": "old"})
    assert check(token(), other, RSA)["sub"] == "wang"
    with pytest.raises(Refused):
        check(token(), other)


@pytest.mark.parametrize("inside", ["[" * 100_000, '{"a":' * 100_000])
def test_what_is_nested_without_end_is_no_token(inside):
    parts = token().split(".")
    parts[1] = urlsafe_b64encode(inside.encode()).decode().rstrip("=")
    with pytest.raises(Refused) as refused:
        check(".".join(parts))
    assert refused.value.reason == "token"
