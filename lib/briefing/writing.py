"""Files into a folder, all of them or none: written beside, then renamed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_all(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Writes files into a folder; gives their paths. Raises OSError, and leaves what stood before, where one fails."""
    folder.mkdir(parents=True, exist_ok=True)
    beside: list[tuple[Path, Path]] = []
    try:
        for name, content in files.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            number, path = tempfile.mkstemp(dir=target.parent, prefix=".unfinished-")
            beside.append((Path(path), target))
            with os.fdopen(number, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(path).chmod(0o644)
        for unfinished, target in beside:
            unfinished.replace(target)
    finally:
        for unfinished, _ in beside:
            unfinished.unlink(missing_ok=True)
    return [target for _, target in beside]
