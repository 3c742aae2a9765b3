"""What the reading of one file may take, and how a process holds itself to it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

MOST_MEMORY = 400_000_000
"""Bytes beside the 150 MB of the program itself: 25,000 rows take 120 MB. Two at once leave the site its share."""

MOST_ANSWER = 48_000_000
"""Bytes that come back: a fault for each of 50,000 rows has about 20 MB."""

MOST_AT_ONCE = 2
"""Readings in one process of the site; others wait for their turn."""

MOST_WAIT_S = 60.0
_LEAST_S, _MOST_S, _BYTES_A_SECOND = 10.0, 60.0, 25_000
_BEHIND = 5
"""How far a reading steps back: a quarter of a core beside what is busy for readers."""

_LATE = 4
"""Of the time on the clock for each second of work: a reading gives way to all that readers ask for."""


def seconds_for(size: int) -> float:
    """How many seconds of work may a file of so many bytes take? A workbook of 25,000 rows takes 47.

    >>> seconds_for(1_400), seconds_for(1_300_000), seconds_for(20_000_000)
    (10.0, 52.0, 60.0)
    """
    return min(_MOST_S, max(_LEAST_S, size / _BYTES_A_SECOND))


def on_the_clock(seconds: float) -> float:
    """After how many seconds is it ended from outside, however little it was given to work?"""
    return _LATE * seconds


def step_back(process: int) -> None:
    """Has a process just started here go behind this one and all others, before it has loaded what it reads with.

    On Windows it was started that way.
    """
    if sys.platform != "win32":
        with suppress(OSError):  # it is gone, or a service may not even step back
            os.setpriority(os.PRIO_PROCESS, process, os.getpriority(os.PRIO_PROCESS, 0) + _BEHIND)


def hold_to(*, seconds: float, memory: int) -> None:
    """Holds this process to so many seconds of work and bytes of memory from here on.

    It can write no file and leaves no core behind. Where the system knows no limits, as Windows does, the clock
    of the process that asked is the only one.
    """
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds) + 1, more=5)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    if taken := _address_space():
        _limit(resource.RLIMIT_AS, taken + memory)


def _limit(which: int, most: int, *, more: int = 0) -> None:
    """With `more`, the process is told at the first limit and killed at the second."""
    import resource

    _, hard = resource.getrlimit(which)
    known = float("inf") if hard == resource.RLIM_INFINITY else hard
    resource.setrlimit(which, (int(min(most, known)), int(min(most + more, known))))


def _address_space() -> int:
    """The bytes that this process has asked for; 0 where the system does not say, and then sets no limit."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
