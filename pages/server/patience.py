"""How long whoever floods the server is held before it is hung up on."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

_EACH_S = 2.0
_LATELY_S = 60.0
_MOST = 5


@dataclass(slots=True)
class Patience:
    """Who is held is not read, and cannot come back at once for a page that has to be made anew.

    One who held a key down waits two seconds. Where many had to go within a minute, it is a flood, and the next is
    held longer by as much for each of them: ten seconds at most.
    """

    _went: deque[float] = field(default_factory=lambda: deque(maxlen=_MOST))

    def held_s(self, now: float) -> float:
        """For how long is who says too much now held, in seconds of a clock that goes forward?

        >>> many = Patience()
        >>> many.held_s(0), many.held_s(1), many.held_s(59.5), many.held_s(62)
        (2.0, 4.0, 6.0, 4.0)
        >>> [many.held_s(63) for _ in range(20)][-1]
        10.0
        """
        while self._went and self._went[0] < now - _LATELY_S:
            self._went.popleft()
        self._went.append(now)
        return _EACH_S * len(self._went)
