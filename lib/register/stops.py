"""Signals that end a command: each ends it in order, so that nothing is left behind."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

_ENDING = tuple(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGXCPU", "SIGBREAK")
    if hasattr(signal, name)
)


class Stops:
    """Which signal has come, if any?"""

    def __init__(self) -> None:
        """None yet."""
        self.number = int(signal.SIGINT)

    @property
    def status(self) -> int:
        """With which status does a shell expect a command to end that was stopped?"""
        return 128 + self.number

    def __call__(self, number: int, _frame: FrameType | None) -> None:
        """Stops what is running, once: what clears up after it is not stopped again."""
        for other in _ENDING:
            signal.signal(other, signal.SIG_IGN)
        self.number = number
        raise KeyboardInterrupt


@contextmanager
def stoppable() -> Iterator[Stops]:
    """Has each signal that ends a process raise KeyboardInterrupt; what was ignored from the start stays so."""
    stops = Stops()
    before = {}
    # Only the main thread of a program may say what a signal does.
    is_ours = current_thread() is main_thread()
    try:
        for number in _ENDING:
            if is_ours and signal.getsignal(number) not in (signal.SIG_IGN, None):
                before[number] = signal.signal(number, stops)
        yield stops
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
