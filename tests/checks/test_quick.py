"""What runs with every save is told from what test files import, and from nothing that could go stale."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quick import LONG, ROOT, STARTERS, imports, is_quick, reached

FILES = sorted((ROOT / "tests").rglob("test_*.py"))


def folder_of(file: Path) -> str:
    return file.relative_to(ROOT / "tests").parts[0]


def test_all_of_the_calculations_facts_and_charts_is_quick() -> None:
    slow = [file for file in FILES if not is_quick(file)]
    assert not {folder_of(file) for file in slow} & {"calc", "facts", "charts"}
    assert {"catalog", "words"} <= {folder_of(file) for file in FILES if is_quick(file)}


@pytest.mark.parametrize("folder", ["audit", "browser", "deploy", "load", "signin"])
def test_nothing_is_quick_that_starts_a_server_or_a_browser(folder: str) -> None:
    assert [file for file in FILES if folder_of(file) == folder and is_quick(file)] == []


def test_what_a_file_needs_is_found_through_the_modules_of_the_tests_and_the_conftest_beside_it() -> None:
    through_a_module = ROOT / "tests/audit/browse.py"
    assert "subprocess" not in imports(through_a_module)
    assert "subprocess" in reached(through_a_module)  # tests.browser.server starts one
    by_its_conftest = ROOT / "tests/signin/test_role.py"
    assert not any(name.startswith(STARTERS) for name in imports(by_its_conftest))
    assert not is_quick(by_its_conftest)


@pytest.mark.parametrize("name", STARTERS)
def test_each_name_that_starts_something_is_imported_by_some_test(name: str) -> None:
    """One that nothing imports any more would keep nothing out."""
    assert any(found.startswith(name) for file in FILES for found in reached(file))


@pytest.mark.parametrize("folder", LONG)
def test_each_folder_that_takes_long_is_there(folder: str) -> None:
    assert any(file.is_relative_to(ROOT / folder) for file in FILES)
