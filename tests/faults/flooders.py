"""Those who flood a site, in a process of their own: who measures what others notice must not wait for them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from time import monotonic
from typing import Any, Protocol

import httpx2
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.faults.outcome import PATIENCE_S
from tests.load.session import Place, Session

EACH_S = 0.002
_PING, _PART, _NEXT_PART = b"\x89\x80" + bytes(4), b"\x02\x80" + bytes(4), b"\x00\x80" + bytes(4)
BESIDE = ((_PING, _PING), (_PART, _NEXT_PART))
"""What one socket writes at first, and then without end: pings, and parts of a message that never ends."""
POSTED = (("/", {"Content-Length": "20000000"}), ("/talent", {}), ("/_stcore/upload_file/a/b", {}))
_FILE = b"x" * 5_000_000
FOREIGN = {
    "Origin": "https://evil.example",
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}
Cookies = Mapping[str, str]


class Flooder(Protocol):
    """One of many: does so until a time, and counts what came of it."""

    def __call__(
        self, place: Place, cookies: dict[str, str], number: int, end: float, told: Counter[str], **how: Any
    ) -> Coroutine[Any, Any, None]: ...


async def elsewhere(
    flooder: Flooder, place: Place, cookies: Cookies, *, count: int, seconds: float, **how: Any
) -> Counter[str]:
    """What came of so many of them, in another process?"""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
        work = one.submit(_flood, flooder, place, dict(cookies), count, seconds, how)
        return await asyncio.wrap_future(work)


def _flood(
    flooder: Flooder, place: Place, cookies: dict[str, str], count: int, seconds: float, how: dict[str, Any]
) -> Counter[str]:
    told = Counter[str]()

    async def all_at_once() -> None:
        end = monotonic() + seconds
        all_of_them = asyncio.gather(
            *(flooder(place, cookies, number, end, told, **how) for number in range(count))
        )
        while goes_on(end, told) and not all_of_them.done():
            await asyncio.sleep(0.05)
        all_of_them.cancel()  # who is held has nothing more to say
        with suppress(asyncio.CancelledError):
            await all_of_them

    asyncio.run(all_at_once())
    return told


def goes_on(end: float, told: Counter[str]) -> bool:
    """Is it not over yet? Where the machine is slow it goes on until somebody was hung up on."""
    return monotonic() < end + (0 if told["hung up"] else PATIENCE_S)


async def talk(
    place: Place, cookies: dict[str, str], _number: int, end: float, told: Counter[str], *, said: bytes
) -> None:
    """Says the same every 2 ms, and comes back when it is hung up on."""
    while goes_on(end, told):
        stranger = Session(place, cookies=dict(cookies))
        try:
            await stranger.connect()
            reading = asyncio.create_task(_read(stranger))
            while goes_on(end, told):
                await stranger.send(said)
                told["said"] += 1
                await asyncio.sleep(EACH_S)
            reading.cancel()
            stranger.drop()
        except ConnectionClosed:
            told["hung up"] += 1
        except (OSError, InvalidHandshake):
            await asyncio.sleep(0.1)


async def _read(stranger: Session) -> None:
    with suppress(ConnectionClosed):
        await stranger.drain()


async def ask(
    place: Place,
    cookies: dict[str, str],
    _number: int,
    end: float,
    told: Counter[str],
    *,
    path: str,
    headers: Mapping[str, str],
) -> None:
    """Asks for the same again and again, on one connection, and counts the answers by their status."""
    async with _client(place) as client:
        while monotonic() < end:
            answer = await client.get(place.origin + path, headers={**headers, "Cookie": _line(cookies)})
            told[str(answer.status_code)] += 1


async def put(
    place: Place, cookies: dict[str, str], number: int, end: float, told: Counter[str], *, page: str
) -> None:
    """Hands in files of 5 MB with ever other names, to one page."""
    async with _client(place) as client:
        # What Streamlit's page sends along with a file comes with the first thing that it asks for.
        first = await client.get(f"{place.origin}/_stcore/health", headers={"Cookie": _line(cookies)})
        xsrf = first.cookies["_streamlit_xsrf"]
        headers = {"Cookie": f"{_line(cookies)}; _streamlit_xsrf={xsrf}", "X-Xsrftoken": xsrf}
        turn = 0
        while monotonic() < end:
            to = f"{place.origin}/_stcore/upload_file/{page}/{number}-{turn}"
            with suppress(httpx2.TransportError):  # refused before all of it was sent
                found = await client.put(to, files={"file": ("a.csv", _FILE, "text/csv")}, headers=headers)
                told[str(found.status_code)] += 1
            turn += 1
            await asyncio.sleep(0.01)


async def post(place: Place, _cookies: dict[str, str], number: int, end: float, told: Counter[str]) -> None:
    """Posts 20 MB slowly, with the length said, without it, or to where files go."""
    path, headers = POSTED[number % len(POSTED)]

    async def pour() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"x" * 200_000
            await asyncio.sleep(0.05)

    with suppress(TimeoutError):
        async with asyncio.timeout(end - monotonic()), _client(place) as client:
            while True:
                with suppress(httpx2.TransportError):
                    found = await client.post(place.origin + path, content=pour(), headers=headers)
                    told[str(found.status_code)] += 1
                await asyncio.sleep(0.1)


def _client(place: Place) -> httpx2.AsyncClient:
    way = httpx2.AsyncHTTPTransport(verify=False, local_address=place.coming_from)
    return httpx2.AsyncClient(transport=way, timeout=PATIENCE_S)


def _line(cookies: Cookies) -> str:
    return "; ".join(f"{name}={text}" for name, text in cookies.items())


async def write(place: Place, cookies: dict[str, str], number: int, end: float, told: Counter[str]) -> None:
    """Writes what is no message, half of them pings, half of them parts."""
    first, again = BESIDE[number % 2]
    while goes_on(end, told):
        stranger = Session(place, cookies=dict(cookies))
        with suppress(OSError, InvalidHandshake):
            await stranger.connect()
            stranger.write(first)
            while (going := goes_on(end, told)) and stranger.write(again * 500):
                await asyncio.sleep(EACH_S)
            told["hung up"] += going
        await asyncio.sleep(0.1)
