"""Has a session ended? Asked off the loop that serves everybody, and remembered for a while."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from time import monotonic

from pages.signin.ended import Ended, ended
from pages.signin.refused import Refused
from pages.signin.session import Session

KEPT_S = 15.0
"""So long holds what was last known of a session while the table does not answer."""
_LATE_S = 0.3
_PATIENCE_S = 5.0
_FRESH_S = 3.0
_MOST = 20_000


class Asked:
    """Asks the table in a thread of its own. While that hangs, who was let in a moment ago is let in at once."""

    def __init__(self, table: Ended) -> None:
        self._table = table
        self._thread = ThreadPoolExecutor(1, "sign-outs")
        self._known: OrderedDict[str, tuple[bool, float, tuple[int, ...]]] = OrderedDict()
        self._waiting: list[tuple[Session, asyncio.Future[bool]]] = []
        self._work: asyncio.Task[None] | None = None
        self._since: float | None = None

    async def has_ended(self, session: Session) -> bool:
        """Was it ended before its time, as of now? Raises Refused where that cannot be known."""
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((session, answer))
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._answer_all())
        known = self._last(session, KEPT_S)
        hangs = self._since is not None and monotonic() - self._since > _LATE_S
        if hangs and known is not None:
            return known
        try:
            return await asyncio.wait_for(answer, _PATIENCE_S if known is None else _LATE_S)
        except (TimeoutError, Refused) as error:
            if (known := self._last(session, KEPT_S)) is not None:
                return known
            raise error if isinstance(error, Refused) else Refused("unavailable", "no answer") from error

    def had_ended(self, session: Session) -> bool:
        """Has this session ended, for a thread that may wait? What was learned a moment ago does until one is ended."""
        state = self._state()
        known = self._last(session, _FRESH_S, state)
        if known is None or self._table.ended_here(session):
            known = self._table.has_ended(session)
            self._keep(session, known, state)
        return known

    def _state(self) -> tuple[int, ...]:
        try:
            return self._table.state()
        except OSError:
            return ()

    async def _answer_all(self) -> None:
        while self._waiting:
            asked, self._waiting = self._waiting, []
            self._since = monotonic()
            state = self._state()  # as it was before: what is ended meanwhile changes it
            loop = asyncio.get_running_loop()
            try:
                answers = await loop.run_in_executor(self._thread, self._look, [one for one, _ in asked])
            except Refused as refused:
                for _, waiting in asked:
                    if not waiting.done():
                        waiting.set_exception(Refused(refused.reason, refused.detail))
            else:
                for (session, waiting), found in zip(asked, answers, strict=True):
                    self._keep(session, found, state)
                    if not waiting.done():
                        waiting.set_result(found)
            finally:
                self._since = None

    def _look(self, sessions: list[Session]) -> list[bool]:
        self._table.write_down()
        return [self._table.has_ended(session) for session in sessions]

    def _keep(self, session: Session, found: bool, state: tuple[int, ...]) -> None:
        self._known[session.id] = found, monotonic(), state
        self._known.move_to_end(session.id)
        if len(self._known) > _MOST:
            self._known.popitem(last=False)

    def _last(self, session: Session, seconds: float, state: tuple[int, ...] | None = None) -> bool | None:
        """What was known of it so lately, and with a `state` only while nobody has written into the table since."""
        found, at, seen = self._known.get(session.id, (False, 0.0, ()))
        fresh = at and monotonic() - at < seconds and state in (None, seen)
        return found if found or fresh else None


@cache
def asked(folder: Path) -> Asked:
    """Who asks the table in a folder? One for each process."""
    return Asked(ended(folder))
