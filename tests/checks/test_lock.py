"""A lock that lacks a package, a hash or a version is told so, and the one that is committed lacks none."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.checks.lock import ASKED, LOCK, ROOT, asked, faults, main, read

TEXT, REQUIREMENTS = LOCK.read_text(encoding="utf-8"), ASKED.read_text(encoding="utf-8")


def test_the_lock_is_what_is_asked_for_and_installed_here(capsys):
    assert main([]) == 0, capsys.readouterr().out
    locked, wrong = read(TEXT)
    assert wrong == []
    assert {one.name.lower() for one in asked(REQUIREMENTS)} < set(locked)


def test_no_host_stands_in_it():
    assert not re.search(r"://|index|find-links|trusted", TEXT)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("plotly==", "plotly==9"), "plotly==7"),
        (("starlette==", "starlette==0.0."), "starlette: the lock has 0.0."),
        (("starlette==", "meteorite=="), "starlette: needed by streamlit and not in the lock"),
        (("starlette==", "meteorite=="), "meteorite: in the lock and needed by none"),
        (("--hash=sha256:", "--hash=md5:"), "no package==version with hashes"),
        (("idna==", "idna>="), "no package==version with hashes"),
        (("attrs==", "Idna=="), "no package==version with hashes, each once"),
    ],
)
def test_what_is_wrong_is_told(change, said):
    assert TEXT.count(change[0])
    assert said in "\n".join(faults(TEXT.replace(*change), REQUIREMENTS))


def test_a_new_requirement_is_missed():
    told = next(faults(TEXT, REQUIREMENTS + "nothing-of-this-name==1.0\n"))
    assert told == "nothing-of-this-name==1.0: the lock has none"


def test_the_versions_alone_can_bound_what_others_install():
    """As `make run` does, with sed, before there is any package to do it with."""
    expression = re.search(
        r"sed -n '(.*)' deploy/requirements.lock", (ROOT / "Makefile").read_text(encoding="utf-8")
    )
    assert expression
    said = subprocess.run(
        ["sed", "-n", expression[1].replace("$$", "$"), LOCK], capture_output=True, text=True, check=True
    )
    locked, _ = read(TEXT)
    assert said.stdout.split() == [f"{name}=={version}" for name, (version, _) in locked.items()]


def test_pip_asks_for_every_hash(tmp_path):
    """A wheel that is not the one that was locked is refused before a byte of it runs."""
    lock = tmp_path / "lock.txt"
    lock.write_text(f"tqdm==4.70.1 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    (tmp_path / "tqdm-4.70.1-py3-none-any.whl").write_bytes(b"PK")
    said = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--dry-run", "--no-deps", "--ignore-installed", "--no-index",
         "--isolated", "--find-links", tmp_path, "--require-hashes", "--requirement", lock],
        capture_output=True, text=True, timeout=120, env={"PATH": "", "PIP_CONFIG_FILE": "/dev/null"},
    )  # fmt: skip
    assert said.returncode == 1
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in said.stderr
