"""Which sessions ended before their time, known to every process of this machine and after a restart.

Readers of the table wait for nobody who writes into it (SQLite's write-ahead log). What cannot be written down, as on a
full disk, has ended for this process all the same, and is written down as soon as that is possible.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path
from threading import Lock, Thread
from time import sleep

from pages.signin.clock import boot, started, time_since
from pages.signin.refused import Refused
from pages.signin.session import Session
from pages.signin.settings import Misconfigured

FILE = "signed-out.sqlite"
_PATIENCE_S = 2.0
_AGAIN_S = 1.0
# What has ended is kept a day longer than it could be used, for a machine that starts with its clock behind.
_KEPT_S = 24 * 60 * 60
_CLEARED_EVERY_S = 60 * 60
_TABLES = """
create table if not exists ended (id text primary key, until real not null) without rowid;
create table if not exists ended_subject (subject text primary key, before real not null, until real not null)
    without rowid;
create table if not exists started (boot text primary key, at real not null) without rowid;
"""


_INSERT = "insert or ignore into ended values (?, ?)"


class Ended:
    """A table of what no longer counts: sessions, answers of a provider that were used, and whole persons.

    And of when the machine started, so that all of its processes count the time of sessions alike.
    """

    def __init__(self, folder: Path) -> None:
        self._lock, self._reading, self._again = Lock(), Lock(), Lock()
        self._file = folder / FILE
        self._unwritten: dict[str, float] = {}
        self._is_trying = False
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._table = self._opened()
            self._table.execute("pragma journal_mode = wal")
            self._table.execute(
                "pragma wal_autocheckpoint = 1"
            )  # so that the file is whole, whoever copies it
            self._table.executescript(_TABLES)
            self._seen = self._opened(), self.state()
            self._later = self._opened(patience_s=0.0)  # tried by who has others to answer: waits for nobody
            self._started = self._start_of(boot())
            self._cleared = 0.0
        except (OSError, sqlite3.Error) as error:
            raise Misconfigured(f"sign-outs cannot be kept in {folder}: {error}") from error

    def now(self) -> float:
        """What time is it for sessions, in seconds since 1970? The same for every process, never set back."""
        return time_since(self._started)

    def end(self, name: str, *, until: float) -> bool:
        """Ends a session, or uses up an answer, that would count until a time in seconds since 1970.

        False where that was done before. Raises Refused when it cannot be written down: then it counts here alone.
        """
        if name in self._unwritten:
            return False
        try:
            return self._end(name, until)
        except Refused:
            with self._again:
                self._unwritten[name] = until
                if not self._is_trying:
                    self._is_trying = True
                    Thread(target=self._keep_trying, daemon=True).start()
            raise

    def write_down(self) -> None:
        """Tries again what could not be written down before."""
        with self._again:
            self._write_down()

    def _write_down(self) -> None:
        for name, until in list(self._unwritten.items()):
            try:
                self._later.execute(_INSERT, (name, until))
            except sqlite3.Error:
                return
            del self._unwritten[name]

    def _keep_trying(self) -> None:
        """Until all is written down, whether or not anybody asks this process for something meanwhile."""
        while self._is_trying:
            sleep(_AGAIN_S)
            with self._again:
                self._write_down()
                self._is_trying = bool(self._unwritten)

    def _end(self, name: str, until: float) -> bool:
        if self.now() - self._cleared > _CLEARED_EVERY_S:
            self._ask("delete from ended where until < ?", self.now() - _KEPT_S)
            self._cleared = self.now()
        return self._ask(_INSERT, name, until).rowcount == 1

    def end_subject(self, subject: str, *, at: float, until: float) -> None:
        """Ends every session of a person that began before a time; `until` is when the last of them would end."""
        self._ask("insert or replace into ended_subject values (?, ?, ?)", subject, at, until)

    def ended_here(self, session: Session) -> bool:
        """Was this session ended by this process, and could not be written down yet?"""
        return session.id in self._unwritten

    def has_ended(self, session: Session) -> bool:
        """Was this session, or everything of this person that began when it did, ended? Raises Refused."""
        if self.ended_here(session):
            return True
        found = self._read(
            "select 1 from ended where id = ? union all select 1 from ended_subject where subject = ? and before > ?",
            session.id,
            session.subject,
            session.since,
        )
        return found is not None

    def _opened(self, patience_s: float = _PATIENCE_S) -> sqlite3.Connection:
        return sqlite3.connect(self._file, timeout=patience_s, isolation_level=None, check_same_thread=False)

    def state(self) -> tuple[int, ...]:
        """What changes when somebody writes into the table, or the file is another one? Raises OSError without it."""
        found = self._file.stat()
        return found.st_ino, found.st_size, found.st_mtime_ns

    def _read(self, question: str, *given: str | float) -> tuple[int] | None:
        try:
            with self._reading:
                if self._seen[1] != (state := self.state()):
                    self._seen[0].close()
                    self._seen = self._opened(), state
                found: tuple[int] | None = self._seen[0].execute(question, given).fetchone()
                return found
        except (OSError, sqlite3.Error) as error:
            raise Refused("unavailable", f"the table of sign-outs: {error}") from error

    def _start_of(self, this: str) -> float | None:
        if not this:
            return None
        self._table.execute("insert or ignore into started values (?, ?)", (this, started()))
        found: tuple[float] = self._table.execute("select at from started where boot = ?", (this,)).fetchone()
        return found[0]

    def _ask(self, question: str, *given: str | float) -> sqlite3.Cursor:
        try:
            with self._lock:
                return self._table.execute(question, given)
        except sqlite3.Error as error:
            raise Refused("unavailable", f"the table of sign-outs: {error}") from error


@cache
def ended(folder: Path) -> Ended:
    """Which table is kept in a folder? One for each process."""
    return Ended(folder)
