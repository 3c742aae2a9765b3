"""Whether a session has ended, while the table of sign-outs is locked, hangs, or has no room."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import monotonic, time

import pytest

from pages.signin import asked as module
from pages.signin import ended as ended_module
from pages.signin.asked import Asked
from pages.signin.ended import FILE, Ended
from pages.signin.refused import Refused
from pages.signin.session import Session
from tests.own_loop import finish

HERE = Session("id", "wang", "Wang", "reader", since=1000.0, until=2000.0)
OTHER = replace(HERE, id="other")


class Hanging(Ended):
    """A table that answers when it is let go."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.may_answer = Event()
        self.may_answer.set()
        self.looks = 0

    def has_ended(self, session: Session) -> bool:
        self.looks += 1
        if not self.may_answer.wait(timeout=30):
            raise Refused("unavailable", "hangs")
        return super().has_ended(session)


def test_readers_wait_for_nobody_who_writes(tmp_path):
    table = Ended(tmp_path)
    writing = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    writing.execute("begin exclusive")
    begun = monotonic()
    assert not table.has_ended(HERE)
    assert monotonic() - begun < 1
    writing.execute("rollback")
    writing.close()


def test_while_it_hangs_the_last_answer_holds_and_nobody_waits_for_it(tmp_path):
    table = Hanging(tmp_path)

    async def ask() -> float:
        asked = Asked(table)
        assert not await asked.has_ended(HERE)
        table.may_answer.clear()
        slowest, begun = 0.0, monotonic()
        answers = [asyncio.create_task(asked.has_ended(HERE)) for _ in range(200)]
        while not all(answer.done() for answer in answers):
            before = monotonic()
            await asyncio.sleep(0.01)
            slowest = max(slowest, monotonic() - before)
        assert not any(answer.result() for answer in answers)
        assert monotonic() - begun < 3
        assert not asked.had_ended(HERE)
        table.may_answer.set()
        return slowest

    assert finish(ask()) < 1  # the loop goes on meanwhile


def test_of_whom_nothing_is_known_is_not_let_in_while_it_hangs(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_PATIENCE_S", 0.2)
    table = Hanging(tmp_path)

    async def ask() -> None:
        asked = Asked(table)
        table.may_answer.clear()
        try:
            with pytest.raises(Refused):
                await asked.has_ended(OTHER)
        finally:
            table.may_answer.set()

    finish(ask())


def test_what_was_known_does_not_hold_for_long(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "KEPT_S", 0.0)
    monkeypatch.setattr(module, "_PATIENCE_S", 0.2)
    table = Hanging(tmp_path)

    async def ask() -> None:
        asked = Asked(table)
        assert not await asked.has_ended(HERE)
        table.may_answer.clear()
        try:
            with pytest.raises(Refused):
                await asked.has_ended(HERE)
        finally:
            table.may_answer.set()

    finish(ask())


def test_a_sign_out_is_known_at_the_next_question_in_every_process(tmp_path):
    first, second = Ended(tmp_path), Asked(Ended(tmp_path))

    async def ask() -> None:
        assert not await second.has_ended(HERE)
        first.end(HERE.id, until=time() + 100)
        assert await second.has_ended(HERE)
        assert second.had_ended(HERE)

    finish(ask())


def test_what_has_no_room_to_be_written_down_has_ended_here_and_is_written_down_later(tmp_path):
    table, other = Ended(tmp_path), Ended(tmp_path)
    pages = table._table.execute("pragma page_count").fetchone()[0]
    for line in (table._table, table._later):
        line.execute(f"pragma max_page_count = {pages}")  # a disk that is full, as SQLite sees it
    names = [f"{number}{'x' * 1000}" for number in range(20)]
    refused = []
    for name in names:
        try:
            table.end(name, until=time() + 100)
        except Refused:
            refused.append(replace(HERE, id=name))
    assert refused
    assert all(table.has_ended(session) for session in refused)
    assert not any(other.has_ended(session) for session in refused)
    for line in (table._table, table._later):
        line.execute("pragma max_page_count = 1000000")
    table.write_down()
    assert all(other.has_ended(session) for session in refused)


def test_what_could_not_be_written_down_is_written_down_though_nobody_asks(tmp_path, monkeypatch):
    monkeypatch.setattr(ended_module, "_AGAIN_S", 0.01)
    table, other = Ended(tmp_path), Ended(tmp_path)
    written = Event()
    keep = table._write_down

    def noted() -> None:
        keep()
        if not table._unwritten:
            written.set()

    monkeypatch.setattr(table, "_write_down", noted)
    table._table.execute("pragma busy_timeout = 50")
    writer = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    writer.execute("begin exclusive")
    with pytest.raises(Refused):
        table.end(HERE.id, until=time() + 100)
    assert not other.has_ended(HERE)
    writer.execute("rollback")
    writer.close()
    assert written.wait(10)
    assert other.has_ended(HERE)
