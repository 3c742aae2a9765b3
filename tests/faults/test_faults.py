"""Each fault in its short form; `make faults` runs the long ones and writes deploy/RESULTS.md."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from websockets.exceptions import ConnectionClosed

from tests.deploy.site import Deployed, deployed
from tests.faults import addresses, clock, data, floods, guarded, handed_in, processes, strangers
from tests.faults.outcome import PATIENCE_S, Outcome
from tests.load.session import Session
from tests.own_loop import finish

T = TypeVar("T")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    with deployed(tmp_path_factory.mktemp("site")) as running:
        yield running


def seen(work: Coroutine[Any, Any, Outcome]) -> Outcome:
    """What came of a fault?"""
    found = finish(work)
    assert (
        found.recovery_s is None or found.recovery_s < PATIENCE_S
    )  # how fast: `make faults`, on an idle machine
    return found


def test_a_killed_process_is_noticed_by_its_own_readers_alone_and_not_for_long(site):
    seen(processes.kill_one(site, 6))


def test_a_rolling_restart_leaves_nobody_without_a_page_for_long(site):
    seen(processes.rolling_restart(site, 6, among=2))


def test_a_process_that_hangs_keeps_nobody_waiting(site):
    assert (seen(processes.halt_one(site, 6)).recovery_s or 0) < 20  # 3 s, and what a busy machine adds


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


def test_where_people_sign_in_neither_floods_nor_a_lock_send_anybody_away(tmp_path):
    (tmp_path / "site").mkdir()
    with clock.guarded(tmp_path / "site", processes=2, by_clock=False) as (behind, provider):
        finish(guarded.every_size(behind, provider))
        for outcome in finish(guarded.all_floods(behind, provider, 1.0)):
            assert outcome.others_p95_s
            assert outcome.others_p95_s < 2.0
        seen(guarded.locked(behind, provider, 1.0))


def test_a_clock_that_is_set_back_sends_nobody_away_and_keeps_nobody(tmp_path):
    (tmp_path / "site").mkdir()
    with clock.guarded(tmp_path / "site", processes=2) as (behind, provider):
        seen(clock.set_back(behind, provider, tmp_path, 4))


def test_connections_that_send_nothing_keep_nobody_away(site):
    seen(strangers.slow_loris(site, 500, to_the_end=False))


def test_messages_that_are_too_much_end_their_own_session_alone(site):
    seen(strangers.too_much(site, 1))


def test_unknown_addresses_slow_down_who_tries_them(site):
    seen(strangers.many_addresses(site, 400, 5))


def test_evil_files_are_answered_and_so_is_the_next(site):
    seen(handed_in.evil_files(site, 5))


def test_a_file_goes_to_the_process_that_shows_the_page_also_when_that_was_slow(site):
    finish(handed_in.handed_in_after_a_pause(site))


@pytest.mark.parametrize("flood", range(len(floods.FLOODS)))
def test_who_floods_it_is_stopped_and_others_go_on(site, flood):
    found = seen(floods.FLOODS[flood](site, 2.0))
    assert found.others_p95_s
    assert found.others_p95_s < 2.0  # how fast: `make faults`, on an idle machine


def test_an_address_is_never_more_than_text(site):
    finish(addresses.never_more_than_text(site))


def test_a_long_address_is_cut_short(site):
    finish(addresses.cut_short(site))


def test_an_address_of_a_million_signs_is_not_looked_at(site):
    with pytest.raises(ConnectionClosed, match="message too big"):
        finish(addresses.bodies_at(site, ("data", {"lang": "en", "q": "x" * 1_000_000})))


def test_a_full_disk_for_the_logs_keeps_nobody_from_reading(tmp_path: Path):
    async def read(full: Deployed) -> str:
        async with Session(full.place()) as reader:
            await reader.visit("talent", lang="en")
            return reader.text()

    with deployed(tmp_path, processes=1, full_disk=True) as full:
        assert "Newest figure on Chongqing" in finish(read(full))
        assert full.processes[0].health()["status"] == "ok"
