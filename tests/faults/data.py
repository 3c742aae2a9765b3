"""What readers see when the data fails: cut off, gone, refused, from the past."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from deploy.vintages import current
from tests.deploy.site import PUBLISHED, ROOT, Deployed
from tests.faults.outcome import Outcome
from tests.faults.readers import memory_mb
from tests.load.session import Session

BLOCK = 4096


async def cut_off(site: Deployed, names: tuple[str, ...]) -> Outcome:
    """A dataset is cut off at each 4 KB boundary under a reader, who goes on seeing what was there before."""
    before, cuts, folder = memory_mb(site), 0, current(site.store)
    async with Session(site.place()) as reader:
        await reader.visit("outsourcing", lang="en")
        text = reader.text()
        process = site.process_of(reader.process)
        for name in names:
            file = folder / f"{name}.parquet"
            whole = file.read_bytes()
            for size in range(0, len(whole), BLOCK):
                file.write_bytes(whole[:size])
                await reader.rerun()
                assert reader.text() == text
                state = process.health()
                assert (state["status"], state["version"]) == ("kept", "2026.11")
                cuts += 1
            file.write_bytes(whole)
        await reader.rerun()
        assert reader.text() == text
        assert process.health()["status"] == "ok"
        assert "cannot be used" in process.log()
    seen = f"{cuts} cuts: the figures from before; /_health says `kept` and names the file"
    return Outcome("a dataset cut off at each 4 KB", seen, 0.0, "none", (before, memory_mb(site)))


async def unreadable(site: Deployed) -> Outcome:
    """The folder of the data cannot be reached: readers and newcomers see what was there before."""
    before, link = memory_mb(site), site.store / "current"
    target = link.readlink()
    async with Session(site.place()) as reader:
        await reader.visit("outsourcing", lang="en")
        text = reader.text()
        link.unlink()
        await reader.rerun()
        assert reader.text() == text
        async with Session(site.place()) as newcomer:
            newcomer.cookies = dict(reader.cookies)
            await newcomer.visit("outsourcing", lang="en")
            assert newcomer.text() == text
        assert site.process_of(reader.process).health()["status"] == "kept"
        link.symlink_to(target)
        await reader.rerun()
        assert reader.text() == text
        assert site.process_of(reader.process).health()["status"] == "ok"
    seen = "the figures from before; /_health says `kept`"
    return Outcome("data folder gone", seen, 0.0, "none", (before, memory_mb(site)))


async def refused(site: Deployed, folder: Path) -> Outcome:
    """A publish with a fault, and one for which there is no room, are refused: readers see what they saw."""
    before, vintage = memory_mb(site), current(site.store)
    bad = copied(folder / "bad", "1.21,9,USD", "1.21,9,EUR")
    async with Session(site.place()) as reader:
        await reader.visit("outsourcing", lang="en")
        text = reader.text()
        for source, room in ((bad, None), (PUBLISHED, 2 * BLOCK)):
            done = command(site, str(source), room=room)
            assert done.returncode == 1, done.stdout + done.stderr
            assert "Nothing was changed." in done.stdout
            assert done.stderr == ""
            assert current(site.store) == vintage
            await reader.rerun()
            assert reader.text() == text
    left = [path.name for path in (site.store / "vintages").iterdir() if path.name.startswith(".")]
    assert left == []
    seen = "what they saw before; the command names each fault and ends with 1"
    return Outcome("bad publish; disk full while publishing", seen, 0.0, "none", (before, memory_mb(site)))


async def swapped(
    site: Deployed, folder: Path, *, days_ago: int = 0, cookies: Mapping[str, str] | None = None
) -> Outcome:
    """Another vintage is published, perhaps by a clock that is behind: the next click shows it, and back again.

    `cookies` are those of a reader who has signed in, where one has to.
    """
    before, vintage = memory_mb(site), current(site.store)
    new = copied(folder / f"new-{days_ago}", "1.21,9,USD", "1.35,9,USD")
    async with Session(site.place(), cookies=dict(cookies or {})) as reader:
        await reader.visit("outsourcing", lang="en")
        text = reader.text()
        assert "USD 1.21bn" in text
        assert command(site, str(new)).returncode == 0
        if days_ago:
            for file in current(site.store).glob("*.parquet"):
                status = file.stat()
                os.utime(file, (status.st_atime, status.st_mtime - days_ago * 86_400))
        await reader.rerun()
        assert "USD 1.35bn" in reader.text()
        assert "USD 1.21bn" not in reader.text()
        assert command(site, "--back").returncode == 0
        assert current(site.store) == vintage
        await reader.rerun()
        assert reader.text() == text
    fault = f"publish by a clock {days_ago} day behind, and back" if days_ago else "publish, and back"
    return Outcome(fault, "the other vintage at the next click", 0.0, "none", (before, memory_mb(site)))


def copied(folder: Path, found: str, put: str) -> Path:
    """A record like the published one, with another figure for January–August 2021."""
    folder.mkdir()
    for file in PUBLISHED.iterdir():
        text = file.read_text(encoding="utf-8")
        if file.name == "observations.csv":
            key = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08,"
            lines = text.splitlines(keepends=True)
            text = "".join(line.replace(found, put) if line.startswith(key) else line for line in lines)
        (folder / file.name).write_text(text, encoding="utf-8")
    return folder


def command(site: Deployed, *arguments: str, room: int | None = None) -> subprocess.CompletedProcess[str]:
    """What came of deploy/publish, on a disk that holds no file larger than `room` bytes?"""
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))\n" if room else ""
    program = f"{limit}import runpy\nrunpy.run_module('deploy.vintages', run_name='__main__')"
    return subprocess.run(
        [sys.executable, "-c", program, "--store", str(site.store), *arguments],
        cwd=ROOT, env=site.clock.surroundings if site.clock else None, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
