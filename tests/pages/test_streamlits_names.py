"""Does Streamlit's front end still call its elements and its states as styles, scripts and tests here call them?"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import streamlit

from deploy.csp import policy
from pages.components.scripts import INLINE, SCRIPTS
from pages.components.streamlits_names import NAMES, PRESSED, SAID
from pages.components.styles import first_style, style

ROOT = Path(__file__).parents[2]
PAGE = Path(streamlit.__file__).with_name("static")
SELECTOR = re.compile(r"data-testid=[\"']?([A-Za-z-]+)")
WHOLE, STEM = re.compile(r"[\"'`]([A-Za-z-]+)[\"'`]"), re.compile(r"`(st[A-Z][A-Za-z]+)\$\{")
FILES = {
    str(file.relative_to(ROOT)): file.read_text(encoding="utf-8")
    for folder in ("lib", "pages", "tests")
    for kind in ("css", "js", "py")
    for file in (ROOT / folder).rglob(f"*.{kind}")
    if "node_modules" not in file.parts
}
OURS = sorted(
    {(name, "pages") for meant in NAMES.values() for name in SELECTOR.findall(meant)}
    | {(name, file.split("/")[0]) for file, text in FILES.items() for name in SELECTOR.findall(text)}
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


@pytest.mark.parametrize("name", sorted(name for name in NAMES.values() if not re.search(r"[.[]", name)))
def test_a_state_is_called_so(name):
    assert name in theirs()[0]


@pytest.mark.parametrize("name", ["pillsActive", "segmented_controlActive", "data-tag"])
def test_what_is_chosen_is_called_so(name):
    """As `button[kind$="Active"]` and `[data-tag]` find it."""
    assert any(name in file.read_text(encoding="utf-8") for file in PAGE.glob("static/js/*.js"))


def test_the_style_of_what_is_pressed_is_called_so():
    called, meant = PRESSED
    assert {called, meant.strip("[]")} <= theirs()[0]


def test_the_names_stand_in_one_place():
    """Beside it the first view alone has them, as what it shows is to look the same under the same styles."""
    saying = {
        file
        for file, text in FILES.items()
        if not file.startswith("tests/")
        and re.search(r"data[-_]test|testScriptState|\.stApp|notRunning", text)
    }
    assert saying == {"pages/components/streamlits_names.py", "pages/server/first/view.py"}


def test_every_style_and_script_has_the_names_put_in():
    together = "".join((style("light"), first_style(), *INLINE))
    assert [name for name in NAMES.values() if name not in together] == []
    for text in (style("light"), first_style(), *INLINE, *SCRIPTS.values()):
        assert not re.search(r"\bst-(?!key-)", text)


def test_the_policy_knows_each_script_that_stands_in_its_page():
    inline = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>", (PAGE / "index.html").read_text(encoding="utf-8"))
    assert inline
    assert policy((), PAGE).count("'sha256-") == len(inline) + len(INLINE)


@pytest.mark.parametrize("text", SAID)
def test_what_is_put_into_other_words_is_said_so(text):
    """Word by word: between them stand counts and names, and one text of several is put together there."""
    texts = "".join(file.read_text(encoding="utf-8") for file in PAGE.glob("static/js/*.js"))
    assert [word for word in re.sub(r"\{\w+\}", "", text).split() if word not in texts] == []
