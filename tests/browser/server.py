"""A server of the dashboard for one test run: on a free port of this machine, ended by its own handle."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parents[2]
DEADLINE_S = 60.0
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
"""Asks this machine itself, whatever proxy stands between it and others."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server answers, and what it has written so far."""

    url: str
    log_file: Path

    @property
    def host(self) -> str:
        """Which host and port may a page of this server talk to?"""
        return self.url.removeprefix("http://")

    def log(self) -> str:
        """What has the server written?"""
        return self.log_file.read_text(encoding="utf-8", errors="replace")


@contextmanager
def serving(
    folder: Path,
    *,
    local: Path | None = None,
    secrets: Path | None = None,
    port: int | None = None,
    surroundings: Mapping[str, str] | None = None,
) -> Iterator[Server]:
    """Runs a server of this checkout while the block runs; its log goes into a folder.

    `local` is a folder that is laid over the published record; `secrets` says how people sign in; `surroundings`
    are variables that only the server sees.
    """
    port = port or free_port()
    server = Server(url=f"http://127.0.0.1:{port}", log_file=folder / f"server-{port}.log")
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    if secrets:
        command += ["--secrets.files", str(secrets)]
    seen = {name: value for name, value in os.environ.items() if name != "CQ_DATA"} | dict(surroundings or {})
    if local:
        seen["CQ_DATA"] = str(local)
    with server.log_file.open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=seen, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_until_it_answers(process, server)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(timeout=10)


def wait_until_it_answers(
    process: subprocess.Popen[bytes], server: Server, path: str = "/_stcore/health"
) -> None:
    """Waits until a server answers at a path. Raises RuntimeError with its log where it ended or is late."""
    end = monotonic() + DEADLINE_S
    while monotonic() < end:
        try:
            with DIRECT.open(server.url + path, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            pass
        try:
            status = process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        raise RuntimeError(f"the server ended with status {status} before it answered:\n{server.log()}")
    raise RuntimeError(f"the server did not answer within {DEADLINE_S:.0f} s:\n{server.log()}")


def made(address: str) -> str:
    """The same address, once its first view is made: whoever asks while it takes long gets the open page alone."""
    for _ in range(20):
        with DIRECT.open(address, timeout=30) as answer:
            if b'id="first"' in answer.read():
                return address
    raise AssertionError(f"no first view of {address}")


def free_port() -> int:
    """Which port does nobody listen on?"""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
