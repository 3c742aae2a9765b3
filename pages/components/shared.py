"""What is made once and shown to every reader who asks for the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from threading import RLock
from typing import Any, TypeVar

from cachetools import LRUCache, cached

from pages.components.context import Reader

Made = TypeVar("Made")
_KEPT: LRUCache[Hashable, Any] = LRUCache(1024)
_LOCK = RLock()


def shared(make: Callable[[str, Reader], Made]) -> Callable[[str, Reader], Made]:
    """Which function makes each thing once for every language, look and state of the data?

    The least recently asked for is forgotten first. What is made is never changed afterwards. (Streamlit's own
    cache works out the signature and hashes every argument at each call, which costs more than most of a page.)
    """
    which = f"{make.__module__}.{make.__qualname__}"
    return cached(_KEPT, key=partial(_key, which), lock=_LOCK)(make)


def forget() -> None:
    """Has everything made anew when it is next asked for."""
    with _LOCK:
        _KEPT.clear()


def _key(which: str, name: str, reader: Reader) -> Hashable:
    return which, name, reader.words.lang, reader.look, reader.data_key, reader.view
