"""A headless browser as a process of its own, spoken to through two pipes.

The pipes are its DevTools connection. No port is opened, and a browser whose pipes close ends itself: none
is left behind when this program ends, however it ends.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lib.briefing.browser.errors import BrowserGone

_ARGUMENTS = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-crash-reporter",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",  # made ready for an address bar that nobody sees
    "--disable-gpu",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--hide-scrollbars",
    "--mute-audio",
    "--no-pings",
)
# The browser reads from descriptor 3 and writes to 4; a child gets its pipes under other numbers.
_HANDOVER = (
    "import fcntl, os, sys\n"
    "ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]\n"
    "os.dup2(ends[0], 3); os.dup2(ends[1], 4)\n"
    "os.execv(sys.argv[3], sys.argv[3:])\n"
)
_CHUNK = 1 << 16


class Process:
    """A running browser."""

    def __init__(self, program: str) -> None:
        self._profile = tempfile.mkdtemp(prefix="cq-browser-")
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        arguments = [*_ARGUMENTS, f"--user-data-dir={self._profile}", *_without_sandbox(), "about:blank"]
        try:
            self._running = _start(program, arguments, theirs_in, theirs_out)
        finally:
            os.close(theirs_in)
            os.close(theirs_out)
        self._out, self._in, self._rest = ours_out, ours_in, b""
        self._late = False

    @property
    def pid(self) -> int:
        """Which process is it?"""
        return self._running.pid

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Ends the browser if what is done here takes longer, so that nothing waits for it for ever."""
        timer = threading.Timer(seconds, self._end_late)
        timer.daemon = True
        timer.start()
        try:
            yield
        except (OSError, EOFError) as error:
            raise BrowserGone(f"no answer in {seconds:g} s" if self._late else "it ended") from error
        finally:
            timer.cancel()

    def send(self, message: bytes) -> None:
        """Hands the browser a message."""
        view = memoryview(message + b"\0")
        while view:
            view = view[os.write(self._out, view) :]

    def receive(self) -> bytes:
        """What does the browser say next? Raises EOFError where it says nothing any more."""
        pieces = [self._rest]
        while b"\0" not in pieces[-1]:
            piece = os.read(self._in, _CHUNK)
            if not piece:
                raise EOFError
            pieces.append(piece)
        message, _, self._rest = b"".join(pieces).partition(b"\0")
        return message

    def end(self) -> None:
        """Ends the browser with all that it started, and removes what it kept."""
        self._kill()
        self._running.wait()
        for end in (self._out, self._in):
            os.close(end)
        shutil.rmtree(self._profile, ignore_errors=True)

    def _end_late(self) -> None:
        self._late = True
        self._kill()

    def _kill(self) -> None:
        if sys.platform == "win32":
            self._running.kill()
            return
        try:
            os.killpg(self._running.pid, signal.SIGKILL)
        except ProcessLookupError:
            self._running.poll()


def _start(program: str, arguments: list[str], read: int, write: int) -> subprocess.Popen[bytes]:
    quiet: dict[str, Any] = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
    }
    # The program is the browser that was found, its arguments are ours, and no shell reads them.
    if sys.platform == "win32":
        import msvcrt

        handles = [msvcrt.get_osfhandle(end) for end in (read, write)]
        for handle in handles:
            os.set_handle_inheritable(handle, True)
        piped = f"--remote-debugging-io-pipes={handles[0]},{handles[1]}"
        return subprocess.Popen([program, piped, *arguments], close_fds=False, **quiet)  # nosec B603
    handed = [sys.executable, "-I", "-S", "-c", _HANDOVER, str(read), str(write), program, *arguments]
    return subprocess.Popen(handed, pass_fds=(read, write), start_new_session=True, **quiet)  # nosec B603


def _without_sandbox() -> list[str]:
    """A container's root user has no other way; everyone else keeps the sandbox."""
    is_root = sys.platform != "win32" and os.geteuid() == 0
    return ["--no-sandbox"] if is_root else []
