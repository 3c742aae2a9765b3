"""Where does each millisecond of the overview go? In a run on the server, and in a browser that opens the page.

`python -m tests.bench.profile` prints both: what a run asks for (pyinstrument), and the browser's own trace from the
request to the last chart, by what its main thread did.
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
from collections import Counter
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

from tests.bench.runs import opened, place_of
from tests.bench.twins.served import ROOT, Served, served
from tests.bench.visits import waited
from tests.browser import chromium
from tests.browser.server import Server, free_port, wait_until_it_answers

_RERUNS = 120
_KINDS = (
    (
        re.compile(r"EvaluateScript|v8\.(evaluate|run|compile|produce).*"),
        "scripts read and run for the first time",
    ),
    (
        re.compile(r"FunctionCall|RunMicrotasks|FireAnimationFrame|TimerFire|EventDispatch|v8\..*"),
        "scripts called",
    ),
    (re.compile(r"(V8\.GC|MajorGC|MinorGC).*"), "memory collected"),
    (re.compile(r"Layout|UpdateLayoutTree"), "styles and layout"),
    (re.compile(r"Parse.*|HTMLDocumentParser.*"), "HTML and CSS read"),
    (re.compile(r"PrePaint|Paint|Layerize|Commit"), "painted"),
)


def run_profile() -> str:
    """Where does the time of a rerun go, by function?"""
    with TemporaryDirectory() as folder:
        port, file = free_port(), Path(folder, "profile")
        command = [sys.executable, "-m", "tests.bench.profiled", str(port), str(file)]
        with Path(folder, "log").open("wb") as log:
            process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
        try:
            server = Server(f"http://127.0.0.1:{port}", Path(folder, "log"))
            wait_until_it_answers(process, server, "/_stcore/health")
            asyncio.run(_rerun(Served("ours", server.url, process.pid)))
            return file.read_text(encoding="utf-8")
        finally:
            process.terminate()
            process.wait(timeout=20)


async def _rerun(server: Served) -> None:
    async with AsyncExitStack() as stack:
        (session,) = await opened(stack, place_of(server), 1)
        for _ in range(_RERUNS):
            await session.rerun()


def visit_profile() -> tuple[float, dict[str, float]]:
    """How long does a warm visit take to the last chart, ms, and what did the page's main thread do meanwhile, ms?"""
    with TemporaryDirectory() as folder, served("ours") as server, sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="zh-CN")
        for _ in range(3):
            page = context.new_page()
            waited(page, server)
            page.close()
        page = context.new_page()
        trace = Path(folder, "trace.json")
        browser.start_tracing(
            page=page, path=trace, categories=["devtools.timeline", "v8", "blink.user_timing"]
        )
        ms = waited(page, server).ms
        browser.stop_tracing()
        browser.close()
        return ms, by_kind(json.loads(trace.read_text(encoding="utf-8"))["traceEvents"], ms)


def by_kind(events: list[dict[str, Any]], ms: float) -> dict[str, float]:
    """What did the main thread of the page do, in ms of its own time, the most first?

    An event's own time is its duration without the events within it.
    """
    begin = next(
        event
        for event in events
        if event["name"] == "navigationStart" or event["name"] == "ResourceSendRequest"
    )
    thread = _main_thread(events)
    last = begin["ts"] + ms * 1000
    own: Counter[str] = Counter()
    stack: list[tuple[float, str]] = []
    timed = [event for event in events if event.get("ph") == "X" and (event["pid"], event["tid"]) == thread]
    for event in sorted(timed, key=lambda event: (event["ts"], -event.get("dur", 0))):
        if not begin["ts"] <= event["ts"] <= last:
            continue
        while stack and stack[-1][0] <= event["ts"]:
            stack.pop()
        took = event.get("dur", 0) / 1000
        if stack:
            own[stack[-1][1]] -= took
        kind = next((kind for name, kind in _KINDS if name.fullmatch(event["name"])), "other")
        own[kind] += took
        stack.append((event["ts"] + event.get("dur", 0), kind))
    return {kind: own[kind] for kind, _ in own.most_common()}


def _main_thread(events: list[dict[str, Any]]) -> tuple[int, int]:
    """The thread that lays out most."""
    busy = Counter(
        (event["pid"], event["tid"]) for event in events if event["name"] in ("Layout", "FunctionCall")
    )
    return busy.most_common(1)[0][0]


if __name__ == "__main__":
    print(run_profile())
    ms, kinds = visit_profile()
    print(f"a warm visit, {ms:.0f} ms to the last chart that answers the mouse (with the trace running):")
    for kind, took in kinds.items():
        print(f"{took:8.0f} ms  {kind}")
    print(f"{ms - sum(kinds.values()):8.0f} ms  waited: for the server, the network, other threads")
