"""The command by which an administrator ends somebody's sessions."""

from __future__ import annotations

import subprocess
import sys
from time import time

import pytest

from pages.signin.ended import Ended
from pages.signin.session import Session
from tests.browser.server import ROOT
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


def end(*given: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pages.signin", "end", *map(str, given)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_everything_of_one_person_ends(file):
    table = Ended(file.parent / "state")
    wang, li = (Session("id", name, name, "analyst", time() - 10, time() + 100) for name in ("wang", "li"))
    done = end("wang", "--secrets", file)
    assert done.returncode == 0
    assert done.stdout.startswith("Every session of wang that began before now has ended")
    assert table.has_ended(wang)
    assert not table.has_ended(li)


def test_it_says_so_when_no_service_would_notice(file):
    done = end("wang", "--secrets", file)
    assert done.returncode == 1
    assert f"no service keeps its sign-outs in {file.parent / 'state'}" in done.stderr
    assert not (file.parent / "state").exists()
