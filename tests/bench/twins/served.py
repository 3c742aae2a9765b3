"""The dashboard and its twins as servers: how each is started, and when it answers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.server import Server, free_port, wait_until_it_answers

ROOT = Path(__file__).parents[3]
TWINS = Path(__file__).parent
NAMES = ("ours", "static", "bare", "stock", "dash")
CHARTS = 5


@dataclass(frozen=True, slots=True)
class Served:
    """A server: its name, where its overview is, and its process."""

    name: str
    url: str
    pid: int


@contextmanager
def served(name: str, *, data: Path | None = None, dash: str = "") -> Iterator[Served]:
    """Runs the dashboard or a twin on a free port while the block runs.

    `data` is laid over the record; `dash` is a Python that has Dash.
    """
    port = free_port()
    with TemporaryDirectory() as folder:
        # Default settings: no configuration stands in the folder that the tutorial's page is started from.
        home = Path(folder) if name == "stock" else ROOT
        script = {"ours": ROOT / "dashboard.py"}.get(name, TWINS / f"{name}.py")
        streamlit = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
        stock = [
            "--server.address",
            "127.0.0.1",
            "--server.headless",
            "true",
            "--browser.gatherUsageStats",
            "false",
        ]
        command = {
            "dash": [dash, str(TWINS / "dash_app.py"), str(port)],
            "static": [sys.executable, str(TWINS / "static_site.py"), str(port)],
            "stock": streamlit + stock,
        }.get(name, streamlit)
        around = {key: value for key, value in os.environ.items() if key != "CQ_DATA"}
        around |= {"CQ_DATA": str(data)} if data else {}
        with Path(folder, "log").open("wb") as log:
            process = subprocess.Popen(command, cwd=home, env=around, stdout=log, stderr=log)
            try:
                server = Server(f"http://127.0.0.1:{port}", Path(folder, "log"))
                wait_until_it_answers(
                    process, server, "/" if name in ("dash", "static") else "/_stcore/health"
                )
                yield Served(name, server.url, process.pid)
            finally:
                process.terminate()
                process.wait(timeout=20)
