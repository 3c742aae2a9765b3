"""What time it is for sessions, whatever is done to the machine's clock."""

from __future__ import annotations

import sqlite3
from time import CLOCK_BOOTTIME, clock_gettime, time

import pytest

from pages.signin import clock
from pages.signin.ended import FILE, Ended
from pages.signin.session import Session
from pages.signin.settings import Misconfigured

DAY_S = 86_400


@pytest.fixture
def set_back(monkeypatch):
    """Sets the clock back a day, as far as the sign-in sees it."""

    def back() -> None:
        monkeypatch.setattr(clock, "time", lambda: time() - DAY_S)

    return back


def test_a_clock_that_is_set_back_turns_nothing_back_in_any_process(tmp_path, set_back):
    before = Ended(tmp_path)
    assert before.now() == pytest.approx(time(), abs=5)
    set_back()
    started_later = Ended(tmp_path)
    for table in (before, started_later):
        assert table.now() == pytest.approx(time(), abs=5)


def test_after_it_was_set_back_an_administrator_still_ends_who_was_there_before(tmp_path, set_back):
    table = Ended(tmp_path)
    session = Session("id", "wang", "Wang", "reader", since=table.now(), until=table.now() + 3600)
    set_back()
    assert session.is_current(table.now())
    table.end_subject("wang", at=table.now(), until=table.now() + 3600)
    assert table.has_ended(session)


def test_a_machine_that_starts_anew_goes_by_its_clock(tmp_path, set_back, monkeypatch):
    Ended(tmp_path)
    set_back()
    again = tmp_path / "boot_id"
    again.write_text("another\n", encoding="ascii")
    monkeypatch.setattr(clock, "_KERNEL", again)
    assert Ended(tmp_path).now() == pytest.approx(time() - DAY_S, abs=5)


def test_a_machine_that_was_halted_is_not_behind():
    """The kernel's count stood still meanwhile; the clock was put right since."""
    start = time() - clock_gettime(CLOCK_BOOTTIME) - DAY_S
    assert clock.time_since(start) == pytest.approx(time(), abs=5)


def test_where_nobody_says_which_start_it_is_the_clock_counts(tmp_path, set_back, monkeypatch):
    monkeypatch.setattr(clock, "_KERNEL", tmp_path / "nowhere")
    table = Ended(tmp_path)
    set_back()
    assert table.now() == pytest.approx(time() - DAY_S, abs=5)


def test_the_kernel_says_it():
    assert len(clock.boot()) == 36


def test_a_table_of_another_make_is_refused(tmp_path):
    with sqlite3.connect(tmp_path / FILE) as table:
        table.execute("create table started (something text)")
    table.close()
    with pytest.raises(Misconfigured, match="sign-outs cannot be kept"):
        Ended(tmp_path)
