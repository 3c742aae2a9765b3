"""What is answered from memory, or made in threads beside the loop: so many at once, so many in line."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

from lib.api.made import Made
from lib.facts.record import Record
from pages.components.context import current_with, data_key
from pages.server.memory import Kept, kept_of, memory

What = TypeVar("What", bound=Hashable)
Done = TypeVar("Done")


class FullError(Exception):
    """So many wait already that whoever comes now is told to come again."""


class Beside:
    """Makes `at_once` answers at the same time, while `in_line` wait."""

    def __init__(self, *, at_once: int, in_line: int) -> None:
        self._at_once, self._most = at_once, at_once + in_line
        self._threads: CapacityLimiter | None = None
        self._under_way = 0

    async def kept(
        self, make: Callable[[str, What, Record], Made], folder: Path | None, path: str, what: What
    ) -> Kept:
        """What is answered to this, with a folder laid over what is published? Raises FullError."""
        found = memory(make, data_key(folder), path, what)
        return found or await self._anew(make, folder, path, what)

    async def _anew(
        self, make: Callable[[str, What, Record], Made], folder: Path | None, path: str, what: What
    ) -> Kept:
        def work() -> Kept:
            key, record = current_with(folder)
            return kept_of(make, key, path, what, record)

        return await self.made(work)

    async def made(self, work: Callable[[], Done]) -> Done:
        """What comes of this work, done in its turn and kept nowhere? Raises FullError."""
        self._threads = threads = self._threads or CapacityLimiter(self._at_once)
        if self._under_way >= self._most:
            raise FullError
        self._under_way += 1
        try:
            return await to_thread.run_sync(work, limiter=threads)
        finally:
            self._under_way -= 1
