"""Does Streamlit's front end still call its elements and its states as styles, scripts and tests here call them?"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import streamlit

from deploy.csp import policy
from pages.components.scripts import INLINE

ROOT = Path(__file__).parents[2]
PAGE = Path(streamlit.__file__).with_name("static")
SELECTOR = re.compile(r"data-testid=[\"']?([A-Za-z-]+)")
WHOLE, STEM = re.compile(r"[\"'`]([A-Za-z-]+)[\"'`]"), re.compile(r"`(st[A-Z][A-Za-z]+)\$\{")
OURS = sorted(
    {
        (name, file.relative_to(ROOT).parts[0])
        for folder in ("pages", "tests")
        for kind in ("css", "js", "py")
        for file in (ROOT / folder).rglob(f"*.{kind}")
        if "node_modules" not in file.parts
        for name in SELECTOR.findall(file.read_text(encoding="utf-8"))
    }
)


@cache
def theirs() -> tuple[frozenset[str], tuple[str, ...]]:
    """Which words stand alone in the scripts of Streamlit's page, and with which does a made-up name begin?"""
    texts = [file.read_text(encoding="utf-8") for file in PAGE.glob("static/js/*.js")]
    whole = frozenset(name for text in texts for name in WHOLE.findall(text))
    return whole, tuple({name for text in texts for name in STEM.findall(text)})


def test_the_names_are_found():
    assert {("stMain", "pages"), ("stMain", "tests"), ("stApp", "pages")} <= set(OURS)


@pytest.mark.parametrize(("name", "where"), OURS)
def test_an_element_is_called_so(name, where):
    whole, stems = theirs()
    assert name in whole or name.startswith(stems)


@pytest.mark.parametrize(
    "name", ["data-test-script-state", "notRunning", "data-test-connection-state", "CONNECTED"]
)
def test_a_state_is_called_so(name):
    """`dataset.testScriptState` is the attribute `data-test-script-state`."""
    assert name in theirs()[0]


def test_the_policy_knows_each_script_that_stands_in_its_page():
    inline = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>", (PAGE / "index.html").read_text(encoding="utf-8"))
    assert inline
    assert policy((), PAGE).count("'sha256-") == len(inline) + len(INLINE)
