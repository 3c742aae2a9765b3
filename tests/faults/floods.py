"""Strangers who ask without end: what do others notice? Each flood lasts some seconds, on a site that stays up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from types import MappingProxyType

from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.server.offers import MOST_FILES
from tests.deploy.site import Deployed
from tests.faults.flooders import FOREIGN, Cookies, ask, elsewhere, post, put, talk, write
from tests.faults.outcome import PATIENCE_S, Outcome, p95
from tests.faults.readers import memory_mb
from tests.faults.strangers import STRANGER
from tests.load.session import Session

ALLOWED_S = 0.1
"""So fast are 95 of 100 answers to others meanwhile: `make faults` measures it, on a machine that does nothing else."""
NOBODY: Cookies = MappingProxyType({})


def rerun() -> bytes:
    """What does a page say when something was chosen?"""
    return BackMsg(rerun_script={"query_string": "lang=zh", "page_name": "talent"}).SerializeToString()


def names() -> bytes:
    """One message that asks for the addresses of 100,000 files."""
    request = {"request_id": "1", "file_names": ["a"] * 100_000}
    return BackMsg(file_urls_request=request).SerializeToString()


@asynccontextmanager
async def others(site: Deployed, cookies: Cookies) -> AsyncIterator[tuple[Session, list[float]]]:
    """A reader who looks ten times a second while the block runs, on the process that is flooded: with which waits?"""
    waits: list[float] = []
    async with Session(site.place(), cookies=dict(cookies)) as reader:
        await reader.visit("outsourcing", lang="en")
        text = reader.text()

        async def look() -> None:
            while True:
                await asyncio.sleep(0.1)
                async with asyncio.timeout(PATIENCE_S):
                    await reader.rerun()
                assert reader.text() == text
                waits.append(reader.seconds)

        looking = asyncio.create_task(look())
        try:
            yield reader, waits
            while not (waits or looking.done()):  # what was asked during the flood is answered at some time
                await asyncio.sleep(0.05)
        finally:
            looking.cancel()
            with suppress(asyncio.CancelledError):
                await looking


async def sockets(
    site: Deployed, seconds: float, said: bytes, *, count: int = 10, cookies: Cookies = NOBODY
) -> Outcome:
    """So many sockets say the same every 2 ms, and come back when they are hung up on."""
    before = memory_mb(site)
    async with others(site, cookies) as (reader, waits):
        place = site.place(STRANGER)
        told = await elsewhere(talk, place, reader.cookies, count=count, seconds=seconds, said=said)
    assert told["hung up"] > 0
    seen = f"{told['said']} messages; hung up on {told['hung up']} times"
    what = "ask for a run each 2 ms" if len(said) < 1000 else "ask for 100,000 names"
    return Outcome(f"{count} sockets {what}", seen, None, "none", (before, memory_mb(site)), p95(waits))


async def beside_messages(site: Deployed, seconds: float, *, cookies: Cookies = NOBODY) -> Outcome:
    """Pings without end, and parts of a message that never ends: five sockets each."""
    before = memory_mb(site)
    async with others(site, cookies) as (reader, waits):
        told = await elsewhere(write, site.place(STRANGER), reader.cookies, count=10, seconds=seconds)
    assert told["hung up"] > 0
    seen = f"hung up on {told['hung up']} times"
    memory = (before, memory_mb(site))
    return Outcome("10 sockets send pings, and parts of messages", seen, None, "none", memory, p95(waits))


async def origins(site: Deployed, seconds: float, *, cookies: Cookies = NOBODY) -> Outcome:
    """Websockets from a page of another site."""
    before = memory_mb(site)
    async with others(site, cookies) as (reader, waits):
        place, how = site.place(STRANGER), {"path": "/_stcore/stream", "headers": FOREIGN}
        told = await elsewhere(ask, place, reader.cookies, count=4, seconds=seconds, **how)
    assert set(told) <= {"403", "429"}, told
    seen = f"{told['403']} were refused (403), {told['429']} slowed down (429); no other host was asked"
    memory = (before, memory_mb(site))
    return Outcome("websockets from another site's pages", seen, None, "none", memory, p95(waits))


async def uploads(site: Deployed, seconds: float, *, cookies: Cookies = NOBODY, may: bool = True) -> Outcome:
    """Files of 5 MB with ever other names, to a page that takes one, or for a reader who may not hand in any."""
    before = memory_mb(site)
    async with others(site, cookies) as (reader, waits):
        place = site.place(STRANGER)
        page = Session(place, cookies=dict(reader.cookies))
        await page.connect()
        await page.visit("data")
        told = await elsewhere(put, place, page.cookies, count=4, seconds=seconds, page=page.session_id)
        held = memory_mb(site)
        page.drop()
    assert told["204"] == (MOST_FILES if may else 0), told
    seen = f"{told['204']} were taken, at {held - before:+.0f} MB; the others refused before they were read"
    who = "a reader's page that takes one" if may else "a reader who may hand in none"
    return Outcome(f"files without end, by {who}", seen, None, "none", (before, memory_mb(site)), p95(waits))


async def bodies(site: Deployed, seconds: float, *, count: int = 30, cookies: Cookies = NOBODY) -> Outcome:
    """Posts of 20 MB, sent slowly, with their length said and without: how much of them is on the disk?"""
    before, most = memory_mb(site), 0

    async def weigh() -> None:
        nonlocal most
        while True:
            files = (site.folder / "body").rglob("*")
            most = max(most, sum(file.stat().st_size for file in files if file.is_file()))
            await asyncio.sleep(0.1)

    async with others(site, cookies) as (_, waits):
        weighing = asyncio.create_task(weigh())
        told = await elsewhere(post, site.place(STRANGER), {}, count=count, seconds=seconds)
        weighing.cancel()
    assert most == 0, most
    assert set(told) <= {"403", "405", "413", "429"}, told
    seen = (
        "nothing of them on the disk: refused for their length (413), or for what they are before they came"
    )
    memory = (before, memory_mb(site))
    return Outcome(f"{count} slow posts of 20 MB", seen, None, "none", memory, p95(waits))


async def health(site: Deployed, seconds: float, *, cookies: Cookies = NOBODY) -> Outcome:
    """How it is, asked without end."""
    before = memory_mb(site)
    async with others(site, cookies) as (reader, waits):
        place, how = site.place(STRANGER), {"path": "/_health", "headers": {}}
        told = await elsewhere(ask, place, reader.cookies, count=8, seconds=seconds, **how)
    assert set(told) <= {"200", "429"}, told
    assert told["200"] <= 26 + 6 * seconds
    assert "/_health" not in site.access()
    seen = f"{told['200']} answers, {told['429']} slowed down (429); none in the log"
    return Outcome("asked without end how it is", seen, None, "none", (before, memory_mb(site)), p95(waits))


Flood = Callable[[Deployed, float], Awaitable[Outcome]]
FLOODS: tuple[Flood, ...] = (
    lambda site, seconds: sockets(site, seconds, rerun()),
    lambda site, seconds: sockets(site, seconds, names()),
    beside_messages,
    origins,
    uploads,
    bodies,
    health,
)
"""Those that need nobody to sign in: each takes a site and how long it lasts."""
