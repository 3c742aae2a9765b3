"""What was answered, kept for whoever asks for the same of the same state of the data; the oldest is forgotten."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from email.utils import formatdate
from functools import cache
from hashlib import blake2b
from pathlib import Path
from threading import Lock

from cachetools import LRUCache

from lib.api.made import Made
from lib.facts.record import Record
from lib.site.here import DataKey

MOST_BYTES = 64_000_000
_SMALLEST = 500
_KEPT: LRUCache[Hashable, Kept]
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it travels: `packed` is it in gzip, where that is shorter."""

    made: Made
    packed: bytes
    tag: str
    modified: str

    @property
    def size(self) -> int:
        """How much room does it take?"""
        return len(self.made.content) + len(self.packed) + 500


_KEPT = LRUCache(MOST_BYTES, getsizeof=lambda kept: kept.size)


def memory(make: Callable[..., Made], key: DataKey, path: str, what: Hashable) -> Kept | None:
    """What was answered to this before, of this state of the data?"""
    with _LOCK:
        return _KEPT.get((make, key, path, what))


def kept_of(make: Callable[..., Made], key: DataKey, path: str, what: Hashable, record: Record) -> Kept:
    """What is answered to this? Made where nobody asked before."""
    found = memory(make, key, path, what)
    if found is None:
        found = _kept(make(path, what, record), key)
        if found.size <= MOST_BYTES / 4:
            with _LOCK:
                _KEPT[make, key, path, what] = found
    return found


def _kept(made: Made, key: DataKey) -> Kept:
    packed = gzip.compress(made.content, 6, mtime=0) if len(made.content) >= _SMALLEST else b""
    tag = f'W/"{blake2b(made.content, digest_size=12).hexdigest()}"'
    smaller = packed if len(packed) < len(made.content) * 0.9 else b""
    return Kept(made, smaller, tag, formatdate(stamp(key), usegmt=True))


def stamp(key: DataKey) -> float:
    """When did the data or the program last change, in seconds since 1970? `key` is a state of the data."""
    return max(_program(), *_times(key))


def _times(key: object) -> list[float]:
    """The times of change in nanoseconds that a state is made of: the third of each four that name a file."""
    if not isinstance(key, tuple):
        return [0.0]
    if len(key) == 4 and isinstance(key[0], str):
        return [key[2] / 1e9]
    return [time for part in key for time in _times(part)] or [0.0]


@cache
def _program() -> float:
    root = Path(__file__).resolve().parents[2]
    found = (path.stat().st_mtime for name in ("lib", "pages") for path in (root / name).rglob("*.*"))
    return max(found)
