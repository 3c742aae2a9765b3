"""Each fault in its short form; `make faults` runs the long ones and writes deploy/RESULTS.md."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from websockets.exceptions import ConnectionClosed

from tests.deploy.site import Deployed, deployed
from tests.faults import addresses, clock, data, processes, strangers
from tests.faults.outcome import Outcome
from tests.faults.readers import PATIENCE_S
from tests.load.session import Session

T = TypeVar("T")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    with deployed(tmp_path_factory.mktemp("site")) as running:
        yield running


def done(work: Coroutine[Any, Any, T]) -> T:
    """What came of it; in a thread of its own, since the browser's tests keep a loop in this one."""
    with ThreadPoolExecutor(1) as one:
        return one.submit(asyncio.run, work).result()


def seen(work: Coroutine[Any, Any, Outcome]) -> Outcome:
    """What came of a fault?"""
    found = done(work)
    assert (
        found.recovery_s is None or found.recovery_s < PATIENCE_S
    )  # how fast: `make faults`, on an idle machine
    return found


def test_a_killed_process_is_noticed_by_its_own_readers_alone_and_not_for_long(site):
    seen(processes.kill_one(site, 6))


def test_a_rolling_restart_leaves_nobody_without_a_page_for_long(site):
    seen(processes.rolling_restart(site, 6, among=2))


def test_nobody_is_hung_up_on_when_the_proxy_reads_its_configuration_again(site):
    seen(processes.proxy_reload(site, 3))


def test_a_process_ends_in_the_middle_of_an_export(site):
    seen(processes.end_during_export(site))


def test_a_dataset_that_is_cut_off_is_not_shown(site):
    seen(data.cut_off(site, ("outsourcing",)))


def test_a_folder_that_is_gone_leaves_readers_with_what_they_saw(site):
    seen(data.unreadable(site))


def test_a_bad_publish_is_refused(site, tmp_path):
    seen(data.refused(site, tmp_path))


def test_a_publish_shows_at_the_next_click_and_can_be_taken_back(site, tmp_path):
    seen(data.swapped(site, tmp_path))


def test_a_clock_that_is_set_back_sends_nobody_away_and_keeps_nobody(tmp_path):
    (tmp_path / "site").mkdir()
    with clock.guarded(tmp_path / "site", processes=2) as (guarded, provider):
        seen(clock.set_back(guarded, provider, tmp_path, 4))


def test_connections_that_send_nothing_keep_nobody_away(site):
    seen(strangers.slow_loris(site, 500, to_the_end=False))


def test_messages_that_are_too_much_end_their_own_session_alone(site):
    seen(strangers.too_much(site, 1))


def test_unknown_addresses_slow_down_who_tries_them(site):
    seen(strangers.many_addresses(site, 400, 5))


def test_an_address_is_never_more_than_text(site):
    done(addresses.never_more_than_text(site))


def test_a_long_address_is_cut_short(site):
    done(addresses.cut_short(site))


def test_an_address_of_a_million_signs_is_not_looked_at(site):
    with pytest.raises(ConnectionClosed, match="message too big"):
        done(addresses.bodies_at(site, ("data", {"lang": "en", "q": "x" * 1_000_000})))


def test_a_full_disk_for_the_logs_keeps_nobody_from_reading(tmp_path: Path):
    async def read(full: Deployed) -> str:
        async with Session(full.place()) as reader:
            await reader.visit("talent", lang="en")
            return reader.text()

    with deployed(tmp_path, processes=1, full_disk=True) as full:
        assert "Data as of" in done(read(full))
        assert full.processes[0].health()["status"] == "ok"
