"""Open websockets, each held to what people do: who floods the server waits, and is hung up on."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from time import monotonic

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server.backlog import Backlog, TooMuchError, Work, is_answer
from pages.server.frames import Frames
from pages.server.line import Line
from pages.server.patience import Patience

OVER, NO_BYTES = 1008, 1003
_ABREAST = 2
"""Of those who press: while the answer to one goes out, the other is worked on, and the processor does not wait."""
APART_S = 0.2
"""One at a time goes, so that those who come back at once do not come all together."""
_LONGEST_TURN_S = 1.0
_LOG = logging.getLogger("server.paced")


class Paced:
    """Lets calm readers through at once; of those who press, two at a time in the whole process.

    Those with a file in hand, whose runs wait for it to be read, stand in a line of their own: nobody waits for them.

    A page asks, is answered, and asks again. Who asks more often than people click stands in one line with all others
    who do, and has a turn when one before is answered: alone, that is no wait. So does who just came. Who does not
    even wait for answers stands behind those who do, and is over the limit soon.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._lines = {Work.RUN: Line(abreast=_ABREAST), Work.READING: Line()}
        self._leaving, self._patience = asyncio.Lock(), Patience()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; what a websocket says in turn."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        await _Socket(receive, send, self._lines, self._leaving, self._patience).run(self.app, scope)


class _Socket:
    def __init__(
        self,
        receive: Receive,
        send: Send,
        lines: Mapping[Work, Line],
        leaving: asyncio.Lock,
        patience: Patience,
    ) -> None:
        self._receive, self._send, self._lines, self._leaving = receive, send, lines, leaving
        self._patience, self._frames = patience, Frames(receive, patience)
        self._backlog = Backlog(monotonic())
        self._some = asyncio.Event()
        self._standing: asyncio.Task[None] | None = None
        self._pulling: asyncio.Task[None] | None = None
        self._turn: tuple[Line, asyncio.TimerHandle] | None = None
        self._end: Message | None = None
        self._is_open = self._is_held = False

    async def run(self, app: ASGIApp, scope: Scope) -> None:
        """Serves the socket until either side ends it."""
        try:
            await app(scope, self._from_reader, self._to_reader)
        finally:
            if self._pulling:
                self._pulling.cancel()
            self._give_turn()

    async def _from_reader(self) -> Message:
        if not self._is_open:
            return await self._receive()
        self._pulling = self._pulling or asyncio.create_task(self._pull())
        while not self._end:
            self._some.clear()
            if self._is_held or not len(self._backlog):
                await self._some.wait()
                continue
            said, work = self._backlog.pop()
            if line := self._lines.get(work):
                await self._in_turn(line)
            if not self._end and not self._is_held:
                return {"type": "websocket.receive", "bytes": said}
        return self._end

    async def _to_reader(self, message: Message) -> None:
        if message["type"] == "websocket.accept":
            self._is_open = True
        elif self._turn and is_answer(message.get("bytes") or b""):
            self._give_turn()
        if not self._end:
            await self._send(message)

    async def _pull(self) -> None:
        """Reads what the page says as it comes, as long as it is not too much."""
        while not self._end:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                self._stop(message)
                return
            if message.get("bytes") is None:
                await self._hang_up(NO_BYTES)
                return
            try:
                self._backlog.add(message["bytes"], monotonic())
            except TooMuchError:
                self._is_held = True
                self._leave_line()
                await asyncio.sleep(self._patience.held_s(monotonic()))
                async with self._leaving:
                    await asyncio.sleep(APART_S)
                await self._hang_up(OVER)
                return
            self._some.set()

    async def _in_turn(self, line: Line) -> None:
        """Waits until this page may have the server work for it, if it is not calm."""
        self._give_turn()
        if self._backlog.calm.take(1, monotonic()):
            return
        self._standing = standing = asyncio.create_task(line.stand(is_last=lambda: len(self._backlog) > 0))
        try:
            await standing
        except asyncio.CancelledError:
            if standing.done() and not standing.cancelled():
                line.next()
            if not self._end and not self._is_held:
                raise
            return
        loop = asyncio.get_running_loop()
        self._turn = line, loop.call_later(_LONGEST_TURN_S, self._give_turn)

    def _give_turn(self) -> None:
        if self._turn:
            (line, ends), self._turn = self._turn, None
            ends.cancel()
            line.next()

    def _leave_line(self) -> None:
        if self._standing and not self._standing.done():
            self._standing.cancel()

    async def _hang_up(self, code: int) -> None:
        _LOG.warning("a websocket said too much, or what is no message, and is hung up on")
        closing: Message = {"type": "websocket.close", "code": code}
        self._stop({"type": "websocket.disconnect", "code": code})
        with suppress(OSError, RuntimeError):  # the reader has gone
            await self._send(closing)
        self._frames.cut()

    def _stop(self, end: Message) -> None:
        self._end = end
        self._leave_line()
        self._some.set()
