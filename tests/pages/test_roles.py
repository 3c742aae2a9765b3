"""Who is offered more than reading, with and without a sign-in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import time

import pytest
import streamlit as st

from pages.components import context
from pages.components.context import PREVIEW, Preview, local_folder, preview
from pages.components.roles import is_analyst
from pages.signin import standing
from pages.signin.cookies import session_cookie
from pages.signin.session import Session, sealed
from tests.signin.made import settings


@pytest.fixture
def signed_in(monkeypatch, tmp_path):
    """Makes this run of a page somebody's."""
    how = settings(sign_in={"state": str(tmp_path)})

    def come(session: Session | None) -> None:
        cookies = {session_cookie(how): sealed(session, how)} if session else {}
        monkeypatch.setattr("pages.components.roles.settings", lambda: how)
        monkeypatch.setattr(standing, "settings", lambda: how)
        monkeypatch.setattr(type(st.context), "cookies", cookies)

    return come


def somebody(role: str) -> Session:
    return Session("id", "wang", "Wang", role, since=time() - 10, until=time() + 100)


def test_without_a_sign_in_everyone_is():
    assert is_analyst()


@pytest.mark.parametrize(("role", "is_one"), [("analyst", True), ("reader", False)])
def test_with_one_the_role_is_needed(signed_in, role, is_one):
    signed_in(somebody(role))
    assert is_analyst() is is_one


def test_who_has_not_signed_in_is_none(signed_in):
    signed_in(None)
    assert not is_analyst()


def test_a_session_that_is_over_gives_nothing(signed_in):
    signed_in(replace(somebody("analyst"), until=time() - 1))
    assert not is_analyst()


def test_a_session_that_was_ended_gives_nothing(signed_in, tmp_path):
    signed_in(somebody("analyst"))
    assert is_analyst()
    standing.ended(tmp_path).end("id", until=time() + 100)
    assert not is_analyst()


def test_what_was_not_published_is_for_analysts(signed_in, monkeypatch):
    """A folder laid over the record, and a file that an analyst looked at in the same session before."""
    monkeypatch.setenv("CQ_DATA", "somewhere")
    own = Preview(context.current()[1], "key", "file.xlsx")
    monkeypatch.setattr(st, "session_state", {PREVIEW: own})
    signed_in(somebody("analyst"))
    assert (local_folder(), preview()) == (Path("somewhere"), own)
    signed_in(somebody("reader"))
    assert (local_folder(), preview()) == (None, None)
