"""What the proxy keeps of pages: readers get their own language, choices and name; a publish shows within a second."""

from __future__ import annotations

import json
import re
import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from time import monotonic

import httpx2
import pytest

from deploy.vintages import current
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from tests.deploy.site import Deployed
from tests.faults.clock import guarded
from tests.faults.data import command, copied
from tests.signin.person import Person, why

PATH = "/trade-volume"
ROUNDS = 10
_TLS = ssl.create_default_context()
_TLS.check_hostname, _TLS.verify_mode = False, ssl.CERT_NONE
_CHOSEN = re.compile(r'aria-current="true">([^<]+)</a>')
_LANGUAGE = re.compile(r'<html lang="([^"]+)">')


@pytest.fixture
def client() -> Iterator[httpx2.Client]:
    with httpx2.Client(verify=_TLS, timeout=60) as running:
        yield running


def shown(client: httpx2.Client, place: str, **headers: str) -> str:
    """The page with its content; who asks while that takes long gets the open page alone."""
    end = monotonic() + 60
    while 'id="first"' not in (text := client.get(place, headers=headers).text):
        assert monotonic() < end, place
    return text


def passed_on(site: Deployed, path: str) -> int:
    """How many requests for this address reached a process?"""
    lines = [json.loads(line) for line in site.access().splitlines()]
    return len([line for line in lines if line["path"] == path and line["process"]])


def test_everybody_gets_their_own_language_and_choices(site: Deployed, client: httpx2.Client) -> None:
    wanted = [
        (f"{site.url}{PATH}{query}", accepted, code, Words(lang)(f"filter.{currency}"))
        for lang, code in zip(LANGUAGES, ("zh-CN", "en"), strict=True)
        for query, accepted, currency in (
            (f"?lang={lang}", "fr", "CNY"),
            (f"?lang={lang}&currency=USD", "fr", "USD"),
            ("", lang, "CNY"),
            ("?currency=USD", lang, "USD"),
        )
    ]
    for place, accepted, _, _ in wanted:
        shown(client, place, **{"Accept-Language": accepted})
    before = passed_on(site, PATH)
    for place, accepted, code, currency in wanted * ROUNDS:
        text = shown(client, place, **{"Accept-Language": accepted})
        assert (_LANGUAGE.findall(text), _CHOSEN.findall(text)) == ([code], [currency]), place
    assert passed_on(site, PATH) - before < len(wanted) * ROUNDS / 2, "most of them came from the proxy"


def test_what_is_kept_packed_is_not_for_who_wants_it_as_it_is(site: Deployed, client: httpx2.Client) -> None:
    place = f"{site.url}/outsourcing?lang=zh"
    for accepted, how in (("gzip", "gzip"), ("br, gzip;q=0", None), ("gzip", "gzip"), ("gzip; q=0.0", None)):
        answer = client.get(place, headers={"Accept-Encoding": accepted})
        assert answer.headers.get("content-encoding") == how, accepted
        assert "<h1" in answer.text


def test_a_publish_shows_within_a_second(site: Deployed, client: httpx2.Client, tmp_path: Path) -> None:
    place, vintage = f"{site.url}/outsourcing?lang=en", current(site.store)
    assert "USD 1.21bn" in shown(client, place)
    new = copied(tmp_path / "new", "1.21,9,USD", "1.35,9,USD")
    for arguments, old, now in (
        ([str(new)], "USD 1.21bn", "USD 1.35bn"),
        (["--back"], "USD 1.35bn", "USD 1.21bn"),
    ):
        assert command(site, *arguments).returncode == 0
        published, text = monotonic(), ""
        while now not in text:
            asked = monotonic() - published
            text = client.get(place).text
            assert asked < 1 or old not in text
            assert asked < 60
    assert current(site.store) == vintage


def test_a_page_of_who_signed_in_is_kept_nowhere(tmp_path: Path) -> None:
    with guarded(tmp_path, processes=1, by_clock=False) as (site, provider), ExitStack() as open_until_here:
        people = {name: Person(site.url) for name in ("wang", "li")}
        stranger, before = Person(site.url), passed_on(site, PATH)
        for person in (*people.values(), stranger):
            open_until_here.enter_context(person.http)
        for name, person in people.items():
            provider.says(name, roles=["reader"], name=f"Someone {name}")
            assert why(person.sign_in(name)) == ""
        for _ in range(ROUNDS):
            for name, person in people.items():
                text = shown(person.http, f"{site.url}{PATH}?lang=en")
                (other,) = set(people) - {name}
                assert f"Someone {name}" in text
                assert f"Someone {other}" not in text
            answer = stranger.get(f"{PATH}?lang=en")
            assert answer.status_code == 401
            assert "Someone" not in answer.text
        end = monotonic() + 30  # the proxy writes a line once the answer is gone
        while passed_on(site, PATH) - before < ROUNDS * (len(people) + 1):
            assert monotonic() < end
