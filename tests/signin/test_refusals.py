"""Who is not let in by what a real provider says, and what they are told."""

from __future__ import annotations

from time import time
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.signin.person import SESSION, why

ANOTHER = "another-client"


def shifted(**seconds: float) -> dict[str, float]:
    """Times of a token, given in seconds from now."""
    return {name: int(time() + shift) for name, shift in seconds.items()}


WRONG = {
    "of another audience": ({"token": {"aud": ANOTHER}}, "token"),
    "of another audience, issued to us": ({"token": {"aud": ANOTHER, "azp": "dashboard"}}, "token"),
    "of two audiences": ({"token": {"aud": ["dashboard", ANOTHER], "azp": "dashboard"}}, "token"),
    "issued to another client": ({"token": {"azp": ANOTHER}}, "token"),
    "of another issuer": ({"token": {"iss": "https://evil.example"}}, "token"),
    "of another sign-in": ({"token": {"nonce": "another"}}, "token"),
    "of nobody": ({"token": {"sub": ""}}, "token"),
    "expired": ({"token": shifted(iat=-7200, exp=-3600)}, "expired"),
    "not valid yet": ({"token": shifted(iat=86_400, exp=90_000)}, "expired"),
    "without an end": ({"token": {"exp": None}}, "token"),
    "signed by another": ({"signing": "forged"}, "token"),
    "signed with a key not published": ({"signing": "unpublished"}, "token"),
    "not signed": ({"signing": "none"}, "token"),
    "signed with our own secret": ({"signing": "secret"}, "token"),
    "signed with the published key as a secret": ({"signing": "public"}, "token"),
    "missing": ({"signing": "missing"}, "provider"),
}


@pytest.mark.parametrize(("how", "reason"), WRONG.values(), ids=WRONG)
def test_nobody_comes_in_by_a_token(somebody, provider, how, reason):
    provider.says("mallory", roles=["analyst"], **how)
    person = somebody()
    answer = person.sign_in("mallory")
    assert why(answer) == reason
    assert SESSION not in person.http.cookies
    assert person.get("/").status_code == 401


@pytest.mark.parametrize("seconds", [-20, 20])
def test_a_clock_that_is_a_little_off_lets_people_in(somebody, provider, seconds):
    provider.says("skewed", token=shifted(iat=seconds, nbf=seconds, exp=3600 + seconds))
    person = somebody()
    person.sign_in("skewed")
    assert person.get("/").status_code == 200


def test_a_replayed_answer_brings_no_second_session(somebody, provider):
    provider.says("twice")
    person = somebody()
    callback = person.callback("twice")
    attempt = next(f"{name}={text}" for name, text in person.http.cookies.items() if "attempt" in name)
    assert why(person.http.get(callback)) == ""
    other = somebody()
    assert why(other.get(callback.removeprefix(person.site), Cookie=attempt)) == "attempt"
    assert other.get("/").status_code == 401


@pytest.mark.parametrize("state", ["", "another"])
def test_an_answer_to_another_question_brings_no_session(somebody, provider, state):
    provider.says("changed")
    person = somebody()
    callback = urlsplit(person.callback("changed"))
    code = parse_qs(callback.query)["code"][0]
    assert why(person.get(f"/oauth2callback?code={code}&state={state}")) == "attempt"
    assert person.get("/").status_code == 401


def test_an_answer_in_another_browser_brings_no_session(somebody, provider):
    """Otherwise somebody could be signed in as somebody else by following a link."""
    provider.says("lured")
    callback = somebody().callback("lured")
    other = somebody()
    assert why(other.http.get(callback)) == "attempt"
    assert other.get("/").status_code == 401


def test_who_is_refused_is_told_so_and_is_not_sent_round_again(somebody, provider):
    person = somebody()
    answer = person.sign_in("", back="/talent?lang=en")
    assert why(answer) == "cancelled"
    page = person.get(answer.headers["location"])
    assert page.status_code == 403
    assert not page.has_redirect_location
    assert "http-equiv" not in page.text
    assert "<script" not in page.text
    assert "The sign-in was cancelled" in page.text
    assert 'href="/auth/login?back=%2Ftalent%3Flang%3Den&amp;lang=en"' in page.text


@pytest.mark.parametrize(
    "reason", ["cancelled", "provider", "down", "attempt", "token", "expired", "role", "unavailable", "<b>"]
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_refusal_is_a_sentence_in_either_language(somebody, reason, lang):
    page = somebody().http.get(f"{somebody().site}/auth/refused", params={"why": reason, "lang": lang})
    assert page.status_code in (403, 503)
    assert {"zh": "未能登录", "en": "Sign-in did not succeed"}[lang] in page.text
    assert "信息中心 8100" in page.text
    assert "<b>" not in page.text


def test_the_log_names_the_fault_and_not_the_person(somebody, provider, site):
    provider.says("zhang-san-in-room-7731", token={"aud": "yet-another"}, name="Zhang San in room 7731")
    somebody().sign_in("zhang-san-in-room-7731")
    assert "sign-in refused (token): another audience, or several" in site.log()
    assert "room" not in site.log()
