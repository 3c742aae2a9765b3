"""What one who means harm can do to the others: connections that say nothing, messages that are too much."""

from __future__ import annotations

import asyncio
import secrets
import ssl
from collections import Counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed

from tests.deploy.site import Deployed
from tests.faults.outcome import PATIENCE_S, Outcome
from tests.faults.readers import memory_mb
from tests.load.session import Session

STRANGER = "127.0.0.2"
TOO_MUCH, BROKEN, CUT = 1009, 1002, 1006
"""How the server hangs up: on a message that is too big, on one that is none, and while one is still being sent."""


async def slow_loris(site: Deployed, count: int, *, to_the_end: bool) -> Outcome:
    """Connections that send half a request and then nothing: others are answered, and they are hung up on."""
    before = memory_mb(site)
    how = ssl.create_default_context()
    how.check_hostname, how.verify_mode = False, ssl.CERT_NONE
    turn = asyncio.Semaphore(50)

    async def hold() -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        async with turn:
            reader, writer = await asyncio.open_connection(
                "127.0.0.1",
                site.site.https,
                ssl=how,
                server_hostname=site.site.name,
                local_addr=(STRANGER, 0),
            )
            writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-")
            await writer.drain()
            return reader, writer

    async with Session(site.place()) as other:
        await other.visit("talent")
        held = await asyncio.gather(*(hold() for _ in range(count)))
        await other.visit("outsourcing")
        slowest = other.seconds
        async with Session(site.place()) as newcomer:
            await newcomer.visit("talent")
            slowest = max(slowest, newcomer.seconds)
        if to_the_end:
            async with asyncio.timeout(30):
                # Hung up on with a reset, so that nothing of them is kept.
                await asyncio.gather(*(reader.read() for reader, _ in held), return_exceptions=True)
        for _, writer in held:
            writer.close()
        await asyncio.gather(*(writer.wait_closed() for _, writer in held), return_exceptions=True)
    assert slowest < PATIENCE_S
    ended = "; all were hung up on within 30 s" if to_the_end else ""
    seen = f"others were answered within {slowest:.1f} s{ended}"
    return Outcome(
        f"{count} connections that send half a request", seen, None, "none", (before, memory_mb(site))
    )


async def too_much(site: Deployed, times: int) -> Outcome:
    """Messages of 10 MB, and bytes that are no message: their sender is hung up on, another reader is not."""
    before = memory_mb(site)
    huge = BackMsg()
    huge.rerun_script.query_string = "q=" + "x" * 10_000_000
    large = BackMsg()
    large.rerun_script.query_string = "q=" + "x" * 2_000_000
    told: Counter[int | None] = Counter()
    async with Session(site.place()) as other:
        await other.visit("talent")
        for _ in range(times):
            for bad in (
                huge.SerializeToString(),
                large.SerializeToString(),
                b"\xff" * 64,
                secrets.token_bytes(4096),
            ):
                stranger = Session(site.place(STRANGER), cookies=dict(other.cookies))
                async with stranger:
                    await stranger.send(bad)
                    told[(await asyncio.wait_for(stranger.lost(), PATIENCE_S))[0]] += 1
            await other.rerun()
    assert {TOO_MUCH, BROKEN} <= set(told) <= {TOO_MUCH, BROKEN, CUT}
    after = memory_mb(site)
    assert after - before < 200
    seen = f"the sender is hung up on (code 1009, 1002 or 1006, {sum(told.values())} times)"
    return Outcome("messages of 2 and 10 MB, malformed protobuf", seen, None, "none", (before, after))


async def many_addresses(site: Deployed, count: int, visits: int) -> Outcome:
    """Addresses that nobody has: the sender is slowed down, others are not, and nothing of it stays in memory."""
    before = memory_mb(site)
    how = ssl.create_default_context()
    how.check_hostname, how.verify_mode = False, ssl.CERT_NONE
    answers: Counter[bytes] = Counter()

    async def ask(number: int) -> None:
        for some in range(0, number, 500):  # nginx ends a connection after a thousand requests
            await ask_some(min(500, number - some))

    async def ask_some(number: int) -> None:
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", site.site.https, ssl=how, server_hostname=site.site.name, local_addr=(STRANGER, 0)
        )
        for turn in range(number):
            path = f"/{secrets.token_hex(8)}-{turn}?{secrets.token_hex(4)}={secrets.token_hex(200)}"
            writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            head = await reader.readuntil(b"\r\n\r\n")
            answers[head[9:12]] += 1
            await _skip_body(reader, head)
        writer.close()
        await asyncio.gather(writer.wait_closed(), return_exceptions=True)

    async with Session(site.place()) as other:
        await other.visit("talent")
        streams = 8
        await asyncio.gather(*(ask(count // streams) for _ in range(streams)))
        await other.rerun()
        slowest = other.seconds
        for _ in range(visits):
            async with Session(site.place(STRANGER), cookies=dict(other.cookies)) as stranger:
                try:
                    await stranger.visit(secrets.token_hex(8), q=secrets.token_hex(200))
                except ConnectionClosed as closed:
                    raise AssertionError("an unknown address ended a session") from closed
    assert set(answers) <= {b"404", b"429"}
    assert slowest < PATIENCE_S
    after = memory_mb(site)
    assert after - before < 100
    slowed = f"{answers[b'404']} got the page that says so, {answers[b'429']} were slowed down (429)"
    seen = f"{slowed}; others {slowest:.1f} s"
    return Outcome(f"{sum(answers.values())} unknown addresses", seen, None, "none", (before, after))


async def _skip_body(reader: asyncio.StreamReader, head: bytes) -> None:
    lines = {line.partition(b":")[0].lower(): line.partition(b":")[2].strip() for line in head.split(b"\r\n")}
    if b"content-length" in lines:
        await reader.readexactly(int(lines[b"content-length"]))
        return
    while size := int((await reader.readline()).strip() or b"0", 16):
        await reader.readexactly(size + 2)
    await reader.readline()
