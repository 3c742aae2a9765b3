"""What is made once and shown to every reader who asks for the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from threading import Condition
from typing import Any, TypeVar

from cachetools import LRUCache

from lib.facts.record import Record
from lib.site.here import DataKey, Here

Made = TypeVar("Made")
RECORDS: LRUCache[DataKey, Record] = LRUCache(3)
"""The record in each of its last states, read once for all who ask. (See `shared` for why not by Streamlit.)"""
_STATES: LRUCache[Hashable, LRUCache[Hashable, Any]] = LRUCache(3)
"""What was made, by the state of the data: the one that readers see, the one before, and a file of one's own."""
_OF_EACH = 1024
_MAKING: set[tuple[Hashable, Hashable]] = set()
"""What is being made just now. Who asks for the same meanwhile waits for it: when a process dies, all its readers come
to another at once, and most of them ask for the same few pages."""
_CHANGE = Condition()


def shared(make: Callable[[str, Here], Made]) -> Callable[[str, Here], Made]:
    """Which function makes each thing once for every language, look and state of the data?

    The least recently asked for is forgotten first. What is made is never changed afterwards. (Streamlit's own
    cache works out the signature and hashes every argument at each call, which costs more than most of a page.)
    """

    @wraps(make)
    def found(name: str, here: Here) -> Made:
        if here.data_key is None:
            return make(name, here)
        key = make, name, here.words.lang, here.look, here.view
        this = here.data_key, key
        with _CHANGE:
            _CHANGE.wait_for(lambda: this not in _MAKING)
            kept = _STATES.get(here.data_key)
            if kept is None:
                kept = _STATES[here.data_key] = LRUCache(_OF_EACH)
            if key in kept:
                there: Made = kept[key]
                return there
            _MAKING.add(this)
        try:
            made = make(name, here)
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
