"""The long forms of all faults: `python -m tests.faults`. Ten minutes; writes a table into deploy/RESULTS.md."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory

from lib.catalog.schema import STORED
from tests.deploy.site import Deployed, deployed
from tests.faults import clock, data, floods, guarded, handed_in, processes, results, strangers
from tests.faults.outcome import Outcome
from tests.faults.readers import WITHIN_S
from tests.signin.provider import Provider

FLOOD_S = 20.0
HEAD = "| fault | what readers saw | longest wait | lost | memory |\n| --- | --- | --- | --- | --- |"


async def outcomes(site: Deployed, folder: Path) -> AsyncIterator[Outcome]:
    """What came of each fault? One after the other, on the same processes."""
    yield await processes.kill_one(site, 60)
    yield await processes.rolling_restart(site, 60)
    yield await processes.proxy_reload(site, 60)
    yield await processes.end_during_export(site)
    yield await data.cut_off(site, tuple(STORED))
    yield await data.unreadable(site)
    yield await data.refused(site, folder)
    yield await data.swapped(site, folder)
    yield await strangers.slow_loris(site, 500, to_the_end=True)
    yield await strangers.too_much(site, 50)
    yield await strangers.many_addresses(site, 10_000, 500)
    yield await handed_in.evil_files(site, 20)
    yield await processes.halt_one(site, 60)
    for flood in floods.FLOODS:
        yield await flood(site, FLOOD_S)


async def behind_the_sign_in(site: Deployed, provider: Provider) -> AsyncIterator[Outcome]:
    """What came of each fault where people sign in?"""
    async for outcome in guarded.floods(site, provider, FLOOD_S):
        yield outcome
    yield await guarded.locked(site, provider, 3.0)


async def main() -> int:
    """Runs them all; 1 where a reader waited for longer than allowed, or others noticed a flood."""
    found = []
    with TemporaryDirectory() as folder:
        for name in ("site", "guarded"):
            Path(folder, name).mkdir()
        with deployed(Path(folder, "site")) as site:
            async for outcome in outcomes(site, Path(folder)):
                print(outcome.row(), flush=True)
                found.append(outcome)
        with clock.guarded(Path(folder, "guarded"), processes=3) as (site, provider):
            found.append(await clock.set_back(site, provider, Path(folder), 12))
            print(found[-1].row(), flush=True)
        Path(folder, "flooded").mkdir()
        with clock.guarded(Path(folder, "flooded"), processes=3, by_clock=False) as (site, provider):
            async for outcome in behind_the_sign_in(site, provider):
                print(outcome.row(), flush=True)
                found.append(outcome)
    results.write("faults", "\n".join((f"{results.where()}\n", HEAD, *(outcome.row() for outcome in found))))
    late = any((outcome.recovery_s or 0) > WITHIN_S for outcome in found)
    slow = any((outcome.others_p95_s or 0) > floods.ALLOWED_S for outcome in found)
    return 1 if late or slow else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
