"""Readers by the hundred on one process: websocket sessions as people use them, and ten browsers in their midst.

`python -m tests.load` prints what they met and ends with 1 where a session was lost or a screen was wrong. A timing
never fails it.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from lib.catalog.__main__ import DATA
from lib.catalog.load import load
from tests.bench.runs import megabytes, percentile, place_of
from tests.bench.twins.served import served
from tests.load.people import LANGUAGES, people, screens
from tests.load.windows import figures, windows


def main(argv: Sequence[str] | None = None) -> int:
    """How many screens were wrong?"""
    parser = argparse.ArgumentParser(prog="python -m tests.load")
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--browsers", type=int, default=10)
    parser.add_argument("--thinks", type=float, default=10, metavar="SECONDS")
    call = parser.parse_args(argv)
    with served("ours") as server, ThreadPoolExecutor(max_workers=1) as thread:
        place = place_of(server)
        known = asyncio.run(screens(place))
        before = megabytes(server.pid)
        opened = thread.submit(windows, server.url, call.browsers) if call.browsers else None
        told = asyncio.run(people(place, call.people, call.seconds, known, thinks_s=call.thinks))
        shown = opened.result() if opened else (0.0, [])
        after = megabytes(server.pid)
    right = [figures(load(DATA), lang) for lang in LANGUAGES]
    wrong = told.wrong + [str(cards) for cards in shown[1] if cards not in right]
    ms = [seconds * 1000 for seconds in told.seconds]
    print(
        f"{call.people} people for {call.seconds:.0f} s: {len(ms)} answers, {told.left} left without a goodbye"
    )
    print(
        f"click to answer: half within {percentile(ms, 50):.0f} ms, 95 of 100 within {percentile(ms, 95):.0f} ms"
    )
    print(f"{len(shown[1])} browsers at once: the last had all charts after {shown[0]:.1f} s")
    print(f"memory: {before:.0f} → {after:.0f} MB")
    print(f"wrong screens: {len(wrong)}", *wrong[:5], sep="\n")
    return len(wrong)


if __name__ == "__main__":
    sys.exit(main() > 0)
