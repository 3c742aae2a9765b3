"""A whole site for one test run, as it is deployed: nginx with TLS, processes, and data that can be swapped.

All of it unprivileged, on free ports of this machine, in one folder, ended by its own handles.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from urllib.error import URLError

from deploy.proxy import configuration
from deploy.site import Site
from deploy.vintages import publish
from tests.browser.server import DIRECT
from tests.deploy.clock import Clock
from tests.editions import FIRST
from tests.load.session import Place

ROOT = Path(__file__).parents[2]
PUBLISHED = FIRST
DEADLINE_S = 60.0
NAME = "localhost"
# Its workers forget all surroundings but those that are named.
_ALONE = "daemon off; env FAKETIME_TIMESTAMP_FILE; env FAKETIME_CACHE_DURATION;"
_UNIT = (ROOT / "deploy" / "chongqing@.service").read_text(encoding="utf-8")
_MEMORY = dict(
    pair.split("=") for pair in re.findall("^Environment=(MALLOC_.*)$", _UNIT, re.MULTILINE)[0].split()
)
"""How the unit has the C library and Arrow keep memory."""
_PROGRAM = ("dashboard.py", "lib", "pages", "static", ".streamlit")


@dataclass(slots=True)
class Process:
    """One process of the dashboard, which a test may end and start again."""

    port: int
    tree: Path
    log_file: Path
    log_to: str = ""
    clock: Clock | None = None
    secrets: Path | None = None
    handle: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts it, without waiting for an answer."""
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(self.port)]
        command += ["--secrets.files", str(self.secrets)] if self.secrets else []
        by = self.clock.surroundings if self.clock else os.environ
        surroundings = {name: text for name, text in by.items() if name != "CQ_DATA"}
        surroundings |= {"STREAMLIT_SERVER_COOKIE_SECRET": "the same for all", "PYTHONUNBUFFERED": "1"}
        surroundings |= _MEMORY
        surroundings["STREAMLIT_SERVER_ALLOWED_HOSTS"] = NAME
        with open(self.log_to or self.log_file, "ab") as log:  # noqa: PTH123  may be a device
            self.handle = subprocess.Popen(
                command, cwd=self.tree, env=surroundings, stdout=subprocess.DEVNULL, stderr=log
            )

    def wait_until_up(self) -> float:
        """Waits until it answers; how many seconds did that take?"""
        assert self.handle
        begun = monotonic()
        while monotonic() - begun < DEADLINE_S:
            if self.handle.poll() is not None:
                raise RuntimeError(f"the process ended with {self.handle.returncode}:\n{self.log()[-3000:]}")
            if self.health(within=2):
                return monotonic() - begun
            sleep(0.05)
        raise RuntimeError(f"the process on {self.port} did not answer:\n{self.log()[-3000:]}")

    def health(self, *, within: float = DEADLINE_S) -> dict[str, object]:
        """What does it say of itself? Nothing where it does not answer within so many seconds."""
        try:
            with DIRECT.open(f"http://127.0.0.1:{self.port}/_health", timeout=within) as answer:
                found: dict[str, object] = json.load(answer)
                return found
        except (URLError, OSError, ValueError):
            return {}

    def stop(self, how: signal.Signals = signal.SIGTERM) -> float:
        """Sends it a signal and waits for its end; how many seconds did that take?"""
        assert self.handle
        begun = monotonic()
        self.handle.send_signal(how)
        self.handle.wait(timeout=30)
        return monotonic() - begun

    def log(self) -> str:
        """What has it written?"""
        return self.log_file.read_text(encoding="utf-8", errors="replace") if self.log_file.exists() else ""

    @property
    def memory_mb(self) -> float:
        """How much of the machine's memory does it hold?"""
        assert self.handle
        status = Path(f"/proc/{self.handle.pid}/status").read_text(encoding="ascii")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024


@dataclass(slots=True)
class Deployed:
    """A running site: its settings, its folder, its processes, and its proxy."""

    site: Site
    folder: Path
    processes: list[Process]
    proxy: subprocess.Popen[bytes]
    clock: Clock | None = None

    @property
    def url(self) -> str:
        """What does a reader type?"""
        return f"https://{NAME}:{self.site.https}"

    @property
    def store(self) -> Path:
        """Where are the vintages of its data?"""
        return self.folder / "store"

    def place(self, coming_from: str = "127.0.0.1") -> Place:
        """Where does a reader from this address find it?"""
        return Place(NAME, self.site.https, coming_from=coming_from)

    def process_of(self, cookie: str) -> Process:
        """Which process does the proxy's cookie name?"""
        return self.processes[int(cookie) - 1]

    def reload(self) -> None:
        """Has the proxy read its configuration again, as `systemctl reload nginx` does."""
        self.proxy.send_signal(signal.SIGHUP)

    def access(self) -> str:
        """What has the proxy written of its requests?"""
        return (self.folder / "access.log").read_text(encoding="utf-8")

    def logs(self) -> str:
        """What have all of them written?"""
        return "".join(process.log() for process in self.processes) + self.access()


@contextmanager
def deployed(
    folder: Path,
    *,
    processes: int = 3,
    full_disk: bool = False,
    spoilt: Mapping[str, str] | None = None,
    clock: Clock | None = None,
    secrets: Callable[[str], Path] | None = None,
    framed_by: tuple[str, ...] = (),
    rate: int = 50,
) -> Iterator[Deployed]:
    """Runs a site while the block runs.

    With `full_disk` no log can be written; `spoilt` maps files of the program to what stands in them instead. All
    of it goes by the `clock`. `secrets` writes down how people sign in at the address that it is given, and says where.
    """
    folder.chmod(0o755)
    first, https, http = _free_ports(processes), *_free_ports(2, singly=True)
    certificate(folder)
    temp = (
        TemporaryDirectory()
    )  # the proxy's workers are another user's, who may not look into the tests' folder
    Path(temp.name).chmod(0o755)
    site = Site(
        name=NAME, certificate=f"{folder}/site.crt", key=f"{folder}/site.key", processes=processes,
        first_port=first[0], framed_by=framed_by, rate=rate, address="127.0.0.1", https=https, http=http, user="",
        run=str(folder), logs=str(folder), temp=temp.name,
    )  # fmt: skip
    publish(PUBLISHED, folder / "store")
    _tree(folder / "tree", folder / "store")
    for name, text in (spoilt or {}).items():
        (folder / "tree" / name).write_text(text, encoding="utf-8")
    if full_disk:
        (folder / "access.log").symlink_to("/dev/full")
    (folder / "nginx.conf").write_text(configuration(site), encoding="utf-8")
    kept = secrets(f"https://{NAME}:{https}") if secrets else None
    with ExitStack() as stack:
        stack.callback(temp.cleanup)
        running = []
        for port in site.ports:
            log_to = "/dev/full" if full_disk else ""
            process = Process(port, folder / "tree", folder / f"{port}.log", log_to, clock, kept)
            process.start()
            stack.callback(_end, process)
            running.append(process)
        proxy = subprocess.Popen(
            [nginx(), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log"), "-g", _ALONE],
            env=clock.surroundings if clock else None,
            stderr=subprocess.DEVNULL,
        )
        stack.callback(_quit, proxy)
        for process in running:
            process.wait_until_up()
        yield Deployed(site, folder, running, proxy, clock)


def nginx() -> str:
    """Where is nginx? Debian keeps it off the path of those who do not administer."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if not found:
        raise RuntimeError("no nginx found for the tests in tests/deploy: apt-get install nginx")
    return found


def certificate(folder: Path) -> None:
    """Makes a certificate that nobody vouches for: site.crt and site.key."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", f"{folder}/site.key",
         "-out", f"{folder}/site.crt"],
        check=True, capture_output=True,
    )  # fmt: skip


def _tree(tree: Path, store: Path) -> None:
    """The program as it is installed: its data is a link to the vintage that readers see.

    With what is compiled of it already: each process of each site would compile all of it anew. What another
    process is just compiling has a name that ends in a number, for as long as it is written.
    """
    tree.mkdir()
    for name in _PROGRAM:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("*.pyc.*"))
        else:
            shutil.copy2(ROOT / name, tree / name)
    (tree / "data").symlink_to(store / "current")


def _free_ports(count: int, *, singly: bool = False) -> list[int]:
    """Free ports of this machine; in a row unless `singly`."""
    while True:
        found = [socket.socket() for _ in range(count)]
        try:
            found[0].bind(("127.0.0.1", 0))
            first: int = found[0].getsockname()[1]
            for number, other in enumerate(found[1:], 1):
                other.bind(("127.0.0.1", 0 if singly else first + number))
            return [one.getsockname()[1] for one in found]
        except (OSError, OverflowError):
            continue
        finally:
            for one in found:
                one.close()


def _end(process: Process) -> None:
    if process.handle and process.handle.poll() is None:
        process.handle.kill()
        process.handle.wait(timeout=10)


def _quit(proxy: subprocess.Popen[bytes]) -> None:
    proxy.terminate()
    proxy.wait(timeout=10)
