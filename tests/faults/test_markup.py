"""Is HTML put together in one module alone, where whatever is no HTML yet is escaped? Read from code.

Everywhere else it comes from that module and is `Markup`, which escapes what is joined to it; mypy holds who takes it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import Markup

from lib.site.markup.tags import coded, details, goes, joined, led, link, panel, table, tag

ROOT = Path(__file__).parents[2]
PLACES = ("pages", "lib/site", "lib/api", "lib/briefing/edition")
TAGS = "lib/site/markup/tags.py"
EVIL = "<script>alert(1)</script>\"' onload=x &amp;"


def put_together(file: Path) -> Iterator[str]:
    """What does a module make HTML of by itself? Texts with a tag and a place in them, and what it takes for HTML."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.JoinedStr(values):
                texts = [str(part.value) for part in values if isinstance(part, ast.Constant)]
                if any(re.search("<[a-z/!]", text) for text in texts):
                    yield ast.unparse(node)
            case ast.Call(ast.Name("Markup"), args) if not all(
                isinstance(part, ast.Constant) for part in args
            ):
                yield ast.unparse(node)


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Where in the pages is something of this name called?"""
    for file in sorted((ROOT / "pages").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
                yield str(file.relative_to(ROOT)), node


def test_html_is_put_together_in_one_module_alone():
    found = {
        str(file.relative_to(ROOT))
        for place in PLACES
        for file in sorted((ROOT / place).rglob("*.py"))
        if list(put_together(file))
    }
    assert found == {TAGS}


@pytest.mark.parametrize(
    "made",
    [
        tag("p", EVIL, EVIL, title=EVIL, data_said=EVIL),
        tag("p", (EVIL, tag("b", EVIL))),
        joined((EVIL, EVIL)),
        tag("p", "") + EVIL,
        EVIL + tag("p", ""),
        link(f"https://example.org/{EVIL}", EVIL),
        link(f"javascript:{EVIL}", EVIL),
        goes(EVIL, EVIL, {"lang": EVIL}, look=EVIL),
        led(EVIL, EVIL),
        panel(EVIL, EVIL, EVIL, shut=EVIL),
        details(EVIL, EVIL, EVIL),
        table((EVIL,), ((EVIL,), (EVIL,)), caption=EVIL, copied=(0,), places=(EVIL, "")),
    ],
    ids=lambda made: made[:20],
)
def test_a_text_that_is_no_html_is_escaped_wherever_it_is_put(made: Markup):
    assert isinstance(made, Markup)
    assert "<script" not in made
    assert not re.search(r"[^&]\"' ", made)  # no mark in it ends an attribute
    assert "&amp;amp;" in made or "%26amp%3B" in made


def test_html_stays_as_it_is():
    assert tag("p", tag("b", "a & b")) == "<p><b>a &amp; b</b></p>"
    assert coded("style", "a > b { c: 'd' }") == "<style>a > b { c: 'd' }</style>"


def test_html_reaches_a_page_by_one_way_alone():
    assert [file for file, _ in calls("st.html")] == ["pages/components/html.py", "pages/components/shell.py"]
    assert [file for file, _ in calls("component")] == ["pages/components/sheet.py"]
    for name in ("st.markdown", "st.write", "st.components.v1.html", "st.iframe"):
        assert not list(calls(name)), name
    source = "\n".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "pages").rglob("*.py")))
    assert "unsafe_allow_html" not in source
    assert source.count("unsafe_allow_javascript") == 1  # for `SCRIPTS`, which are known to the letter


def test_the_test_notices_what_a_module_puts_together(tmp_path):
    file = tmp_path / "page.py"
    lines = ("html.show(f'<p>{note}</p>')", "Markup(note)", "Markup('<b>')", "tag('p', f'{note} < 9')")
    file.write_text("\n".join(lines), encoding="utf-8")
    assert set(put_together(file)) == {"f'<p>{note}</p>'", "Markup(note)"}
