"""What comes over a websocket beside messages: none of it reaches the page, and all of it costs."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import Any

from starlette.types import Receive

from pages.server.patience import Patience

_MOST_IN_A_ROW = 200
"""Pings and parts of one message. A browser sends none of the first, and cuts 10 MB into fewer of the second."""
_AT_ONCE = 4096
_FAREWELL_S = 1.0


class Frames:
    """Watches one connection of the server, as far as it is uvicorn's: in tests there may be none.

    uvicorn answers each ping and keeps each part of a message, however many come and whether or not anyone takes the
    answers, and goes on reading for ten seconds where it has hung up itself.
    """

    def __init__(self, receive: Receive, patience: Patience) -> None:
        self._protocol: Any = getattr(receive, "__self__", None)
        self._transport: Any = getattr(self._protocol, "transport", None)
        self._in_a_row, self._is_over, self._patience = 0, False, patience
        if self._transport:
            self._watch(self._protocol)

    def cut(self) -> None:
        """Reads no more of it, and ends it when what was said to it has arrived."""
        if self._transport:
            self._end_in(_FAREWELL_S)

    def _end_in(self, seconds: float) -> None:
        self._is_over = True
        self._transport.pause_reading()
        asyncio.get_running_loop().call_later(seconds, self._transport.abort)

    def _watch(self, protocol: Any) -> None:
        for name in ("handle_ping", "handle_cont"):
            setattr(protocol, name, self._counted(getattr(protocol, name)))
        self._message, protocol.send_receive_event_to_app = protocol.send_receive_event_to_app, self._whole
        self._data, protocol.data_received = protocol.data_received, self._in_parts

    def _counted(self, handle: Any) -> Any:
        def counted(*event: Any) -> None:
            self._in_a_row += 1
            if self._is_over or self._transport.is_closing():
                return
            if self._in_a_row > _MOST_IN_A_ROW:
                self._end_in(self._patience.held_s(monotonic()))
            else:
                handle(*event)

        return counted

    def _whole(self) -> None:
        self._in_a_row = 0
        self._message()

    def _in_parts(self, data: bytes) -> None:
        """A connection that is over the limit is over it within a few kilobytes, and the rest is not looked at."""
        for at in range(0, len(data), _AT_ONCE):
            if not (self._is_over or self._transport.is_closing()):
                self._data(data[at : at + _AT_ONCE])
