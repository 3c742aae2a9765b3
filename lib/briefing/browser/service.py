"""The one browser of this program: started when first needed, kept, and started again when it dies."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable
from typing import TypeVar

from lib.briefing.browser.errors import BrowserFailed, BrowserGone
from lib.briefing.browser.find import find
from lib.briefing.browser.process import Process
from lib.briefing.browser.tab import Tab

Made = TypeVar("Made")
PATIENCE = 60.0


class Service:
    """A browser that draws for one caller after the other; none waits longer than its time, twice."""

    def __init__(self, program: Callable[[], str] = find) -> None:
        self._program = program
        self._lock = threading.Lock()
        self._process: Process | None = None
        self._tab: Tab | None = None

    @property
    def pid(self) -> int | None:
        """Which process is the browser, if there is one?"""
        return self._process.pid if self._process else None

    def draw(self, work: Callable[[Tab], Made], *, seconds: float = PATIENCE) -> Made:
        """Does a piece of work in a tab, once more in a fresh browser if the first one dies; gives what it made.

        Raises NoBrowser where there is none, BrowserFailed where the second one did not finish either.
        """
        with self._lock:
            reason = ""
            for _ in range(2):
                try:
                    return self._once(work, seconds)
                except BrowserGone as error:
                    reason = str(error)
                    self._end()
                except BaseException:
                    self._end()
                    raise
            raise BrowserFailed("briefing.browser.failed", reason=reason)

    def close(self) -> None:
        """Ends the browser; the next piece of work starts another."""
        with self._lock:
            self._end()

    def _once(self, work: Callable[[Tab], Made], seconds: float) -> Made:
        if self._process is None:
            self._process = Process(self._program())
        with self._process.within(seconds):
            self._tab = self._tab or Tab(self._process)
            return work(self._tab)

    def _end(self) -> None:
        if self._process is not None:
            self._process.end()
        self._process = self._tab = None


SERVICE = Service()
atexit.register(SERVICE.close)
