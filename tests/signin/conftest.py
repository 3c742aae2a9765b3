"""What the tests of the sign-in share: a real provider, and a site that asks people to sign in with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.server import Server, free_port, serving
from tests.signin.person import Person
from tests.signin.provider import CLIENT_ID, CLIENT_SECRET, Provider

SECRETS = """\
[auth]
client_id = "{client_id}"
client_secret = "{client_secret}"
server_metadata_url = "{provider}/.well-known/openid-configuration"
redirect_uri = "{site}/oauth2callback"
cookie_secret = "a secret of the tests that nobody has to guess"

[sign_in]
contact = "信息中心 8100"
state = "{state}"
"""


@pytest.fixture(scope="session")
def provider_and_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Provider, Server]]:
    """One of each for all tests of a run; every test signs in as somebody of its own."""
    folder = tmp_path_factory.mktemp("signin")
    port = free_port()
    site = f"http://127.0.0.1:{port}"
    provider = Provider(free_port(), f"{site}/oauth2callback", folder / "provider.log")
    secrets = folder / "secrets.toml"
    text = SECRETS.format(
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET,
        provider=provider.url,
        site=site,
        state=folder / "state",
    )
    secrets.write_text(text, encoding="utf-8")
    provider.start()
    try:
        with serving(folder, secrets=secrets, port=port) as running:
            yield provider, running
    finally:
        provider.stop()


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


@pytest.fixture
def state_of(tmp_path: Path) -> Path:
    return tmp_path / "state"
