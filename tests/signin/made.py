"""Settings as an administrator would write them, for tests that need no server."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pages.signin.settings import Settings, read

SECRETS: dict[str, Any] = {
    "auth": {
        "client_id": "dashboard",
        "client_secret": "known to us and the provider",
        "server_metadata_url": "https://sso.example/.well-known/openid-configuration",
        "redirect_uri": "https://trade.example/oauth2callback",
        "cookie_secret": "a secret of the tests that nobody has to guess",
    }
}


def secrets(**sections: dict[str, Any]) -> dict[str, Any]:
    """Secrets that do, with these values put into their sections."""
    found = deepcopy(SECRETS)
    for name, values in sections.items():
        found[name] = found.get(name, {}) | values
    return found


def settings(**sections: dict[str, Any]) -> Settings:
    """What these secrets decide."""
    found = read(secrets(**sections))
    assert found
    return found
