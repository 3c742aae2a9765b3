"""Many readers at once, each at a page and filters of their own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

from tests.deploy.site import Deployed
from tests.faults.outcome import PATIENCE_S
from tests.load.session import Session

WITHIN_S = 5.0
"""So long may a reader be without the page after a process died: `make faults` measures it."""

Places = Sequence[tuple[str, dict[str, str]]]
PLACES: Places = (
    ("outsourcing", {"lang": "en", "currency": "CNY"}),
    ("trade-volume", {"lang": "zh", "currency": "USD"}),
    ("talent", {"lang": "en"}),
    ("comparison", {"lang": "zh"}),
    ("enterprises", {"lang": "en"}),
    ("emerging-sectors", {"lang": "zh"}),
)


@asynccontextmanager
async def readers(site: Deployed, count: int, *, places: Places = PLACES) -> AsyncIterator[list[Session]]:
    """Readers with their pages open, a few coming at a time, spread over the processes by the proxy."""
    async with AsyncExitStack() as stack:
        found = []
        for number in range(count):
            reader = await stack.enter_async_context(Session(site.place()))
            path, query = places[number % len(places)]
            await reader.visit(path, **query)
            found.append(reader)
        yield found


async def look_again(found: list[Session]) -> float:
    """Has every reader's page run again, a few at a time, and how long did the slowest wait?"""
    turn = asyncio.Semaphore(3)

    async def once(reader: Session) -> float:
        async with turn:
            await reader.rerun()
            return reader.seconds

    return max(await asyncio.gather(*(once(reader) for reader in found)))


async def all_back(lost: list[Session], *, within: float = PATIENCE_S) -> float:
    """How long did the last of these wait until it saw the same page with the same filters as before?"""
    before = [reader.text() for reader in lost]
    waited = await asyncio.gather(*(reader.come_back(within=within) for reader in lost))
    for reader, text in zip(lost, before, strict=True):
        assert reader.text() == text
    return max(waited, default=0.0)


def memory_mb(site: Deployed) -> float:
    """How much memory do the processes hold together?"""
    return sum(process.memory_mb for process in site.processes)
