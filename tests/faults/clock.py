"""What happens to readers who have signed in when the machine's clock is set back a day under them."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack, ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time

from pages.signin.token import LEEWAY_S
from tests.browser.server import free_port
from tests.deploy.clock import Clock
from tests.deploy.site import ROOT, Deployed, deployed
from tests.faults import data
from tests.faults.outcome import PATIENCE_S, Outcome
from tests.faults.readers import PLACES, all_back, look_again, memory_mb
from tests.load.session import Session
from tests.signin.person import Person, why
from tests.signin.provider import Provider
from tests.signin.running import written

DAY_S = 86_400
SHORT_S = 12


@contextmanager
def guarded(folder: Path, *, processes: int, by_clock: bool = True) -> Iterator[tuple[Deployed, Provider]]:
    """Runs a site where people sign in, by a clock that can be set unless told otherwise, while the block runs."""
    with ExitStack() as stack:
        providers = []

        def secrets(url: str) -> Path:
            providers.append(Provider(free_port(), f"{url}/oauth2callback", folder / "provider.log"))
            stack.callback(providers[0].stop)
            providers[0].start()
            return written(folder, provider=providers[0], site=url)

        public = Path(stack.enter_context(TemporaryDirectory()))
        public.chmod(0o755)  # the proxy's workers read it as nobody, where root runs the tests
        clock = Clock(public / "clock") if by_clock else None
        site = stack.enter_context(deployed(folder, processes=processes, clock=clock, secrets=secrets))
        yield site, providers[0]


async def set_back(site: Deployed, provider: Provider, folder: Path, count: int) -> Outcome:
    """Nobody is sent away who may still read, nobody stays who may not, and everything else goes on."""
    assert site.clock
    before = memory_mb(site)
    async with AsyncExitStack() as stack:
        people = [signed_in(stack, site, provider, f"reader-{number}") for number in range(count)]
        found = [await tab(stack, site, person, number) for number, person in enumerate(people)]
        texts = [reader.text() for reader in found]
        leaving, withdrawn = (signed_in(stack, site, provider, name) for name in ("leaving", "withdrawn"))
        left, ended = [await tab(stack, site, person) for person in (leaving, withdrawn)]
        end = int(time()) + SHORT_S
        brief = signed_in(stack, site, provider, "brief", iat=end - 3600, exp=end - LEEWAY_S)
        over = asyncio.create_task(hung_up(await tab(stack, site, brief)))

        site.clock.set(-DAY_S)
        await until_all_say(site, datetime.now(UTC) - timedelta(seconds=DAY_S))
        waited = await look_again(found)
        assert [reader.text() for reader in found] == texts
        assert {person.get("/talent").status_code for person in people} == {200}
        await data.swapped(site, folder, days_ago=1, cookies=cookies(people[0]))
        assert {process.health()["status"] for process in site.processes} == {"ok"}

        leaving.get("/auth/logout")
        assert await hung_up(left)
        withdraw(site, "withdrawn")
        assert await hung_up(ended)
        late = await asyncio.wait_for(over, PATIENCE_S) - end
        assert -1 < late < PATIENCE_S
        for person in (leaving, withdrawn, brief):
            assert person.get("/talent").status_code == 401
        assert why(somebody(stack, site).sign_in("reader-0")) == "expired", "the token is of tomorrow"

        waited = max(waited, await restarted(site, found))
        site.clock.set(0)
        await until_all_say(site, datetime.now(UTC))
        await look_again(found)
        assert [reader.text() for reader in found] == texts
        assert why(somebody(stack, site).sign_in("reader-0")) == ""
    seen = (
        f"{count} signed-in readers stayed, over a restart too; a publish showed at the next click; a session ended "
        f"{max(late, 0):.1f} s after its time; who signed in meanwhile was refused (`expired`)"
    )
    return Outcome("clock set back a day, and right again", seen, waited, "none", (before, memory_mb(site)))


async def restarted(site: Deployed, found: list[Session]) -> float:
    """Starts the first process anew; how long did its readers wait?"""
    hit = [reader for reader in found if reader.process == "1"]
    await asyncio.to_thread(site.processes[0].stop)
    site.processes[0].start()
    waited = await all_back(hit)
    await asyncio.to_thread(site.processes[0].wait_until_up)
    return waited


def somebody(stack: AsyncExitStack, site: Deployed) -> Person:
    """Who is a person that is new to the site?"""
    person = Person(site.url)
    stack.callback(person.http.close)
    return person


def signed_in(stack: AsyncExitStack, site: Deployed, provider: Provider, name: str, **token: int) -> Person:
    """Who is somebody of this name, signed in with a right token but for these claims?"""
    provider.says(name, roles=["reader"], token=token)
    person = somebody(stack, site)
    assert why(person.sign_in(name)) == ""
    return person


def cookies(person: Person) -> Mapping[str, str]:
    """What does their browser send along?"""
    return {person.name: person.http.cookies[person.name]}


async def tab(stack: AsyncExitStack, site: Deployed, person: Person, number: int = 0) -> Session:
    """What is a tab of theirs, open on one of the pages until the block ends?"""
    path, query = PLACES[number % len(PLACES)]
    reader = await stack.enter_async_context(Session(site.place(), cookies=dict(cookies(person))))
    await reader.visit(path, **query)
    return reader


async def hung_up(reader: Session) -> float:
    """When was this tab sent to the sign-in? Waits until it is."""
    code, _ = await asyncio.wait_for(reader.lost(), PATIENCE_S)
    assert code == 1008
    return time()


async def until_all_say(site: Deployed, now: datetime) -> None:
    """Waits until each process and the proxy write about this time into their logs."""
    person = Person(site.url)
    async with asyncio.timeout(PATIENCE_S):
        for number, process in enumerate(site.processes, 1):
            told = ""
            while not (is_about(told, now) and is_about(site.access(), now)):
                person.get("/talent", Cookie=f"cq_process={number}")
                told = process.log()
                await asyncio.sleep(0.1)
    person.http.close()


def is_about(log: str, now: datetime) -> bool:
    """Is the last line of a log of about this time?"""
    if not log.endswith("}\n"):
        return False
    said = datetime.fromisoformat(json.loads(log.splitlines()[-1])["time"])
    return abs(said - now) < timedelta(seconds=PATIENCE_S)


def withdraw(site: Deployed, subject: str) -> None:
    """Ends the sessions of a person, as an administrator does."""
    assert site.clock
    command = [
        sys.executable,
        "-m",
        "pages.signin",
        "end",
        subject,
        "--secrets",
        str(site.processes[0].secrets),
    ]
    subprocess.run(
        command, cwd=ROOT, env=site.clock.surroundings, check=True, capture_output=True, timeout=60
    )
