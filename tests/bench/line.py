"""A line of an office: what goes through it is so late and so slow, in both directions.

Between the browser and the server, as a line is: what the browser does by itself to be slow holds no sender back.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

MBIT_A_SECOND, ROUND_TRIP_MS = 20, 20
_PIECE = 16 * 1024


@dataclass(slots=True)
class _Way:
    """One direction, which all connections share: when is it free for the next piece?"""

    free: float = 0.0

    def passed(self, size: int, now: float) -> float:
        """When has a piece of so many bytes, sent now, left the line on the other side?"""
        self.free = max(self.free, now) + size * 8 / (MBIT_A_SECOND * 1e6)
        return self.free + ROUND_TRIP_MS / 2e3


@dataclass(slots=True)
class _Line:
    """The line to a server: every connection to it waits for the same two directions."""

    host: str
    port: int
    down: _Way = field(default_factory=_Way)
    up: _Way = field(default_factory=_Way)

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Passes on what a connection sends and receives, until both sides have ended."""
        there, to = await asyncio.open_connection(self.host, self.port)
        await asyncio.gather(_carried(reader, to, self.up), _carried(there, writer, self.down))


async def _carried(source: asyncio.StreamReader, target: asyncio.StreamWriter, way: _Way) -> None:
    """Takes pieces until the source ends, and hands each over once it is through."""
    loop = asyncio.get_running_loop()
    sent: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(maxsize=64)  # a sender waits, as on a full line

    async def hand_over() -> None:
        while (piece := await sent.get())[1]:
            await asyncio.sleep(piece[0] - loop.time())
            target.write(piece[1])
            await target.drain()
        target.close()

    handing = asyncio.ensure_future(hand_over())
    with suppress(ConnectionError):  # who has gone away sends nothing more
        while data := await source.read(_PIECE):
            await sent.put((way.passed(len(data), loop.time()), data))
    await sent.put((0.0, b""))
    with suppress(ConnectionError):  # and gets nothing
        await handing


async def _serve(host: str, port: int) -> None:
    """Carries connections to a server until the process is ended, and prints the port that they come to."""
    server = await asyncio.start_server(_Line(host, port).connect, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def slow(url: str) -> Iterator[str]:
    """The address at which the same server answers over the slow line, a process of its own, while the block runs."""
    place = urlsplit(url)
    command = [sys.executable, "-m", __spec__.name, str(place.hostname), str(place.port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as line:
        try:
            assert line.stdout
            port = int(line.stdout.readline())
            yield urlunsplit(place._replace(netloc=f"{place.hostname}:{port}"))
        finally:
            line.kill()


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1], int(sys.argv[2])))
