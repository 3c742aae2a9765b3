"""LibreOffice without a window: one profile for all that a process asks of it: making one takes as long again."""

from __future__ import annotations

import atexit
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

PATIENCE_S = 240


def converted(to: str, *files: Path, into: Path) -> None:
    """Turns files into another format with one start, in a folder of their own. Raises CalledProcessError."""
    command = ["soffice", f"-env:UserInstallation={_profile()}", "--headless", "--convert-to", to]
    subprocess.run([*command, "--outdir", into, *files], check=True, capture_output=True, timeout=PATIENCE_S)


@cache
def _profile() -> str:
    """Where is the profile? In a folder that goes with this process."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    return Path(folder.name).as_uri()
