"""Which tests need no browser, server or office? Told from what their files import, so that no list can go stale.

`python -m pytest --quick` runs those alone; `make quick` does so after lint and types. A file needs what it imports,
what those modules of the tests import in turn, and what the conftest.py beside or above it imports.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
STARTERS = (
    "lib.briefing.browser",
    "playwright",
    "socket",
    "streamlit.testing",
    "subprocess",
    "uvicorn",
)
"""What starts a browser, a server, an office program or another process, or stands in for a server."""
LONG = tuple(
    f"tests/{name}"
    for name in (
        "api/test_listed.py",
        "briefing",
        "catalog/apart",
        "catalog/files",
        "faults",
        "fuzz",
        "growing",
        "pages",
        "register",
        "search/test_large.py",
    )
)
"""Whole documents and pages, all pictures, and hundreds of records or random files: some need no browser, and yet take
long."""
SHARED = ROOT / "tests" / "conftest.py"
"""Imports a browser's driver for who asks for it; who does imports its own."""


def is_quick(file: Path) -> bool:
    """May a test file run with every save?"""
    if not file.is_relative_to(ROOT / "tests"):
        return True  # the examples in docstrings
    beside = [folder / "conftest.py" for folder in file.parents if folder.is_relative_to(ROOT / "tests")]
    asked = [file, *(one for one in beside if one.exists() and one != SHARED)]
    if any(file.is_relative_to(ROOT / folder) for folder in LONG):
        return False
    return not any(name.startswith(STARTERS) for one in asked for name in reached(one))


def reached(file: Path) -> frozenset[str]:
    """Which modules does a file import, itself or through modules of the tests?"""
    found: set[str] = set()
    ways = [file]
    passed: set[Path] = set()
    while ways:
        here = ways.pop()
        if here in passed:
            continue
        passed.add(here)
        for name in imports(here):
            found.add(name)
            there = ROOT / (name.replace(".", "/") + ".py")
            if name.startswith("tests.") and there.exists():
                ways.append(there)
    return frozenset(found)


@cache
def imports(file: Path) -> frozenset[str]:
    """Which modules does one file name in its imports, wherever they stand in it?"""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)
