"""Who is offered more than reading, with and without a sign-in."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import streamlit as st

from pages.components.roles import is_analyst


class Secrets(dict[str, object]):
    """A file of secrets as Streamlit reads it."""

    def load_if_toml_exists(self) -> bool:
        return bool(self)


def signed_in(monkeypatch: pytest.MonkeyPatch, **claims: object) -> None:
    user = SimpleNamespace(is_logged_in=True, get=claims.get)
    monkeypatch.setattr(st, "secrets", Secrets(auth={}))
    monkeypatch.setattr(st, "user", user)


def test_without_a_sign_in_everyone_is(monkeypatch):
    monkeypatch.setattr(st, "secrets", Secrets())
    assert is_analyst()
    monkeypatch.setattr(st, "secrets", Secrets(other={}))
    assert is_analyst()


def test_with_one_the_role_is_needed(monkeypatch):
    signed_in(monkeypatch, roles=["reader", "analyst"])
    assert is_analyst()


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"roles": []},
        {"roles": ["reader"]},
        {"roles": "analyst"},
        {"roles": ["analyst-trainee"]},
        {"role": ["analyst"]},
    ],
)
def test_anything_else_gives_no_role(monkeypatch, claims):
    signed_in(monkeypatch, **claims)
    assert not is_analyst()


def test_who_has_not_signed_in_has_none(monkeypatch):
    signed_in(monkeypatch, roles=["analyst"])
    monkeypatch.setattr(st, "user", SimpleNamespace(is_logged_in=False, get={"roles": ["analyst"]}.get))
    assert not is_analyst()
