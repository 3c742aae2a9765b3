"""A reader without a browser: one websocket that speaks Streamlit's protocol, as its front end does.

    async with Session(Place("localhost", 8443)) as reader:
        await reader.visit("outsourcing", lang="en")
        print(reader.text(), reader.seconds)

The front end sends one kind of message, `BackMsg.rerun_script`: address, page, and the state of every widget.
The server answers with `ForwardMsg`s: `new_session` (a run begins), a `delta` for each element at its place on
the page, and `script_finished`. Message types are the ones of the installed Streamlit, so a change of the
protocol is a failure here and never a silent difference.
"""

from __future__ import annotations

import asyncio
import html
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

_TAG = re.compile(r"<style>.*?</style>|<script>.*?</script>|<[^>]+>", re.DOTALL)
_COOKIE = re.compile(r"([^=;\s]+)=([^;]*)")
_DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


class BrokenRun(Exception):
    """The script did not run to its end."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site is: its name, the port, whether TLS is spoken, and from which address one comes."""

    name: str
    port: int
    tls: bool = True
    coming_from: str = "127.0.0.1"

    @property
    def origin(self) -> str:
        """What does a browser call it?"""
        return f"http{'s' * self.tls}://{self.name}:{self.port}"


@dataclass(slots=True)
class Session:
    """One reader's tab. `seconds` is how long the last answer took, from the click to the end of the run; `runs`
    counts the runs that the server began."""

    place: Place
    cookies: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    session_id: str = ""
    runs: int = 0
    _socket: ClientConnection | None = None
    _state: BackMsg = field(default_factory=BackMsg)
    _elements: dict[tuple[int, ...], Delta] = field(default_factory=dict)

    async def __aenter__(self) -> Self:
        await self.connect()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @property
    def process(self) -> str:
        """Which process does the proxy keep this reader on? Blank before it said so."""
        return self.cookies.get("cq_process", "")

    async def connect(self) -> None:
        """Opens the websocket, with the cookies that were set and the session that was there before."""
        tls = None
        if self.place.tls:
            tls = ssl.create_default_context()
            tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE  # the tests make the certificate
        protocols = ["streamlit", "PLACEHOLDER_AUTH_TOKEN"] + [self.session_id] * bool(self.session_id)
        self._socket = await connect(
            f"ws{'s' * self.place.tls}://{self.place.name}:{self.place.port}/_stcore/stream",
            ssl=tls,
            host="127.0.0.1",
            local_addr=(self.place.coming_from, 0),
            origin=self.place.origin,  # type: ignore[arg-type]
            subprotocols=protocols,  # type: ignore[arg-type]
            additional_headers={"Cookie": "; ".join(f"{name}={text}" for name, text in self.cookies.items())},
            compression=None,
            max_size=None,
            open_timeout=30,
            ping_interval=None,  # the front end sends none
        )
        for line in self._answer_headers("Set-Cookie"):
            if found := _COOKIE.match(line):
                self.cookies[found[1]] = found[2]

    async def close(self) -> None:
        """Closes the tab."""
        if self._socket:
            await self._socket.close()

    def drop(self) -> None:
        """Is gone from one moment to the next, as a laptop that is shut."""
        if self._socket:
            self._socket.transport.abort()

    async def visit(self, path: str = "", **query: str) -> None:
        """Opens a page of the site, as an address typed into a fresh tab does. Raises BrokenRun."""
        asked = self._state.rerun_script
        asked.Clear()
        asked.page_name = path
        asked.query_string = urlencode({"lang": "zh"} | query)
        asked.context_info.url = f"{self.place.origin}/{path}"
        asked.context_info.timezone, asked.context_info.locale = "Asia/Shanghai", "zh-CN"
        await self.rerun()

    async def press(self, key: str) -> None:
        """Presses the button of this key. Raises BrokenRun, KeyError where no such button stands on the page."""
        state = self._state.rerun_script.widget_states.widgets.add()
        state.id, state.trigger_value = self.widget(key), True
        try:
            await self.rerun()
        finally:
            del self._state.rerun_script.widget_states.widgets[:]

    async def give(self, key: str, name: str, size: int, place: str) -> None:
        """Tells the page of a file that lies at `place` for its widget of this key. Raises BrokenRun, KeyError."""
        state = self._state.rerun_script.widget_states.widgets.add()
        state.id = self.widget(key)
        file = state.file_uploader_state_value.uploaded_file_info.add(file_id=name, name=name, size=size)
        file.file_urls.file_id = name
        file.file_urls.upload_url = file.file_urls.delete_url = place
        await self.rerun()

    async def rerun(self) -> None:
        """Runs the page again with everything as it is, and waits for the end. Raises BrokenRun."""
        begun = monotonic()
        await self.send(self._state.SerializeToString())
        await self._until_finished()
        self.seconds = monotonic() - begun

    async def send(self, message: bytes) -> None:
        """Sends these bytes, whatever they are."""
        assert self._socket
        await self._socket.send(message)

    def write(self, frames: bytes) -> bool:
        """Writes these bytes past the protocol of websockets; False where the server has hung up."""
        if not self._socket or self._socket.transport.is_closing():
            return False
        self._socket.transport.write(frames)
        return True

    async def drain(self) -> None:
        """Takes what the server says, and looks at none of it, until it hangs up."""
        assert self._socket
        async for _ in self._socket:
            pass

    async def lost(self) -> tuple[int | None, str]:
        """Waits until the server has hung up. Which code and reason did it give?"""
        assert self._socket
        await self._socket.wait_closed()
        return self._socket.close_code, self._socket.close_reason or ""

    async def come_back(self, *, within: float) -> float:
        """Connects again and opens the same page with the same filters, as the front end does by itself.

        Returns the seconds that it took, from now to the end of the run. Raises TimeoutError past `within`.
        """
        begun = monotonic()
        async with asyncio.timeout(within):
            while True:
                try:
                    await self.connect()
                    await self.rerun()
                    return monotonic() - begun
                except (OSError, InvalidHandshake, ConnectionClosed):
                    await asyncio.sleep(0.1)  # the front end waits half a second before it tries again

    def text(self) -> str:
        """What does the page say? The texts of its HTML, in order of their places."""
        return "\n".join(html.unescape(_TAG.sub(" ", body)) for body in self.bodies())

    def bodies(self) -> list[str]:
        """Which pieces of HTML stand on the page?"""
        found = []
        for element in self.elements():
            if element.HasField("html"):
                found.append(element.html.body)
            elif element.HasField("bidi_component"):
                found.append(
                    element.bidi_component.bytes.decode().partition("\n")[2]
                )  # the charts stand before
        return found

    def elements(self, kind: str = "") -> list[Any]:
        """Which elements stand on the page, in order of their places? `kind` as Streamlit's protocol names it."""
        found = [
            delta.new_element for _, delta in sorted(self._elements.items()) if delta.HasField("new_element")
        ]
        return [element for element in found if kind in ("", element.WhichOneof("type"))]

    def widget(self, key: str) -> str:
        """Which id has the widget of this key? Raises KeyError where there is none."""
        for element in self.elements():
            inner = getattr(element, element.WhichOneof("type") or "empty")
            if str(getattr(inner, "id", "")).endswith(f"-{key}"):
                return str(inner.id)
        raise KeyError(key)

    def headers(self) -> Mapping[str, str]:
        """How was the handshake answered?"""
        assert self._socket
        assert self._socket.response
        return {name.lower(): text for name, text in self._socket.response.headers.raw_items()}

    def _answer_headers(self, name: str) -> list[str]:
        assert self._socket
        assert self._socket.response
        return self._socket.response.headers.get_all(name)

    async def _until_finished(self) -> None:
        assert self._socket
        fresh: dict[tuple[int, ...], Delta] | None = None
        async for content in self._socket:
            message = ForwardMsg.FromString(content)  # type: ignore[arg-type]
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.session_id = message.new_session.initialize.session_id
                self.runs += 1
                fresh = {}
                self._state.rerun_script.page_script_hash = message.new_session.page_script_hash
            elif kind == "navigation":
                self._state.rerun_script.page_script_hash = message.navigation.page_script_hash
            elif kind == "page_info_changed":
                self._state.rerun_script.query_string = message.page_info_changed.query_string
            elif kind == "delta" and fresh is not None:
                fresh[tuple(message.metadata.delta_path)] = message.delta
            elif kind == "script_finished" and fresh is not None:
                if message.script_finished in _DONE:
                    self._elements = fresh
                    return
                if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    raise BrokenRun(f"the run ended with status {message.script_finished}")
        raise ConnectionClosed(self._socket.protocol.close_rcvd, self._socket.protocol.close_sent)
