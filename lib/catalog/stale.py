"""Whether the published files are exactly what the CSV files build."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from lib.catalog.build import build


def stale(source: Path, target: Path) -> tuple[str, ...]:
    """Which published files are missing, or differ by a byte from what the CSV files build?

    Raises RefusedError where the CSV files have faults.
    """
    with TemporaryDirectory() as fresh:
        return tuple(
            built.name for built in build(source, Path(fresh)) if not _same(built, target / built.name)
        )


def _same(built: Path, published: Path) -> bool:
    return published.is_file() and published.read_bytes() == built.read_bytes()
