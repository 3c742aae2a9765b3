"""What is made once and shown to every reader who asks for the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from threading import Condition
from typing import Any, TypeVar

from cachetools import LRUCache

from pages.components.context import RECORDS, Reader

Made = TypeVar("Made")
_STATES: LRUCache[Hashable, LRUCache[Hashable, Any]] = LRUCache(3)
"""What was made, by the state of the data: the one that readers see, the one before, and a file of one's own."""
_OF_EACH = 1024
_MAKING: set[tuple[Hashable, Hashable]] = set()
"""What is being made just now. Who asks for the same meanwhile waits for it: when a process dies, all its readers come
to another at once, and most of them ask for the same few pages."""
_CHANGE = Condition()


def shared(make: Callable[[str, Reader], Made]) -> Callable[[str, Reader], Made]:
    """Which function makes each thing once for every language, look and state of the data?

    The least recently asked for is forgotten first. What is made is never changed afterwards. (Streamlit's own
    cache works out the signature and hashes every argument at each call, which costs more than most of a page.)
    """

    @wraps(make)
    def found(name: str, reader: Reader) -> Made:
        key = make, name, reader.words.lang, reader.look, reader.view
        this = reader.data_key, key
        with _CHANGE:
            _CHANGE.wait_for(lambda: this not in _MAKING)
            kept = _STATES.get(reader.data_key)
            if kept is None:
                kept = _STATES[reader.data_key] = LRUCache(_OF_EACH)
            if key in kept:
                there: Made = kept[key]
                return there
            _MAKING.add(this)
        try:
            made = make(name, reader)
            with _CHANGE:
                kept[key] = made
            return made
        finally:
            with _CHANGE:
                _MAKING.discard(this)
                _CHANGE.notify_all()

    return found


def forget() -> None:
    """Has everything made anew when it is next asked for."""
    with _CHANGE:
        _STATES.clear()
        RECORDS.clear()
