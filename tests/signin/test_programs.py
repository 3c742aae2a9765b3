"""Programs before the gate: by the session of a browser or with an access token of the provider, and with lies."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from time import time
from typing import Any

import httpx2
import pytest

from tests.catalog.test_overlay import rewritten
from tests.conftest import ROOT
from tests.signin.person import Person
from tests.signin.provider import CLIENT_ID
from tests.signin.running import signing_in

FACT = "/api/facts/offshore_outsourcing_executed.json"
ADDRESSES = (
    "/api/",
    "/api/openapi.json",
    FACT,
    "/api/datasets/talent.csv",
    "/embed/growth_base",
    "/feed.atom",
    "/sdmx/v2/structure/dataflow",
)


def claims_of(token: str) -> dict[str, Any]:
    part = token.split(".")[1]
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return found


def asked(site, path: str = FACT, token: str = "", **headers: str) -> httpx2.Response:
    given = {"Authorization": f"Bearer {token}"} if token else {}
    return httpx2.get(site.url + path, headers={"Accept": "*/*", **given, **headers}, timeout=30)


@pytest.mark.parametrize("path", ADDRESSES)
def test_who_does_not_say_who_they_are_gets_a_reason_and_nothing_else(site, path):
    answer = asked(site, path)
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"].startswith("Bearer realm=")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json()["code"] == "nobody"
    assert "请先登录" in answer.json()["detail"]
    assert "Sign in" in asked(site, path, **{"Accept-Language": "en"}).json()["detail"]


@pytest.mark.parametrize("path", ADDRESSES)
def test_an_access_token_of_the_provider_for_this_site_is_let_in(site, provider, path):
    answer = asked(site, path, provider.access_token(site.url, roles=["reader"]))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, no-store"


def test_the_session_of_a_browser_is_let_in(site, provider, somebody):
    provider.says("reader-of-figures", roles=["reader"])
    person = somebody()
    person.sign_in("reader-of-figures")
    answer = person.get(FACT)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "private, no-store")


def test_a_browser_that_has_not_signed_in_is_asked_to(site):
    answer = asked(site, FACT, Accept="text/html")
    assert answer.status_code == 401
    assert answer.headers["content-type"].startswith("text/html")


LIES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "another audience": ({"aud": "https://other.example"}, {}),
    "no audience": ({"aud": None}, {}),
    "a part of the audience": ({"aud": ["http://127.0.0.1"]}, {}),
    "another issuer": ({"iss": "https://sso.example"}, {}),
    "no issuer": ({"iss": None}, {}),
    "nobody": ({"sub": ""}, {}),
    "no client": ({"client_id": None}, {}),
    "no name of its own": ({"jti": None}, {}),
    "no end": ({"exp": None}, {}),
    "an end that is no time": ({"exp": "tomorrow"}, {}),
    "unsigned": ({}, {"signing": "none"}),
    "signed by another": ({}, {"signing": "forged"}),
    "signed by a key that is not published": ({}, {"signing": "unpublished"}),
    "signed with the client's secret": ({}, {"signing": "secret"}),
    "signed with the public key as a secret": ({}, {"signing": "public"}),
    "of no type": ({}, {"typ": None}),
    "an id_token's type": ({}, {"typ": "JWT"}),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_token_that_lies_is_refused(site, provider, lie):
    right = claims_of(provider.access_token(site.url, roles=["analyst"]))
    changed, how = LIES[lie]
    claims = {name: value for name, value in {**right, **changed}.items() if value is not None}
    answer = asked(site, token=provider.made(claims, **{"typ": "at+jwt", **how}))
    assert answer.status_code == 401
    assert 'error="invalid_token"' in answer.headers["www-authenticate"]
    assert answer.json()["code"] == "token"


def test_the_truth_in_the_same_words_is_let_in(site, provider):
    """So that the lies above are refused for what is false in them."""
    right = claims_of(provider.access_token(site.url, roles=["reader"]))
    assert asked(site, token=provider.made(right, typ="at+jwt")).status_code == 200
    several = {**right, "aud": ["https://other.example", site.url]}
    assert asked(site, token=provider.made(several, typ="application/at+jwt")).status_code == 200


@pytest.mark.parametrize("when", [{"exp": -60}, {"iat": 600}, {"nbf": 600}])
def test_a_token_out_of_its_time_is_refused_as_that(site, provider, when):
    right = claims_of(provider.access_token(site.url, roles=["reader"]))
    late = right | {name: int(time()) + seconds for name, seconds in when.items()}
    answer = asked(site, token=provider.made(late, typ="at+jwt"))
    assert (answer.status_code, answer.json()["code"]) == (401, "expired")


def test_an_id_token_opens_nothing(site, provider):
    claims = {"iss": provider.url, "aud": CLIENT_ID, "sub": "a", "roles": ["analyst"]}
    token = provider.made({**claims, "iat": int(time()), "exp": int(time()) + 600})
    assert asked(site, token=token).status_code == 401


@pytest.mark.parametrize("token", ["x", "a.b.c", "....."])
def test_what_is_no_token_is_refused(site, token):
    answer = asked(site, token=token)
    assert answer.status_code == 401


def test_a_token_opens_no_page_and_no_file(site, provider):
    token = provider.access_token(site.url, roles=["analyst"])
    for path in ("/", "/data", "/app/static/icon.svg", "/apix"):
        assert asked(site, path, token).status_code == 401


@pytest.fixture(scope="module")
def with_local_data(tmp_path_factory: pytest.TempPathFactory):
    """A site of its own, on which a folder with another value is laid over what is published."""
    folder: Path = tmp_path_factory.mktemp("programs")
    own = folder / "own"
    cells = {"value": 1.35, "lower": 1.345, "upper": 1.355}
    rewritten(ROOT / "data" / "outsourcing.parquet", own / "outsourcing.parquet", **cells)
    with signing_in(folder, local=own) as running:
        yield running


@pytest.mark.parametrize(("role", "value"), [("reader", "1.21"), ("analyst", "1.35")])
def test_local_data_is_for_analysts(with_local_data, role, value):
    provider, site = with_local_data
    token = provider.access_token(site.url, roles=[role])
    assert asked(site, token=token).json()["figures"][0]["value"] == value
    provider.says(f"{role}-by-cookie", roles=[role])
    person = Person(site.url)
    person.sign_in(f"{role}-by-cookie")
    assert person.get(FACT).json()["figures"][0]["value"] == value
    by_sdmx = "/sdmx/v2/data/dataflow/CQST/DF_OUTSOURCING?format=csv&detail=dataonly"
    for lines in (asked(site, by_sdmx, token).text, person.get(by_sdmx).text):
        assert (",1.35," in lines) == (role == "analyst")
        assert ("本地数据" in lines) == (role == "analyst")
    person.http.close()
