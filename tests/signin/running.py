"""A site that asks people to sign in, with the provider where they do, for as long as a block runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.server import Server, free_port, serving
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


@contextmanager
def signing_in(folder: Path, *, local: Path | None = None) -> Iterator[tuple[Provider, Server]]:
    """Runs both on free ports of this machine; `local` is laid over the published record."""
    port = free_port()
    site = f"http://127.0.0.1:{port}"
    provider = Provider(free_port(), f"{site}/oauth2callback", folder / "provider.log")
    secrets = written(folder, provider=provider, site=site)
    try:
        provider.start()
        with serving(folder, local=local, secrets=secrets, port=port) as running:
            yield provider, running
    finally:
        provider.stop()


def written(folder: Path, *, provider: Provider, site: str) -> Path:
    """Writes down how people sign in at a site; in which file?"""
    file = folder / "secrets.toml"
    text = SECRETS.format(
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET,
        provider=provider.url,
        site=site,
        state=folder / "state",
    )
    file.write_text(text, encoding="utf-8")
    return file
