"""Which sessions ended before their time, known to every process of this machine and after a restart."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path
from threading import Lock

from pages.signin.clock import boot, started, time_since
from pages.signin.refused import Refused
from pages.signin.session import Session
from pages.signin.settings import Misconfigured

FILE = "signed-out.sqlite"
_PATIENCE_S = 2.0
# What has ended is kept a day longer than it could be used, for a machine that starts with its clock behind.
_KEPT_S = 24 * 60 * 60
_CLEARED_EVERY_S = 60 * 60
_TABLES = """
create table if not exists ended (id text primary key, until real not null) without rowid;
create table if not exists ended_subject (subject text primary key, before real not null, until real not null)
    without rowid;
create table if not exists started (boot text primary key, at real not null) without rowid;
"""


class Ended:
    """A table of what no longer counts: sessions, answers of a provider that were used, and whole persons.

    And of when the machine started, so that all of its processes count the time of sessions alike.
    """

    def __init__(self, folder: Path) -> None:
        self._lock = Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._table = sqlite3.connect(
                folder / FILE, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False
            )
            self._table.executescript(_TABLES)
            self._started = self._start_of(boot())
            self._cleared = 0.0
        except (OSError, sqlite3.Error) as error:
            raise Misconfigured(f"sign-outs cannot be kept in {folder}: {error}") from error

    def now(self) -> float:
        """What time is it for sessions, in seconds since 1970? The same for every process, never set back."""
        return time_since(self._started)

    def end(self, name: str, *, until: float) -> bool:
        """Ends a session, or uses up an answer, that would count until a time in seconds since 1970.

        False where that was done before. Raises Refused when it cannot be written down.
        """
        if self.now() - self._cleared > _CLEARED_EVERY_S:
            self._ask("delete from ended where until < ?", self.now() - _KEPT_S)
            self._cleared = self.now()
        return self._ask("insert or ignore into ended values (?, ?)", name, until).rowcount == 1

    def end_subject(self, subject: str, *, at: float, until: float) -> None:
        """Ends every session of a person that began before a time; `until` is when the last of them would end."""
        self._ask("insert or replace into ended_subject values (?, ?, ?)", subject, at, until)

    def has_ended(self, session: Session) -> bool:
        """Was this session, or everything of this person that began when it did, ended? Raises Refused."""
        found = self._ask(
            "select 1 from ended where id = ? union all select 1 from ended_subject where subject = ? and before > ?",
            session.id,
            session.subject,
            session.since,
        )
        return found.fetchone() is not None

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
