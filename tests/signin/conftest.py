"""What the tests of the sign-in share: a real provider, and a site that asks people to sign in with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.browser.server import Server
from tests.signin.person import Person
from tests.signin.provider import Provider
from tests.signin.running import signing_in


@pytest.fixture(scope="session")
def provider_and_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Provider, Server]]:
    """One of each for all tests of a run; every test signs in as somebody of its own."""
    with signing_in(tmp_path_factory.mktemp("signin")) as running:
        yield running


@pytest.fixture
def provider(provider_and_site: tuple[Provider, Server]) -> Provider:
    return provider_and_site[0]


@pytest.fixture
def site(provider_and_site: tuple[Provider, Server]) -> Server:
    return provider_and_site[1]


@pytest.fixture
def somebody(site: Server) -> Iterator[Callable[[], Person]]:
    """Makes people who are new to the site."""
    people: list[Person] = []

    def come() -> Person:
        people.append(Person(site.url))
        return people[-1]

    yield come
    for person in people:
        person.http.close()
