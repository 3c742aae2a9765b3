"""Has a file read in a process of its own, and waits for the answer no longer than the file is worth."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from lib.catalog.apart import bounds
from lib.catalog.apart.handover import NotHandedOver, unpacked
from lib.catalog.trial import Trial, Weighed, concluded
from lib.facts.record import Record

LOG = logging.getLogger("server.data")
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


def trial_apart(file: str, content: bytes, *, record: Record, published: Path) -> Trial:
    """What would a stranger's file do to the record that is shown? As `lib.catalog.trial.trial`, see there.

    It is read elsewhere, within limits and in its turn; where that leads to no answer, `unread` says why.
    """
    try:
        return concluded(file, weighed_apart(file, content, published), record)
    except Unread as unread:
        LOG.warning(
            "a file of %d bytes was not read to its end: %s", len(content), unread.__cause__ or unread
        )
        return Trial(file, (), unread=unread.reason)


def weighed_apart(
    file: str,
    content: bytes,
    published: Path,
    *,
    seconds: float = 0,
    memory: int = bounds.MOST_MEMORY,
    most_answer: int = bounds.MOST_ANSWER,
    most_wait_s: float = bounds.MOST_WAIT_S,
) -> Weighed:
    """What does a file hold? Raises Unread where it takes more than it may.

    `seconds` of work are those for a file of this size unless given; `memory` and `most_answer` are bytes.
    """
    seconds = seconds or bounds.seconds_for(len(content))
    asked = {"file": file, "published": str(published), "seconds": seconds, "memory": memory}
    if not _TURN.acquire(timeout=most_wait_s):
        raise Unread("busy")
    try:
        answer = _answer(json.dumps(asked).encode("ascii") + b"\n" + content, seconds, most_answer)
        return unpacked(answer)
    except NotHandedOver as error:
        raise Unread("large" if str(error) == "memory" else "ended") from error
    finally:
        _TURN.release()


def _answer(question: bytes, seconds: float, most: int) -> bytes:
    """What does the other process say? It is gone afterwards, whatever happens here."""
    # Ours are the program and its arguments; nothing of the environment that could be a secret goes along.
    command = [sys.executable, "-E", "-s", "-B", "-m", "lib.catalog.apart"]
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
