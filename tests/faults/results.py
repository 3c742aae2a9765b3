"""Where the figures of the long runs stand: deploy/RESULTS.md, a part for each of them."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from tests.deploy.site import ROOT, nginx

RESULTS = ROOT / "deploy" / "RESULTS.md"


def write(part: str, text: str, *, file: Path = RESULTS) -> None:
    """Puts the text in the place of the part of this name."""
    before = file.read_text(encoding="utf-8")
    whole = re.compile(rf"(<!-- {part}: start -->\n).*?(<!-- {part}: end -->)", re.DOTALL)
    after, count = whole.subn(lambda found: f"{found[1]}{text.rstrip()}\n{found[2]}", before)
    if count != 1:
        raise ValueError(f"{file} has no part {part}")
    file.write_text(after, encoding="utf-8")


def where() -> str:
    """On which machine, with what, and when was this?"""
    version = subprocess.run([nginx(), "-v"], capture_output=True, text=True, check=True).stderr
    found = re.search(r"nginx/([\d.]+)", version)
    day = datetime.now(UTC).date().isoformat()
    cores = f"{os.cpu_count()} cores"
    return f"{day}, {cores}, Python {platform.python_version()}, nginx {found[1] if found else '?'}."
