"""Many readers for long, with a publish each minute: `python -m tests.faults.soak [--minutes 30] [--readers 200]`.

Each reader looks at one page again and again, every half minute or so, as people who read do; after one look in five
the reader is gone without a goodbye, and another comes in that one's place. Every screen has to be all of one vintage:
the version that it names and the figure that differs between the two have to belong together. Before anything counts,
strangers flood the site once in each way for a moment: what a process loads when it first reads somebody's file stays
loaded, and is no growth. Exit status 1 where memory grew by more than 5 %, 95 of 100 answers took longer than twice
what they take without load, or a screen was of no vintage; or, while strangers flooded the site, which they do ten
times, longer than 100 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from tests.deploy.site import PUBLISHED, Deployed, deployed
from tests.faults import floods, handed_in, results
from tests.faults.data import command, copied
from tests.faults.outcome import p95
from tests.faults.readers import memory_mb, readers
from tests.load.session import Session

THINKING_S = (20.0, 40.0)
LEAVING = 0.2
FIRST_FLOOD_S, FLOOD_S = 2.0, 10.0
FLOODS: tuple[floods.Flood, ...] = (*floods.FLOODS, lambda site, _seconds: handed_in.evil_files(site, 20))
_SETTLED = 5
"""At the sixth look at memory, one each half minute, three publishes have been and three minutes are over."""
MOST_GROWTH_PCT, MOST_SLOWER = 5.0, 2.0
OLD, NEW = ("2026.11", "1.21"), ("2026.12", "1.35")
"""Version and figure of the two vintages that take turns."""


@dataclass(slots=True)
class Seen:
    """What the readers saw together."""

    seconds: list[float] = field(default_factory=list)
    vintages: Counter[str] = field(default_factory=Counter)
    mixed: list[str] = field(default_factory=list)
    left: int = 0
    flooded: list[float] = field(default_factory=list)
    """The waits of those who looked while somebody flooded the site."""
    floods: int = 0
    is_flooded: bool = False


def second(folder: Path) -> Path:
    """A record like the published one in which another edition prints another figure."""
    made = copied(folder, f"{OLD[1]},9,USD", f"{NEW[1]},9,USD")
    file = made / "releases.csv"
    file.write_text(
        file.read_text(encoding="utf-8") + "2026.12,2026-12-23,Another edition.,另一版数据。\n",
        encoding="utf-8",
    )
    return made


async def look(reader: Session, seen: Seen, until: float) -> None:
    """One reader looks again and again until the time is up."""
    chance = random.Random(id(reader))
    while monotonic() < until:
        await asyncio.sleep(chance.uniform(*THINKING_S))
        flooded = seen.is_flooded
        await reader.rerun()
        (seen.flooded if flooded or seen.is_flooded else seen.seconds).append(reader.seconds)
        text = reader.text()
        found = [version for version, figure in (OLD, NEW) if version in text and _shows(text, figure)]
        if len(found) == 1:
            seen.vintages[found[0]] += 1
        else:
            seen.mixed.append(text[:200])
        if chance.random() < LEAVING:
            reader.drop()
            reader.session_id = ""
            reader.cookies.clear()
            await reader.connect()
            await reader.rerun()
            seen.left += 1


def _shows(text: str, figure: str) -> bool:
    """Is this the figure of January to August 2021 on an overview or on the page of outsourcing?"""
    amount = f"{float(figure) * 10:.1f}亿美元"
    return amount in text or f"USD {figure}bn" in text


async def flooded(site: Deployed, seen: Seen) -> None:
    """The next of the floods, for some seconds."""
    seen.is_flooded = True
    outcome = await FLOODS[seen.floods % len(FLOODS)](site, FLOOD_S)
    seen.is_flooded = False
    seen.floods += 1
    print(outcome.row(), flush=True)


async def soak(site: Deployed, folder: Path, *, minutes: float, count: int) -> tuple[str, bool]:
    """What came of it, as text, and was all as it should be?"""
    new, seen, idle = second(folder), Seen(), Seen()
    async with readers(site, count, places=(("outsourcing", {"lang": "en"}), ("", {"lang": "zh"}))) as found:
        for reader in found[:20]:
            await reader.rerun()
            idle.seconds.append(reader.seconds)
        for strangers in FLOODS:
            print((await strangers(site, FIRST_FLOOD_S)).row(), flush=True)
        until = monotonic() + minutes * 60
        looking = asyncio.gather(*(look(reader, seen, until) for reader in found))
        turn = 0
        memory: list[float] = []
        while monotonic() < until - 30:
            await asyncio.sleep(30)
            turn += 1
            if turn % 2:
                await asyncio.to_thread(command, site, str((new, PUBLISHED)[turn // 2 % 2]))
            memory.append(memory_mb(site))
            # Ten times in all, once the memory is settled, and in the half minute after a publish.
            if turn > _SETTLED and seen.floods < (turn - _SETTLED) * 10 / (minutes * 2 - _SETTLED - 2):
                await flooded(site, seen)
            print(f"{turn * 30} s: {len(seen.seconds)} answers, {memory[-1]:.0f} MB", flush=True)
        await looking
        after = memory_mb(site)
    # The last three states of the data are kept, and readers who left for two minutes. After three minutes what is new
    # takes the place of what is old: from then on memory is to stay flat.
    early, settled = (memory[min(turn, len(memory) - 1)] for turn in (3, _SETTLED))
    growth = 100 * (after - settled) / settled
    quick, slow, flood = p95(idle.seconds), p95(seen.seconds), p95(seen.flooded or [0.0])
    lines = (
        f"{results.where()}\n",
        f"{count} readers for {minutes:g} minutes, a publish each minute ({(turn + 1) // 2} in all).\n",
        "| what | found | allowed |",
        "| --- | --- | --- |",
        f"| answers | {len(seen.seconds)} | |",
        f"| readers who left, and others who came | {seen.left} | |",
        f"| 95 of 100 within, one reader alone | {quick * 1000:.0f} ms | |",
        f"| 95 of 100 within, all of them | {slow * 1000:.0f} ms | {quick * MOST_SLOWER * 1000:.0f} ms |",
        f"| floods of {FLOOD_S:.0f} s each | {seen.floods} | |",
        f"| 95 of 100 within, while flooded | {flood * 1000:.0f} ms | {floods.ALLOWED_S * 1000:.0f} ms |",
        f"| memory after two minutes | {early:.0f} MB | |",
        f"| memory after three minutes → at the end | {settled:.0f} → {after:.0f} MB ({growth:+.1f} %) | +5 % |",
        f"| screens of the one vintage, of the other | {seen.vintages[OLD[0]]}, {seen.vintages[NEW[0]]} | |",
        f"| screens of both or neither | {len(seen.mixed)} | 0 |",
    )
    print(*seen.mixed[:3], sep="\n")
    right = not seen.mixed and growth <= MOST_GROWTH_PCT and slow <= quick * MOST_SLOWER
    right = right and flood <= floods.ALLOWED_S
    return "\n".join(lines), right


def main() -> int:
    """Runs it; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.soak")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--readers", type=int, default=200)
    call = parser.parse_args()
    with TemporaryDirectory() as folder:
        Path(folder, "site").mkdir()
        with deployed(Path(folder, "site")) as site:
            work = soak(site, Path(folder, "new"), minutes=call.minutes, count=call.readers)
            text, right = asyncio.run(work)
    print(text)
    results.write("soak", text)
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
