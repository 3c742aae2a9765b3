"""An open websocket, held only as long as the session of whoever opened it stands."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.signin.session import Session

CHECK_S = 1.0
POLICY_VIOLATION = 1008


def reload_page() -> bytes:
    """Which message makes Streamlit's page load its address anew, and so ask to sign in? An empty redirect.

    >>> ForwardMsg.FromString(reload_page()).WhichOneof("type")
    'auth_redirect'
    """
    message = ForwardMsg()
    message.auth_redirect.SetInParent()
    return bytes(message.SerializeToString())


class HeldSocket:
    """Passes messages while the session stands; then sends the page to the sign-in and closes.

    Asked every second, before each message of the reader's, and by the clock before each message to the reader.
    """

    def __init__(
        self,
        session: Session,
        receive: Receive,
        send: Send,
        *,
        stands: Callable[[Session], Awaitable[bool]],
        now: Callable[[], float],
    ) -> None:
        self._session = session
        self._stands = stands
        self._now = now
        self._receive = receive
        self._send = send
        self._over = False

    async def run(self, app: ASGIApp, scope: Scope) -> None:
        """Serves the socket until either side ends it."""
        watch = asyncio.create_task(self._watch())
        try:
            await app(scope, self._from_reader, self._to_reader)
        finally:
            watch.cancel()

    async def _watch(self) -> None:
        while not self._over:
            await asyncio.sleep(CHECK_S)
            if not await self._stands(self._session):
                await self._end()

    async def _from_reader(self) -> Message:
        message = await self._receive()
        if message["type"] == "websocket.receive" and (self._over or not await self._stands(self._session)):
            await self._end()
            return {"type": "websocket.disconnect", "code": POLICY_VIOLATION}
        return message

    async def _to_reader(self, message: Message) -> None:
        if not self._over and not self._session.is_current(self._now()):
            await self._end()
        if not self._over:
            self._over = message["type"] == "websocket.close"
            await self._send(message)

    async def _end(self) -> None:
        if self._over:
            return
        self._over = True
        try:
            await self._send({"type": "websocket.send", "bytes": reload_page()})
            await self._send({"type": "websocket.close", "code": POLICY_VIOLATION})
        except (OSError, RuntimeError):
            return  # the reader has gone, or not come yet
