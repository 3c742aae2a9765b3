"""A clock that a test sets while processes run by it: libfaketime, loaded before everything else, reads it in a file.

What counts seconds, as waiting does, goes on evenly, as it does where the real clock is set.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


class Clock:
    """One machine's clock: it goes by the true time until it is set."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.set(0)

    def set(self, seconds: int) -> None:
        """Sets it so far ahead of the true time, or behind it; processes notice within a second."""
        new = self._file.with_suffix(".new")
        new.write_text(f"{seconds:+d}\n", encoding="ascii")
        new.replace(self._file)

    @property
    def surroundings(self) -> Mapping[str, str]:
        """In which surroundings does a process run that goes by it?"""
        return {
            **os.environ,
            "LD_PRELOAD": _library(),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",  # files have the time that they have, and not one moved by as much
        }


def _library() -> str:
    found = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
    if not found:
        raise RuntimeError("no libfaketime found for the tests in tests/faults: apt-get install libfaketime")
    return str(found)
