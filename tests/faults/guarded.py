"""Faults where people sign in: floods by who has, tokens of every size, a table of sign-outs that is locked."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from time import monotonic

from pages.signin.ended import FILE
from tests.deploy.site import Deployed
from tests.faults import floods as strangers
from tests.faults.clock import cookies, signed_in, somebody, tab
from tests.faults.outcome import PATIENCE_S, Outcome
from tests.faults.readers import memory_mb
from tests.signin.person import Person, why
from tests.signin.provider import Provider

SIZES = range(0, 4200, 300)
"""What is put into an id_token beside what is always in it, so that it is of 1 to 6 KB: base64 adds a third."""


async def floods(site: Deployed, provider: Provider, seconds: float) -> AsyncIterator[Outcome]:
    """What came of each flood, by a reader and by an analyst who have signed in?"""
    async with AsyncExitStack() as stack:
        reader = dict(cookies(signed_in(stack, site, provider, "flooding-reader")))
        analyst = dict(cookies(await asyncio.to_thread(_analyst, stack, site, provider)))
        for made in (
            strangers.sockets(site, seconds, strangers.rerun(), cookies=reader),
            strangers.sockets(site, seconds, strangers.names(), cookies=reader),
            strangers.origins(site, seconds, cookies=reader),
            strangers.uploads(site, seconds, cookies=reader, may=False),
            strangers.uploads(site, seconds, cookies=analyst),
        ):
            outcome = await made
            yield Outcome(
                f"{outcome.fault}, signed in",
                outcome.seen,
                None,
                outcome.lost,
                outcome.memory_mb,
                outcome.others_p95_s,
            )


async def all_floods(site: Deployed, provider: Provider, seconds: float) -> list[Outcome]:
    """All of them, one after the other."""
    return [outcome async for outcome in floods(site, provider, seconds)]


def _analyst(stack: AsyncExitStack, site: Deployed, provider: Provider) -> Person:
    provider.says("flooding-analyst", roles=["analyst"])
    person = somebody(stack, site)
    assert why(person.sign_in("flooding-analyst")) == ""
    return person


async def every_size(site: Deployed, provider: Provider) -> None:
    """Whoever has an id_token of 1 to 6 KB signs in, and out again at the provider."""

    def in_and_out(size: int) -> None:
        name = f"sized-{size}"
        provider.says(name, roles=["reader"], token={"padding": "x" * size})
        person = Person(site.url)
        assert why(person.sign_in(name)) == "", size
        assert person.get("/talent").status_code == 200, size
        out = person.get("/auth/logout")
        assert out.status_code == 303, size
        assert out.headers["location"].startswith(f"{provider.url}/session/end"), size
        assert person.get("/talent").status_code == 401, size
        person.http.close()

    for size in SIZES:
        await asyncio.to_thread(in_and_out, size)


async def locked(site: Deployed, provider: Provider, seconds: float) -> Outcome:
    """The table of sign-outs is locked: who has signed in reads on, and who signs out is out, as far as can be."""
    before, slowest = memory_mb(site), 0.0
    async with AsyncExitStack() as stack:
        staying, leaving = (
            signed_in(stack, site, provider, name) for name in ("reading-on", "leaving-locked")
        )
        reader = await tab(stack, site, staying)
        text = reader.text()
        table = sqlite3.connect(site.folder / "state" / FILE, isolation_level=None)
        stack.callback(table.close)
        table.execute("begin exclusive")
        end = monotonic() + seconds
        gone = asyncio.create_task(asyncio.to_thread(_leaves, leaving))
        while monotonic() < end or not gone.done():
            await reader.rerun()
            assert reader.text() == text
            slowest = max(slowest, reader.seconds)
            await asyncio.sleep(0.1)
        cookie = await gone
        assert (await asyncio.to_thread(staying.get, "/talent")).status_code == 200
        table.execute("rollback")
        async with asyncio.timeout(PATIENCE_S):
            for number, _ in enumerate(site.processes, 1):
                where = f"{cookie}; cq_process={number}"
                while (await asyncio.to_thread(staying.get, "/talent", Cookie=where)).status_code != 401:
                    await asyncio.sleep(0.1)
        await reader.rerun()
    seen = "who had signed in read on; who signed out was told to wait, out at once on their process, then on all"
    return Outcome("table of sign-outs locked", seen, slowest, "none", (before, memory_mb(site)))


def _leaves(person: Person) -> str:
    """Signs out while that cannot be written down: with which cookie was it?"""
    cookie = person.cookie()
    assert why(person.get("/auth/logout")) == "unavailable"
    assert person.get("/talent", Cookie=f"{cookie}; {_process(person)}").status_code == 401
    return cookie


def _process(person: Person) -> str:
    return f"cq_process={person.http.cookies['cq_process']}"
