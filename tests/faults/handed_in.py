"""Small files that ask for far more than they are, handed in on /data: what do others notice, is the next read?"""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from contextlib import AsyncExitStack
from itertools import cycle, islice

import httpx2

from lib.words.speak import Words
from tests.catalog.files.evil import EVIL
from tests.catalog.files.made import csv_bytes, row
from tests.deploy.site import Deployed
from tests.faults.floods import others
from tests.faults.outcome import PATIENCE_S, Outcome, p95
from tests.faults.readers import memory_mb
from tests.faults.strangers import STRANGER
from tests.load.session import Session

SOUND = csv_bytes(row(period="2021年1-7月", value="8.9亿美元", growth="60.1%"))
LONGEST_S = 240.0
_ALERTS = {
    "refused": "data.own.refused",
    "slow": "data.own.unread_slow",
    "large": "data.own.unread_large",
    "ended": "data.own.unread_ended",
    "busy": "data.own.unread_busy",
}


async def evil_files(site: Deployed, count: int) -> Outcome:
    """So many strangers hand in such a file at once; a reader on the same process looks ten times a second."""
    before, told = memory_mb(site), Counter[str]()
    files = [(name, make()) for name, make in islice(cycle(EVIL.items()), count)]
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(Session(site.place()))
        await first.visit("outsourcing", lang="en")
        cookies = dict(first.cookies)  # they name the process
        pages = [
            await stack.enter_async_context(Session(site.place(STRANGER), cookies=dict(cookies)))
            for _ in files
        ]
        for page in pages:
            await page.visit("data", lang="en")
        async with others(site, cookies) as (_, waits):
            handed = zip(pages, files, strict=True)
            told.update(await asyncio.gather(*(_answer(site, page, *file) for page, file in handed)))
        async with Session(site.place(STRANGER), cookies=cookies) as page:
            await page.visit("data", lang="en")
            next_one = await _answer(site, page, "release.csv", SOUND)
    assert "" not in told, told
    assert next_one == "read", next_one
    said = ", ".join(f"{number} {kind}" for kind, number in sorted(told.items()))
    return Outcome(
        f"{count} evil files of a few KB handed in at once",
        f"each was answered in a sentence ({said}), and the next file was read",
        None,
        "none",
        (before, memory_mb(site)),
        p95(waits),
    )


async def handed_in_after_a_pause(site: Deployed) -> None:
    """A process answered too late just now, so that another did: a file still goes to the one that shows the page."""
    async with Session(site.place(STRANGER)) as page:
        await page.visit("data", lang="en")
        process = site.process_of(page.process)
        assert process.handle
        process.handle.send_signal(signal.SIGSTOP)
        try:
            cookies = {"Cookie": f"cq_process={page.process}"}
            async with httpx2.AsyncClient(verify=False, timeout=PATIENCE_S) as browser:
                other = await browser.get(f"{site.url}/talent", headers=cookies)
            assert other.cookies["cq_process"] != page.process
        finally:
            process.handle.send_signal(signal.SIGCONT)
        assert await _answer(site, page, "release.csv", SOUND) == "read"


async def _answer(site: Deployed, page: Session, name: str, content: bytes) -> str:
    """What is a stranger told of a file? "read" where it is shown, "" where nothing is said."""
    async with asyncio.timeout(LONGEST_S):
        await hand_in(site, page, name, content)
    return _kind(page.text(), name)


async def hand_in(site: Deployed, page: Session, name: str, content: bytes) -> None:
    """Hands in a file on /data as Streamlit's page does, and waits until the page has told what came of it."""
    way = httpx2.AsyncHTTPTransport(verify=False, local_address=STRANGER)  # the tests make the certificate
    cookies = "; ".join(f"{key}={text}" for key, text in page.cookies.items())
    async with httpx2.AsyncClient(transport=way, timeout=PATIENCE_S) as client:
        first = await client.get(f"{site.url}/_stcore/health", headers={"Cookie": cookies})
        xsrf = first.cookies["_streamlit_xsrf"]
        headers = {"Cookie": f"{cookies}; _streamlit_xsrf={xsrf}", "X-Xsrftoken": xsrf}
        place = f"/_stcore/upload_file/{page.session_id}/{name}"
        async with asyncio.timeout(PATIENCE_S):
            while True:
                put = await client.put(site.url + place, files={"file": (name, content)}, headers=headers)
                if put.status_code != 429:  # some at a time are taken
                    break
                await asyncio.sleep(0.2)
    assert put.status_code == 204, put.text
    await page.give("own_file", name, len(content), place)


def _kind(text: str, name: str) -> str:
    words = Words("en")
    for kind, key in _ALERTS.items():
        if words(key, file=name, count="…").partition("…")[0] in text:
            return kind
    return "read" if words("data.own.fits", file=name, rows="1") in text else ""
