"""What the administrator decided about signing in, checked once before anyone is served."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import streamlit as st
from streamlit import config

CALLBACK = "/oauth2callback"
_NEEDED = ("client_id", "client_secret", "server_metadata_url", "redirect_uri", "cookie_secret")
_AUTH = {*_NEEDED, "client_kwargs"}
_ASKED = {"scope", "prompt", "token_endpoint_auth_method"}
_ROLES = {"claim", "reader", "analyst", "others"}
_SIGN_IN = {"longest_minutes", "contact", "state", "audience"}
_SECRET_LENGTH = 32
_VARIABLE = "STREAMLIT_SECRETS_FILES"
_HERE = {"localhost", "127.0.0.1", "::1"}


class Misconfigured(ValueError):
    """Secrets by which nobody can be told apart safely: the server does not start with them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How people sign in here. Lifetimes are in seconds; `audience` is what access tokens of programs are for."""

    client_id: str
    client_secret: str
    server_metadata_url: str
    redirect_uri: str
    cookie_secret: str
    scope: str
    prompt: str | None
    client_auth: str
    claim: str
    reader: frozenset[str]
    analyst: frozenset[str]
    others: Literal["reader", "refuse"]
    longest_s: float
    contact: str
    state: Path
    audience: str

    @property
    def is_secure(self) -> bool:
        """Do readers come by https? Only this machine's own browser may come without."""
        return self.redirect_uri.startswith("https://")


@cache
def settings() -> Settings | None:
    """How do people sign in here? None where nobody has to.

    Raises Misconfigured, so that a mistake in the secrets never opens the site. Read once: a change needs a restart.
    """
    paths = [Path(name) for name in config.get_option("secrets.files")]
    there = [path for path in paths if path.exists()]
    is_set = config.is_manually_set("secrets.files")
    if _VARIABLE in os.environ and not is_set:
        raise Misconfigured(
            f"{_VARIABLE} is read by `streamlit run` alone; name the file in .streamlit/config.toml"
        )
    if is_set and len(there) < len(paths):
        missing = next(path for path in paths if path not in there)
        raise Misconfigured(f"secrets.files names {missing}, which is not there")
    if not st.secrets.load_if_toml_exists():
        if there:
            raise Misconfigured(f"the secrets cannot be read: {', '.join(map(str, there))}")
        return None
    return read(st.secrets.to_dict())


def read(secrets: Mapping[str, Any]) -> Settings | None:
    """How do people sign in with these secrets? None without `[auth]`; raises Misconfigured.

    >>> read({"other": 1}) is None
    True
    """
    if "auth" not in secrets:
        for name in ("roles", "sign_in"):
            if name in secrets:
                raise Misconfigured(f"[{name}] stands in the secrets, but there is no [auth]")
        return None
    auth = _section(secrets, "auth", _AUTH)
    asked = _section(auth, "client_kwargs", _ASKED, within="auth.")
    roles = _section(secrets, "roles", _ROLES)
    sign_in = _section(secrets, "sign_in", _SIGN_IN)
    for name in _NEEDED:
        if not isinstance(auth.get(name), str) or not auth[name]:
            raise Misconfigured(f"[auth] needs {name}, a text")
    if len(auth["cookie_secret"]) < _SECRET_LENGTH:
        raise Misconfigured(f"[auth] cookie_secret is shorter than {_SECRET_LENGTH} characters")
    for name in ("redirect_uri", "server_metadata_url"):
        _check_address(name, auth[name])
    if urlsplit(auth["redirect_uri"]).path != CALLBACK:
        raise Misconfigured(f"[auth] redirect_uri must end in {CALLBACK}, right after the host")
    others = roles.get("others", "reader")
    if others not in ("reader", "refuse"):
        raise Misconfigured(f'[roles] others is {others!r}; it can be "reader" or "refuse"')
    minutes = sign_in.get("longest_minutes", 60)
    if isinstance(minutes, bool) or not isinstance(minutes, int | float) or not 0 < minutes <= 24 * 60:
        raise Misconfigured(f"[sign_in] longest_minutes is {minutes!r}; it must be above 0 and at most 1440")
    scope = _text(asked, "scope", "openid profile")
    if "openid" not in scope.split():
        raise Misconfigured(f"[auth.client_kwargs] scope is {scope!r}; it must contain openid")
    return Settings(
        **{name: auth[name] for name in _NEEDED},
        scope=scope,
        prompt=_text(asked, "prompt", "") or None,
        client_auth=_text(asked, "token_endpoint_auth_method", "client_secret_basic"),
        claim=_text(roles, "claim", "roles"),
        reader=_names(roles, "reader"),
        analyst=_names(roles, "analyst"),
        others=others,
        longest_s=minutes * 60,
        contact=_text(sign_in, "contact", ""),
        state=Path(_text(sign_in, "state", "")).expanduser() if sign_in.get("state") else _state_folder(),
        audience=_text(sign_in, "audience", "") or auth["redirect_uri"].removesuffix(CALLBACK),
    )


def _section(secrets: Mapping[str, Any], name: str, known: set[str], within: str = "") -> Mapping[str, Any]:
    found = secrets.get(name, {})
    if not isinstance(found, Mapping):
        raise Misconfigured(f"[{within}{name}] must be a section")
    for key in found:
        if key not in known:
            raise Misconfigured(f"[{within}{name}] has {key}. Known: {', '.join(sorted(known))}")
    return found


def _text(section: Mapping[str, Any], name: str, default: str) -> str:
    found = section.get(name, default)
    if not isinstance(found, str):
        raise Misconfigured(f"{name} is {found!r}; it must be a text")
    return found


def _names(roles: Mapping[str, Any], role: str) -> frozenset[str]:
    found = roles.get(role, [role])
    if not isinstance(found, list) or not all(isinstance(name, str) and name for name in found):
        raise Misconfigured(f"[roles] {role} is {found!r}; it must be a list of names")
    return frozenset(found)


def _check_address(name: str, address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme != "http" or parts.hostname not in _HERE:
        raise Misconfigured(
            f"[auth] {name} is {address!r}; it must begin with https:// (http:// only on localhost)"
        )


def _state_folder() -> Path:
    """Where what has to outlive a process is kept: systemd names a folder, else the user's own."""
    given = os.environ.get("STATE_DIRECTORY", "").split(":")[0]
    if given:
        return Path(given)
    home = os.environ.get("XDG_STATE_HOME")
    return (Path(home) if home else Path.home() / ".local" / "state") / "chongqing-services-trade"
