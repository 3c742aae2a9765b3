"""A file that takes more than it may is given up, and the next one is answered."""

from __future__ import annotations

import logging
import os
import threading

import pytest

from lib.catalog.apart import bounds, elsewhere, handover
from lib.catalog.apart.ask import trial_apart, weighed_apart
from lib.catalog.apart.elsewhere import Unread
from lib.catalog.trial import concluded
from lib.catalog.weigh import weigh
from tests.catalog.files.evil import EVIL
from tests.catalog.files.made import ROW, csv_bytes, row, xlsx_bytes
from tests.editions import FIRST

SEVEN_MONTHS = row(period="2021年1-7月", value="8.9亿美元", growth="60.1%")


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """On a machine that is busy with other tests too: what is limited here is the work, but for where it says so."""
    monkeypatch.setattr(bounds, "_LATE", 60)


def unread(file: str, content: bytes, **limits: float) -> str:
    with pytest.raises(Unread) as found:
        weighed_apart(file, content, FIRST, **limits)  # type: ignore[arg-type]
    return found.value.reason


def test_a_sound_file_gives_what_it_gives_when_it_is_read_here(record):
    content = csv_bytes(SEVEN_MONTHS)
    here = concluded("release.csv", weigh("release.csv", content, FIRST), record)
    there = trial_apart("release.csv", content, record=record, published=FIRST)
    assert here.record is not None
    assert there.record is not None
    assert (there.faults, there.rows, there.unread) == ((), 1, "")
    assert there.findings == here.findings
    assert there.record.version == here.record.version
    assert there.record.origins == here.record.origins
    for name, frame in here.record.frames.items():
        assert there.record.frames[name].equals(frame)


def test_faults_come_back_as_they_were_found(record):
    content = csv_bytes(row(value="大约九亿\u202e"))
    here = concluded("re\ud800lease.csv", weigh("re\ud800lease.csv", content, FIRST), record)
    there = trial_apart("re\ud800lease.csv", content, record=record, published=FIRST)
    assert there == here
    assert there.faults


@pytest.mark.parametrize("name", EVIL)
def test_an_evil_file_is_refused_or_given_up_within_its_time(name, record, monkeypatch):
    monkeypatch.setattr(bounds, "_LEAST_S", 1.0)
    found = trial_apart(name, EVIL[name](), record=record, published=FIRST)
    assert found.record is None
    assert found.faults or found.unread in elsewhere.REASONS, name
    assert "/" not in " ".join(str(fault.found) for fault in found.faults)


def test_what_takes_too_long_is_slow():
    assert unread("release.xlsx", xlsx_bytes(*[ROW] * 4_000), seconds=0.1) == "slow"


def test_who_is_given_no_time_to_work_is_ended_by_the_clock(monkeypatch):
    monkeypatch.setattr(bounds, "on_the_clock", lambda _: 0.05)
    assert unread("release.csv", csv_bytes(ROW)) == "slow"


def test_what_takes_too_much_memory_is_large():
    assert unread("release.csv", csv_bytes(row(value="1" * 18_000_000)), memory=1_000_000) == "large"


def test_an_answer_without_end_is_large():
    assert unread("release.csv", csv_bytes(SEVEN_MONTHS), most_answer=1_000) == "large"


def test_what_breaks_off_says_so_in_the_log_without_a_word_of_the_file(record, tmp_path, caplog, monkeypatch):
    monkeypatch.setattr(elsewhere, "_ROOT", tmp_path)  # where there is no such program
    with caplog.at_level(logging.WARNING, "server.data"):
        found = trial_apart("secret.csv", b"secret", record=record, published=FIRST)
    assert (found.unread, found.faults, found.record) == ("ended", (), None)
    assert caplog.messages == ["a file of 6 bytes was not read to its end: status 1"]


def test_who_waits_too_long_for_a_turn_is_told_so_and_the_next_is_answered(record):
    held = [elsewhere._TURN.acquire(timeout=0) for _ in range(bounds.MOST_AT_ONCE)]
    assert all(held)
    assert unread("release.csv", csv_bytes(ROW), most_wait_s=0.01) == "busy"
    for _ in held:
        elsewhere._TURN.release()
    assert unread("release.xlsx", xlsx_bytes(*[ROW] * 4_000), seconds=0.1) == "slow"
    assert trial_apart("release.csv", csv_bytes(SEVEN_MONTHS), record=record, published=FIRST).rows == 1
    assert elsewhere._TURN._value == bounds.MOST_AT_ONCE  # each turn was given back


def test_the_process_knows_no_secret_of_the_site_and_none_is_left_behind(monkeypatch):
    given = {}
    real = elsewhere.subprocess.Popen

    def seen(command, **how):
        given.update(how["env"])
        given["process"] = real(command, **how)
        return given["process"]

    monkeypatch.setenv("STREAMLIT_SERVER_COOKIE_SECRET", "secret")
    monkeypatch.setattr(elsewhere.subprocess, "Popen", seen)
    threads = threading.active_count()
    unread("release.csv", csv_bytes(ROW), most_answer=1)
    assert "secret" not in given.values()
    assert given["process"].returncode is not None
    assert threading.active_count() <= threads + 1  # the clock, until it has noticed


def test_it_stands_behind_who_reads_before_it_has_loaded_anything(monkeypatch):
    found, real = [], elsewhere._told

    def told(process, *how):
        found.append(os.getpriority(os.PRIO_PROCESS, process.pid))
        return real(process, *how)

    monkeypatch.setattr(elsewhere, "_told", told)
    weighed_apart("release.csv", csv_bytes(ROW), FIRST)
    assert found == [os.getpriority(os.PRIO_PROCESS, 0) + 5]


@pytest.mark.parametrize("answer", [b"", b"{}", b"[]", b"\xff", b'{"faults": 1, "rows": 1}\nx', b"null\n"])
def test_what_is_no_answer_is_never_taken_for_one(answer):
    with pytest.raises(handover.NotHandedOver):
        handover.unpacked(answer)


def test_an_answer_that_is_cut_off_anywhere_is_none(record):
    whole = handover.packed(weigh("release.csv", csv_bytes(SEVEN_MONTHS), FIRST))
    assert handover.unpacked(whole).rows == 1
    for place in range(0, len(whole) - 1, len(whole) // 20):
        with pytest.raises(handover.NotHandedOver):
            handover.unpacked(whole[:place])
