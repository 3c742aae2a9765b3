"""Pages as they show the frozen first edition, for what they say to the letter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import time

import pytest

from pages.components import context, own_file
from pages.server import health
from pages.signin.cookies import session_cookie
from pages.signin.session import Session, sealed
from tests.catalog.test_overlay import rewritten
from tests.conftest import ROOT
from tests.signin.made import settings


@pytest.fixture
def frozen(first: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site reads the first edition while a test runs."""
    for module in (context, own_file, health):
        monkeypatch.setattr(module, "DATA", first)
    return first


@pytest.fixture
def signed_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], str]:
    """Which cookie has somebody of this role and name, where a figure was changed that nobody published?"""
    own = tmp_path / "own" / "outsourcing.parquet"
    rewritten(ROOT / "data" / "outsourcing.parquet", own, value=1.35, lower=1.345, upper=1.355)
    monkeypatch.setenv("CQ_DATA", str(own.parent))
    how = settings(sign_in={"state": str(tmp_path)})
    for module in ("pages.server.first.answered", "pages.server.answered"):
        monkeypatch.setattr(f"{module}.settings", lambda: how)

    def cookie(role: str, name: str) -> str:
        session = Session("id", "wang", name, role, since=time() - 10, until=time() + 100)
        return f"{session_cookie(how)}={sealed(session, how)}"

    return cookie
