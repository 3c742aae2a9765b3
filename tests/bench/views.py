"""How many first views of a page are answered a second, and how long do they take while people click?

The overview as a browser asks for it, packed: from one process alone, and through the proxy that keeps it. It needs
nginx and h2load (Debian: nghttp2-client).
"""

from __future__ import annotations

import asyncio
import re
import statistics
from collections import defaultdict
from contextlib import AsyncExitStack, ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.goals import OURS, PROXIED
from tests.bench.runs import opened, percentile, place_of
from tests.bench.twins.served import Served, served
from tests.deploy.site import deployed

PAGE = "/?lang=zh"
A_SECOND = "first views a second"
WAIT = "first view while 50 sessions click, p99, ms"
ROUNDS = 5
_CONNECTIONS, _ALONE, _PROXIED, _BESIDE = (
    10,
    4000,
    18_000,
    400,
)  # 900 on a connection at most: at 1,000 nginx ends it
_SESSIONS, _EVERY_S, _A_SECOND = 50, 2.0, 50
_SENT = re.compile(r"finished in [^,]+, ([\d.]+) req/s")
_WELL = re.compile(r"status codes: (\d+) 2xx, (\d+) 3xx, (\d+) 4xx, (\d+) 5xx")


async def asked(url: str, count: int, *more: str, connections: int = _CONNECTIONS) -> float:
    """How many of so many requests are answered a second? Raises AssertionError where one is not answered well."""
    command = [
        "h2load",
        "--h1",
        "-t",
        "1",
        "-c",
        str(connections),
        "-n",
        str(count),
        "-H",
        "accept-encoding: gzip",
    ]
    run = await asyncio.create_subprocess_exec(*command, *more, url, stdout=asyncio.subprocess.PIPE)
    said = (await run.communicate())[0].decode()
    sent, well = _SENT.search(said), _WELL.search(said)
    assert sent, said
    assert well, said
    assert int(well[1]) == count, said
    return float(sent[1])


async def waited_ms(server: Served) -> list[float]:
    """How long does each of the first views take that are asked for while people click every two seconds?"""
    async with AsyncExitStack() as stack:
        sessions = await opened(stack, place_of(server), _SESSIONS)

        async def clicks(number: int) -> None:
            await asyncio.sleep(number * _EVERY_S / _SESSIONS)
            while True:
                await sessions[number].rerun()
                await asyncio.sleep(_EVERY_S)

        people = [asyncio.create_task(clicks(number)) for number in range(_SESSIONS)]
        with TemporaryDirectory() as folder:
            log = Path(folder, "log")
            each = str(_A_SECOND // 5)
            await asked(server.url + PAGE, _BESIDE, "--rps", each, f"--log-file={log}", connections=5)
            lines = log.read_text(encoding="utf-8").splitlines()
        for one in people:
            one.cancel()
            with suppress(asyncio.CancelledError):
                await one
    return [int(line.split("\t")[2]) / 1000 for line in lines]


def measured(*, rounds: int = ROUNDS) -> dict[str, dict[str, float]]:
    """The median of each measure: {measure: {who: figure}}."""
    taken: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    with ExitStack() as stack:
        ours = stack.enter_context(served(OURS))
        folder = stack.enter_context(TemporaryDirectory())
        site = stack.enter_context(deployed(Path(folder), rate=1_000_000))
        for _ in range(rounds):
            taken[A_SECOND][OURS].append(asyncio.run(asked(ours.url + PAGE, _ALONE)))
            taken[A_SECOND][PROXIED].append(asyncio.run(asked(site.url + PAGE, _PROXIED, connections=20)))
            taken[WAIT][OURS].append(percentile(asyncio.run(waited_ms(ours)), 99))
    return {
        measure: {name: statistics.median(found) for name, found in ways.items()}
        for measure, ways in taken.items()
    }
