"""Replaces published files all together, or not at all."""

from __future__ import annotations

import errno
import io
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from lib.catalog.store import WRITING

UNFINISHED = ".build-"
"""How the folder begins that stands beside the published files while they are being replaced."""


def publish(tables: Mapping[str, pa.Table], target: Path) -> tuple[Path, ...]:
    """Writes these tables; gives the files that now hold them.

    Every file is first written and flushed in a folder beside the published ones; they take their places once
    all of them are complete. Raises OSError (no room, no permission, not a folder) with what stood before
    untouched.
    """
    return replace_all({f"{name}.parquet": _parquet(table) for name, table in tables.items()}, target)


def replace_all(files: Mapping[str, bytes], target: Path) -> tuple[Path, ...]:
    """Gives files this content, all together; their paths. Raises OSError with what stood before untouched."""
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "a file stands where the folder belongs", str(target))
    target.mkdir(parents=True, exist_ok=True)
    finals = tuple(target / name for name in files)
    with TemporaryDirectory(prefix=UNFINISHED, dir=target) as folder:
        fresh, before = Path(folder, "fresh"), Path(folder, "before")
        fresh.mkdir()
        before.mkdir()
        for content, final in zip(files.values(), finals, strict=True):
            _write(content, fresh / final.name)
        for final in finals:
            if final.exists():
                shutil.copy2(final, before / final.name)
        _take_places(finals, fresh=fresh, before=before)
    _flush(target)
    return finals


def _take_places(finals: tuple[Path, ...], *, fresh: Path, before: Path) -> None:
    placed: list[Path] = []
    try:
        for final in finals:
            (fresh / final.name).replace(final)
            placed.append(final)
    except OSError:
        # A file that another program holds open cannot be replaced on Windows: the others go back too.
        for final in placed:
            if (before / final.name).exists():
                (before / final.name).replace(final)
            else:
                final.unlink()
        raise


def _parquet(table: pa.Table) -> bytes:
    out = io.BytesIO()
    pq.write_table(table, out, **WRITING)
    return out.getvalue()


def _write(content: bytes, path: Path) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush(folder: Path) -> None:
    # Windows cannot open a folder; there the renames are on the disk when the system says so.
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
