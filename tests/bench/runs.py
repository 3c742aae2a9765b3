"""What does a rerun of the overview cost the server? Real websocket sessions against one process of each way.

- reruns a second, 50 sessions that ask again as soon as they are answered;
- click to answer of 100 people who click every 10 seconds: the 95th percentile, ms;
- memory of a further session, MB;
- the first session of a fresh server beside its second, seconds.
"""

from __future__ import annotations

import asyncio
import random
import statistics
from collections import defaultdict
from collections.abc import Sequence
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

from tests.bench.twins.served import Served, served
from tests.load.session import Place, Session

WAYS = ("ours", "bare", "stock")
ROUNDS = 5
_AT_ONCE, _FOR_S = 50, 4.0
_PEOPLE, _EVERY_S, _CLICKS = 100, 10.0, 2
_FURTHER = 100


def place_of(server: Served) -> Place:
    """Where do sessions of this server connect?"""
    parts = urlsplit(server.url)
    return Place(str(parts.hostname), int(parts.port or 0), tls=False)


async def opened(stack: AsyncExitStack, place: Place, count: int) -> list[Session]:
    """So many sessions with the overview open, ended with the stack."""
    found = []
    for _ in range(count):
        session = await stack.enter_async_context(Session(place))
        await session.visit()
        found.append(session)
    return found


async def reruns_a_second(place: Place, *, sessions: int = _AT_ONCE, seconds: float = _FOR_S) -> float:
    """How many reruns a second does a process answer to sessions that never think?"""
    async with AsyncExitStack() as stack:
        found = await opened(stack, place, sessions)
        end, done = monotonic() + seconds, 0
        begun = monotonic()

        async def ask(session: Session) -> None:
            nonlocal done
            while monotonic() < end:
                await session.rerun()
                done += 1

        await asyncio.gather(*map(ask, found))
        return done / (monotonic() - begun)


async def answers_ms(place: Place) -> list[float]:
    """How long do people wait for the answer to a click, who click every ten seconds?"""
    async with AsyncExitStack() as stack:
        found = await opened(stack, place, _PEOPLE)
        chance = random.Random(20210913)
        waited: list[float] = []

        async def person(session: Session) -> None:
            await asyncio.sleep(chance.uniform(0, _EVERY_S))
            for _ in range(_CLICKS):
                await session.rerun()
                waited.append(session.seconds * 1000)
                await asyncio.sleep(_EVERY_S)

        await asyncio.gather(*map(person, found))
        return waited


async def megabytes_a_session(server: Served) -> float:
    """How much does the memory of the process grow with each session that stays?"""
    async with AsyncExitStack() as stack:
        await opened(stack, place_of(server), 20)
        before = megabytes(server.pid)
        await opened(stack, place_of(server), _FURTHER)
        return (megabytes(server.pid) - before) / _FURTHER


def megabytes(pid: int) -> float:
    """How much memory does a process hold?"""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


async def first_and_second(server: Served) -> tuple[float, float]:
    """How many seconds do the first two sessions of a server wait for the overview?"""
    waited = []
    for _ in range(2):
        async with Session(place_of(server)) as session:
            await session.visit()
            waited.append(session.seconds)
    return waited[0], waited[1]


def percentile(found: Sequence[float], part: float) -> float:
    """Which value do so many of a hundred stay under? The nearest of the values themselves."""
    return sorted(found)[min(len(found) - 1, int(len(found) * part / 100))]


def measured(*, rounds: int = ROUNDS) -> dict[str, dict[str, float]]:
    """The median of each measure of each way: {measure: {name: figure}}."""
    taken: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for name in WAYS:
        for _ in range(rounds):
            with served(name) as server:
                first, second = asyncio.run(first_and_second(server))
            taken["first session, more than the second, s"][name].append(first - second)
    with ExitStack() as stack:
        servers = {name: stack.enter_context(served(name)) for name in WAYS}
        for _ in range(rounds):
            for name, server in servers.items():
                taken["reruns a second, 50 sessions"][name].append(
                    asyncio.run(reruns_a_second(place_of(server)))
                )
        for name, server in servers.items():
            taken["memory of a further session, MB"][name].append(asyncio.run(megabytes_a_session(server)))
        for name in ("ours", "bare"):
            waits = asyncio.run(answers_ms(place_of(servers[name])))
            taken["click to answer, 100 people, p95, ms"][name].append(percentile(waits, 95))
    return {
        measure: {name: statistics.median(found) for name, found in ways.items()}
        for measure, ways in taken.items()
    }
