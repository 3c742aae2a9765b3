"""Does Streamlit still do what CONTRIBUTING.md says is leaned on? Here is what no other test would notice."""

from __future__ import annotations

import ast
import inspect
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit
from streamlit import runtime
from streamlit.runtime.runtime import Runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFileManager
from streamlit.testing.v1 import AppTest
from streamlit.web.server.starlette import (
    starlette_agent_routes,
    starlette_routes,
    starlette_websocket,
)

from pages.components.scripts import SCRIPTS
from pages.server.first.document import icons, shipped
from tests.conftest import ROOT

_, LISTED = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Relying on what is not promised")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split(" | "))
    for line in LISTED.splitlines()
    if line[:1] == "|"
][2:]
INTERNAL = ("streamlit.runtime", "streamlit.proto", "streamlit.web", "streamlit.config", "streamlit.logger")
ADDRESS = re.compile(r"_stcore/([a-z_-]+)")


def product() -> Iterator[tuple[str, str]]:
    for folder in ("lib", "pages", "deploy"):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in (".py", ".conf") and "node_modules" not in file.parts:
                yield str(file.relative_to(ROOT)), file.read_text(encoding="utf-8")


def imported(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_listed(file: str) -> bool:
    return any(f"`{file}`" in where or f"`{Path(file).parent}/`" in where for _, where, _ in ROWS)


def test_each_row_names_what_is_there() -> None:
    named = [place for _, where, _ in ROWS for place in re.findall(r"`([^`]+)`", where)]
    assert len(named) > 25
    assert [place for place in named if not (ROOT / place).exists()] == []


def test_each_file_that_uses_the_inside_of_streamlit_is_listed() -> None:
    files = [
        file
        for file, text in product()
        if file.endswith(".py") and any(name.startswith(INTERNAL) for name in imported(text))
    ]
    assert "pages/server/start.py" in files
    assert [file for file in files if not is_listed(file)] == []


def test_each_file_that_names_an_address_of_streamlits_is_listed_and_each_address_is_one() -> None:
    known = {
        found[1]
        for module in (starlette_routes, starlette_websocket, starlette_agent_routes)
        for value in vars(module).values()
        if isinstance(value, str) and (found := ADDRESS.match(value))
    }
    named = {file: ADDRESS.findall(text) for file, text in product() if ADDRESS.search(text)}
    assert {"stream", "upload_file", "metrics"} <= {name for names in named.values() for name in names}
    assert [(file, name) for file, names in named.items() for name in names if name not in known] == []
    assert [file for file in named if not is_listed(file)] == []


def test_on_a_copy_of_a_page_nothing_is_noted_but_whether_it_may_be_shown() -> None:
    def script() -> None:
        from copy import copy

        import streamlit as st

        page = st.Page(lambda: None, title="one", url_path="one", default=True)
        before, taken = dict(vars(page)), copy(page)
        st.navigation([taken], position="hidden")
        noted = [name for name, value in vars(taken).items() if before[name] != value]
        st.text(f"{noted} {vars(page) == before}")

    (said,) = AppTest.from_function(script).run().text
    assert said.value == "['_can_be_called'] True"


def test_asking_outside_of_a_script_which_one_runs_writes_no_warning(
    caplog: pytest.LogCaptureFixture,
) -> None:
    name = "streamlit.runtime.scriptrunner_utils.script_run_context"
    logging.getLogger(name).propagate = True
    with caplog.at_level(logging.DEBUG, logger=name):
        assert get_script_run_ctx(suppress_warning=True) is None
        assert not caplog.records


def test_an_origin_that_is_the_host_to_the_letter_is_never_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(starlette_websocket, "is_url_from_allowed_origins", asked.append)
    assert starlette_websocket._is_origin_allowed("https://a.example:8443", "a.example:8443")
    assert asked == []
    starlette_websocket._is_origin_allowed("https://A.example:8443", "a.example:8443")
    assert asked == ["https://A.example:8443"]


def test_files_that_were_handed_in_are_freed_by_the_session() -> None:
    assert list(inspect.signature(Runtime.is_active_session).parameters) == ["self", "session_id"]
    assert list(inspect.signature(UploadedFileManager.remove_session_files).parameters) == [
        "self",
        "session_id",
    ]
    assert "uploaded_file_mgr" in vars(Runtime)
    assert not runtime.exists()


def test_the_style_that_streamlit_starts_from_is_for_formulas_typefaces_and_icons() -> None:
    (named,) = re.findall(r'<link rel="stylesheet" crossorigin href="./([^"]+)">', shipped())
    folder = Path(streamlit.__file__).with_name("static")
    style = (folder / named).read_text(encoding="utf-8")
    rules = [rule for rule in re.findall(r"([^{}]+){([^{}]*)}", style) if ".katex" not in rule[0]]
    typefaces = [rule for rule in rules if re.search(r"font-family:(?:KaTeX_|Source )", rule[1])]
    assert len(typefaces) > 20
    rest = [rule for rule in rules if rule not in typefaces]
    assert [named for named, _ in rest] == ["body", "@font-face"]
    assert rest[0][1] == "counter-reset:katexEqnNo mmlEqnNo"
    (icons_of_elements,) = re.findall(r"url\(./([^)]+)\)", icons())
    assert (folder / icons_of_elements).exists()


@pytest.mark.parametrize("lang", SCRIPTS)
def test_no_script_of_the_open_page_would_be_taken_for_a_tag(lang: str) -> None:
    assert not re.search(r"<[A-Za-z/!?]", SCRIPTS[lang])
