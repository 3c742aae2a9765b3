"""What time it is for sessions: the machine's own, but that setting its clock back turns nothing back."""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic, time

if sys.platform == "linux":
    from time import CLOCK_BOOTTIME, clock_gettime

_KERNEL = Path("/proc/sys/kernel/random/boot_id")


def boot() -> str:
    """Which start of the machine is this? Blank where its kernel does not say."""
    try:
        return _KERNEL.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def started() -> float:
    """When did the machine start, by its clock as it is now? In seconds since 1970."""
    return time() - _counted()


def time_since(start: float | None) -> float:
    """What time is it, in seconds since 1970, on a machine that started then?

    What the machine's clock says, or, where that was set back since, what it would say otherwise. The kernel's count
    stands still while a virtual machine is halted and kept: then the clock is ahead, and right. None: the clock.
    """
    return time() if start is None else max(time(), start + _counted())


def _counted() -> float:
    if sys.platform == "linux":
        return clock_gettime(CLOCK_BOOTTIME)
    return monotonic()  # stands still while the machine sleeps: then the clock is ahead
