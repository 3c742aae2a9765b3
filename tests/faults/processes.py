"""What happens to readers when a process or the proxy goes: killed, restarted, told to end."""

from __future__ import annotations

import asyncio
import signal
from time import monotonic

import httpx2

from tests.deploy.site import Deployed
from tests.faults.outcome import PATIENCE_S, Outcome
from tests.faults.readers import all_back, look_again, memory_mb, readers
from tests.load.session import Session


async def kill_one(site: Deployed, count: int, *, within: float = PATIENCE_S) -> Outcome:
    """One of the processes is killed: the others' readers do not notice, its own are back within 5 s."""
    before = memory_mb(site)
    async with readers(site, count) as found:
        gone = found[0].process
        hit = [reader for reader in found if reader.process == gone]
        others = [reader for reader in found if reader.process != gone]
        assert others
        site.process_of(gone).stop(signal.SIGKILL)
        slowest, waited = await asyncio.gather(look_again(others), all_back(hit, within=within))
        assert all(reader.process not in ("", gone) for reader in hit)
        process = site.process_of(gone)
        process.start()
        await asyncio.to_thread(process.wait_until_up)
        await look_again(found)
        seen = f"{len(hit)} of {count} readers were moved; the others waited {slowest:.1f} s at most"
        return Outcome("one of three processes killed", seen, waited, "none", (before, memory_mb(site)))


async def halt_one(site: Deployed, count: int) -> Outcome:
    """One of the processes hangs: who loads a page anew, or comes, is answered by another within some seconds."""
    before = memory_mb(site)
    async with readers(site, count) as found:
        gone = found[0].process
        hit = [reader for reader in found if reader.process == gone]
        process = site.process_of(gone)
        assert process.handle
        process.handle.send_signal(signal.SIGSTOP)
        try:
            others = [reader for reader in found if reader.process != gone]
            slowest, *waited = await asyncio.gather(
                look_again(others), *(_loads_anew(site, reader) for reader in hit)
            )
            assert all(reader.process not in ("", gone) for reader in hit)
        finally:
            process.handle.send_signal(signal.SIGCONT)
        await asyncio.to_thread(process.wait_until_up)
    seen = f"{len(hit)} of {count} readers loaded their page anew, and were moved; the others waited {slowest:.1f} s"
    return Outcome(
        "one of three processes halted (SIGSTOP)", seen, max(waited), "none", (before, memory_mb(site))
    )


async def _loads_anew(site: Deployed, reader: Session) -> float:
    """How long does a reader wait who loads the page again? First comes the page, then the websocket."""
    text, begun = reader.text(), monotonic()
    cookies = "; ".join(f"{name}={value}" for name, value in reader.cookies.items())
    async with httpx2.AsyncClient(verify=False, timeout=PATIENCE_S) as browser:
        page = await browser.get(f"{site.url}/talent", headers={"Cookie": cookies})
    assert page.status_code == 200
    reader.cookies |= dict(page.cookies)
    reader.drop()
    reader.session_id = ""
    await reader.come_back(within=PATIENCE_S)
    assert reader.text() == text
    return monotonic() - begun


async def rolling_restart(
    site: Deployed, count: int, *, among: int = 3, within: float = PATIENCE_S
) -> Outcome:
    """Each process, or the first few, is restarted in turn: nobody is without a page for longer than 5 s."""
    before, longest, moved = memory_mb(site), 0.0, 0
    async with readers(site, count) as found:
        for number, process in enumerate(site.processes[:among], 1):
            hit = [reader for reader in found if reader.process == str(number)]
            stopping = asyncio.create_task(asyncio.to_thread(process.stop))
            await asyncio.gather(*(reader.lost() for reader in hit))
            longest, moved = max(longest, await all_back(hit, within=within)), moved + len(hit)
            assert await stopping < PATIENCE_S
            process.start()
            await asyncio.to_thread(process.wait_until_up)
        await look_again(found)
    seen = f"{moved} readers of {count} were moved, one process after the other"
    return Outcome("rolling restart", seen, longest, "none", (before, memory_mb(site)))


async def proxy_reload(site: Deployed, count: int) -> Outcome:
    """The proxy reads its configuration again: nobody is hung up on."""
    before = memory_mb(site)
    async with readers(site, count) as found:
        site.reload()
        slowest = await look_again(found)
        async with Session(site.place()) as newcomer:
            await newcomer.visit("talent")
    return Outcome("proxy reloaded", "no socket was closed", slowest, "none", (before, memory_mb(site)))


async def end_during_export(site: Deployed) -> Outcome:
    """A process is told to end while it makes a briefing: it does, and the reader can ask again elsewhere."""
    before = memory_mb(site)
    async with Session(site.place()) as reader:
        await reader.visit("briefing", lang="en", format="pptx")
        process = site.process_of(reader.process)
        gone = reader.process
        making = asyncio.create_task(reader.press("make"))
        await until_running(reader)
        took = await asyncio.to_thread(process.stop)
        await asyncio.gather(making, return_exceptions=True)
        waited = await reader.come_back(within=PATIENCE_S)
        assert reader.process != gone
        await reader.press("make")
        assert reader.elements("download_button"), "the briefing was not made elsewhere"
        process.start()
        await asyncio.to_thread(process.wait_until_up)
    seen = f"the process ended within {took:.1f} s; the briefing was made on another at the second click"
    return Outcome(
        "SIGTERM while a briefing is made", seen, waited, "the unfinished file", (before, memory_mb(site))
    )


async def until_running(reader: Session) -> None:
    """Waits until the server has begun to answer what was just asked."""
    run = reader.runs
    async with asyncio.timeout(PATIENCE_S):
        while reader.runs == run:
            await asyncio.sleep(0.01)
