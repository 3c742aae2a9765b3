"""What do programs get by address, and what do readers notice of it? The site as deployed, behind its proxy.

`python -m tests.bench.by_address` prints a line for each figure and ends with 1 where one is over its limit. It needs
nginx and h2load (Debian: nghttp2-client).
"""

from __future__ import annotations

import asyncio
import re
import statistics
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.runs import percentile
from tests.deploy.site import Deployed, deployed
from tests.load.people import people, screens

FACT = "/api/facts/services_trade_total.json"
ROUNDS, FOR_S = 5, 12.0
READERS, THINKS_S = 50, 2.0
ASKED_A_SECOND, CONNECTIONS, AT_ONCE = (
    1000,
    20,
    18_000,
)  # 900 on a connection: at 1,000 nginx ends it, and h2load may hang
LEAST_A_SECOND, MOST_RISE = 5000, 1.1
_SENT = re.compile(r"finished in [^,]+, ([\d.]+) req/s")
_WELL = re.compile(r"status codes: (\d+) 2xx, (\d+) 3xx, (\d+) 4xx, (\d+) 5xx")


async def asked(site: Deployed, count: int, *limits: str, again: bool = False) -> float:
    """How many of so many requests are answered a second? `again` asks whether the answer is still the same: 304.

    Raises AssertionError where one is refused.
    """
    tag = ["-H", f"if-none-match: {await _tag(site)}"] if again else []
    command = ["h2load", "--h1", "-t", "1", "-c", str(CONNECTIONS), "-n", str(count), *limits, *tag]
    run = await asyncio.create_subprocess_exec(
        *command, f"{site.url}{FACT}", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    said = (await run.communicate())[0].decode()
    sent, well = _SENT.search(said), _WELL.search(said)
    assert sent, said
    assert well, said
    assert well[3] == well[4] == "0", said
    return float(sent[1])


async def _tag(site: Deployed) -> str:
    command = ["curl", "--insecure", "--silent", "--head", f"{site.url}{FACT}"]
    run = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    head = (await run.communicate())[0].decode()
    found = re.search(r"(?im)^etag: (.+?)\r?$", head)
    assert found, head
    return found[1]


@asynccontextmanager
async def programs(site: Deployed) -> AsyncIterator[asyncio.Task[float]]:
    """Programs that ask so often while the block runs."""
    each = str(ASKED_A_SECOND // CONNECTIONS)
    work = asyncio.create_task(asked(site, round(ASKED_A_SECOND * FOR_S), "--rps", each))
    yield work
    await work


async def clicks(site: Deployed, known: dict[tuple[str, str], str]) -> float:
    """How many seconds does an answer take for 95 of 100 clicks of the readers?"""
    told = await people(site.place(), READERS, FOR_S, known, thinks_s=THINKS_S)
    assert not told.wrong, told.wrong[:3]
    return percentile(told.seconds, 95)


async def measured(site: Deployed) -> dict[str, Sequence[float]]:
    """Each figure, a round at a time: by turns alone and beside the programs."""
    known = await screens(site.place())
    found: dict[str, list[float]] = {"cached": [], "unchanged": [], "alone": [], "beside": [], "asked": []}
    for _ in range(ROUNDS):
        found["cached"].append(await asked(site, AT_ONCE))
        found["unchanged"].append(await asked(site, AT_ONCE, again=True))
        found["alone"].append(await clicks(site, known))
        async with programs(site) as work:
            found["beside"].append(await clicks(site, known))
        found["asked"].append(await work)
    return dict(found)


def main() -> int:
    """How many are over their limit?"""
    with TemporaryDirectory() as folder, deployed(Path(folder), rate=1_000_000) as site:
        medians = {name: statistics.median(values) for name, values in asyncio.run(measured(site)).items()}
    rise = medians["beside"] / medians["alone"]
    print(
        f"JSON of a figure from the proxy's memory: {medians['cached']:,.0f} a second (≥ {LEAST_A_SECOND:,})"
    )
    print(f"the same, answered with 304: {medians['unchanged']:,.0f} a second")
    print(
        f"{READERS} readers, p95 of a click: {1000 * medians['alone']:.1f} ms alone, {1000 * medians['beside']:.1f} ms"
        f" beside {medians['asked']:,.0f} requests a second (ratio {rise:.2f}, ≤ {MOST_RISE})"
    )
    return (medians["cached"] < LEAST_A_SECOND) + (rise > MOST_RISE)


if __name__ == "__main__":
    sys.exit(main() > 0)
