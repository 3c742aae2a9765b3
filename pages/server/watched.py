"""What whoever started this process is told of it, and what of the machine it takes."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform != "win32":
    import resource

_MOST_DESCRIPTORS = 65_536
_EACH_S = 5.0


def take_all_descriptors() -> None:
    """Lets the process open as many files as it may: a tab takes four, and a shell often allows 1,024."""
    if sys.platform == "win32":
        return
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST_DESCRIPTORS if most == resource.RLIM_INFINITY else min(most, _MOST_DESCRIPTORS)
    if now != resource.RLIM_INFINITY and now < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


@contextmanager
def alive() -> Iterator[None]:
    """Tells systemd that the process answers, now and as long as the block runs, where systemd wants to know.

    It is the loop that says so which answers readers: where that hangs, nothing is said. See sd_notify(3).
    """
    place = os.environ.get("NOTIFY_SOCKET", "")
    if not place:
        yield
        return
    saying = asyncio.create_task(_say_so(place))
    try:
        yield
    finally:
        saying.cancel()


async def _say_so(place: str) -> None:
    _say(place, b"READY=1")
    while True:
        _say(place, b"WATCHDOG=1")
        await asyncio.sleep(_EACH_S)


def _say(place: str, what: bytes) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.setblocking(False)
        try:
            line.sendto(what, f"\0{place[1:]}" if place.startswith("@") else place)
        except OSError:
            return  # nobody listens, or not now: the next time will do
