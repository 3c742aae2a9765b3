"""A provider that is down, or hangs: who wants to sign in is told so, and who has signed in notices nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from time import monotonic

import pytest

from tests.signin.person import why

PATIENCE_S = 12.0


@pytest.fixture
def is_down(provider):
    provider.stop()
    yield
    provider.start()


@pytest.fixture
def hangs(provider):
    provider.halt()
    yield
    provider.resume()


@pytest.fixture
def reader(somebody, provider):
    """Somebody who signed in while the provider still answered."""
    provider.says("early")
    person = somebody()
    person.sign_in("early")
    return person


@pytest.fixture
def waiting(somebody, provider):
    """Somebody who is on the way back from the provider when it goes, and the address that they come back to."""
    provider.says("late")
    person = somebody()
    return person, person.callback("late")


def is_told(fresh):
    """Is somebody who wants to sign in told that they cannot, with the way back to their page?"""
    with fresh.http:
        end = monotonic() + PATIENCE_S
        while not why(start := fresh.get("/auth/login?back=%2Ftalent%3Flang%3Den")):
            assert monotonic() < end, "what is known of the provider is asked for anew after a second"
        page = fresh.get(start.headers["location"])
        assert page.status_code == 503
        assert "does not answer at the moment" in page.text
        assert "back=%2Ftalent%3Flang%3Den" in page.text
    return True


def test_down(reader, waiting, somebody, is_down):
    person, callback = waiting
    assert why(person.http.get(callback)) == "down"
    assert is_told(somebody())
    assert reader.get("/").status_code == 200
    with reader.socket():
        assert reader.get("/auth/logout").headers["location"] == "/auth/out"
    assert reader.get("/").status_code == 401


def test_hanging(reader, waiting, somebody, hangs):
    person, callback = waiting
    begun = monotonic()
    with ThreadPoolExecutor(2) as others:
        told, back = others.submit(is_told, somebody()), others.submit(person.http.get, callback)
        while not (told.done() and back.done()):
            before = monotonic()
            assert reader.get("/").status_code == 200
            assert monotonic() - before < 3, "nobody else waits"
    assert told.result()
    assert why(back.result()) == "down"
    assert monotonic() - begun < PATIENCE_S


def test_back_by_itself(somebody, provider):
    provider.says("again")
    person = somebody()
    person.sign_in("again")
    assert person.get("/").status_code == 200
