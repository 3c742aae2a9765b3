"""Has a program of ours look at a stranger's bytes in a process of its own, which may take so much and no more."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from lib.catalog.apart import bounds
from lib.catalog.apart.handover import NotHandedOver

REASONS = ("busy", "slow", "large", "ended")
"""Why a file was not read to its end: others were being read, it took too long, too much memory, or it broke off."""

_ROOT = Path(__file__).resolve().parents[3]
_KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG")
_ONE_OF_EACH = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}
"""Each thread and each pool reserves memory that it may never use, and that counts."""
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0) or None
_TURN = threading.BoundedSemaphore(bounds.MOST_AT_ONCE)


class Unread(Exception):
    """A file was not read to its end; `reason` is one of REASONS."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def answered(
    program: str,
    asked: Mapping[str, str],
    content: bytes,
    *,
    seconds: float,
    memory: int,
    most_answer: int,
    most_wait_s: float,
) -> bytes:
    """What does a program (`lib.catalog.apart`) say of a file, in its turn?

    It finds a line of JSON on its standard input, what is `asked` and its bounds (seconds of work, bytes of memory),
    and then the file; it holds itself to them before it reads on (`bounds.hold_to`). Raises Unread where it takes
    more than it may, and NotHandedOver where it breaks off.
    """
    question = json.dumps({**asked, "seconds": seconds, "memory": memory}).encode("ascii")
    if not _TURN.acquire(timeout=most_wait_s):
        raise Unread("busy")
    try:
        return _answer(program, question + b"\n" + content, seconds, most_answer)
    finally:
        _TURN.release()


def _answer(program: str, question: bytes, seconds: float, most: int) -> bytes:
    """What does the other process say? It is gone afterwards, whatever happens here."""
    # Ours are the program and its arguments; nothing of the environment that could be a secret goes along.
    command = [sys.executable, "-E", "-s", "-B", "-m", program]
    known = {name: os.environ[name] for name in _KEPT if name in os.environ}
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    with subprocess.Popen(  # nosec B603
        command,
        cwd=_ROOT,
        env=known | _ONE_OF_EACH,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
    ) as process:
        bounds.step_back(process.pid)
        clock = threading.Timer(bounds.on_the_clock(seconds), end)
        clock.daemon = True
        clock.start()
        try:
            answer = _told(process, question, most)
            if len(answer) <= most:
                process.wait()
        finally:
            process.kill()
            clock.cancel()
    if len(answer) > most:
        raise Unread("large")
    if late.is_set() or process.returncode == _OUT_OF_TIME:
        raise Unread("slow")
    if process.returncode:
        raise NotHandedOver(f"status {process.returncode}")
    return answer


def _told(process: subprocess.Popen[bytes], question: bytes, most: int) -> bytes:
    assert process.stdin
    assert process.stdout
    with suppress(OSError):  # it may be gone before it has read all, and then says why
        process.stdin.write(question)
    with suppress(OSError):
        process.stdin.close()
    return process.stdout.read(most + 1)
