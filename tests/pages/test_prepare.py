"""The first reader of a fresh server waits for nothing that could have been there before."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPTS = (ROOT / "dashboard.py", *(ROOT / "pages").glob("*.py"))
ASKED = """
import json, sys
import dashboard
from pages.components.prepare import prepare
prepare()
print(json.dumps(sorted(sys.modules)))
"""


def test_what_the_pages_run_is_loaded_when_the_server_says_that_it_is_ready() -> None:
    run = [sys.executable, "-c", ASKED]
    told = subprocess.run(run, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120, check=True)
    asked = {
        found.module
        for script in SCRIPTS
        for found in ast.walk(ast.parse(script.read_text(encoding="utf-8")))
        if isinstance(found, ast.ImportFrom) and found.module
    }
    assert asked <= set(json.loads(told.stdout))
