"""A folder to work in, beside what is to come of it, of which nothing stays: not after Ctrl-C, not after a crash."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

LOCK = "in-use.lock"
BEFORE = "before"


@contextmanager
def workspace(target: Path) -> Iterator[Path]:
    """Makes a fresh folder beside `target`, removed whatever the end is. Holds a lock as long as it is used."""
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    lock = (folder / LOCK).open("w")
    try:
        _take(lock)
        yield folder
    finally:
        # Windows removes no file that is open.
        lock.close()
        shutil.rmtree(folder)


def clear_leftovers(target: Path) -> tuple[Path, ...]:
    """Removes what runs that were killed left beside `target`. Which folders were they?

    A run killed between taking the old result away and putting the new one there leaves the old one only in its
    folder: it is put back.
    """
    found = tuple(sorted(folder for folder in _hidden(target.parent) if _is_left(folder)))
    for folder in found:
        before = folder / BEFORE
        mine = folder.name.rpartition("-")[0] == f".{target.name}"
        if mine and before.is_dir() and not target.exists():
            before.rename(target)
        shutil.rmtree(folder)
    return found


def _hidden(parent: Path) -> Iterator[Path]:
    if parent.is_dir():
        yield from (path for path in parent.glob(".*-*") if path.is_dir() and not path.is_symlink())


def _is_left(folder: Path) -> bool:
    """Is this a folder of ours in which nobody works any more?"""
    lock = folder / LOCK
    if not lock.is_file():
        return False
    try:
        with lock.open("r+") as file:
            _take(file)
    except OSError:
        return False
    return True


def _take(lock: IO[str]) -> None:
    """Raises OSError where another process has it; the end of a process, of whatever kind, gives it back."""
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
