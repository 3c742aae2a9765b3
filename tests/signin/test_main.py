"""The command by which an administrator ends somebody's sessions."""

from __future__ import annotations

import subprocess
import sys
from time import time

import pytest

from pages.signin.__main__ import main
from pages.signin.ended import Ended
from pages.signin.session import Session
from tests.browser.server import ROOT
from tests.signin.made import settings
from tests.signin.running import SECRETS


@pytest.fixture
def file(tmp_path):
    written = tmp_path / "secrets.toml"
    text = SECRETS.format(
        client_id="a",
        client_secret="b",
        provider="https://sso.example",
        site="https://trade.example",
        state=tmp_path / "state",
    )
    written.write_text(text, encoding="utf-8")
    return written


def test_everything_of_one_person_ends(file):
    table = Ended(file.parent / "state")
    wang, li = (Session("id", name, name, "analyst", time() - 10, time() + 100) for name in ("wang", "li"))
    command = [sys.executable, "-m", "pages.signin", "end", "wang", "--secrets", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.startswith("Every session of wang that began before now has ended")
    assert table.has_ended(wang)
    assert not table.has_ended(li)


def test_it_says_so_when_no_service_would_notice(tmp_path, monkeypatch, capsys):
    how = settings(sign_in={"state": str(tmp_path / "none")})
    for found, said in (
        (how, f"no service keeps its sign-outs in {tmp_path / 'none'}"),
        (None, "nobody signs in"),
    ):
        monkeypatch.setattr("pages.signin.__main__.settings", lambda found=found: found)
        assert main(["end", "wang"]) == 1
        assert said in capsys.readouterr().err
    assert not how.state.exists()
