"""A line in which some stand before others."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable


class Line:
    """So many at a time. Who stands last when a turn is given has it only where nobody else waits."""

    def __init__(self, *, abreast: int = 1) -> None:
        self._free = abreast
        self._waiting: deque[tuple[asyncio.Future[None], Callable[[], bool]]] = deque()

    async def stand(self, is_last: Callable[[], bool]) -> None:
        """Waits for a turn, which ends with `next`. `is_last` is asked whenever one is given."""
        if self._free:
            self._free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        place = turn, is_last
        self._waiting.append(place)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.next()
            elif place in self._waiting:
                self._waiting.remove(place)
            raise

    def next(self) -> None:
        """Ends a turn and gives it to whoever is next."""
        there = [place for place in self._waiting if not place[0].done()]
        if not there:
            self._waiting.clear()
            self._free += 1
            return
        place = next((place for place in there if not place[1]()), there[0])
        self._waiting.remove(place)
        place[0].set_result(None)
