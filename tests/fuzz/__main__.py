"""Hands random files to `check`, and registers to what reads them, for some minutes; stops at the first not survived.

Exit status 0: every file was read or refused in sentences. 1: one was not; it is kept, and named.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.fuzz.checked import checked
from tests.fuzz.files import files
from tests.fuzz.registers import KIND, registers, taken_in

A_ROUND = 50


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10, metavar="M", help="for how long (10)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the first round (0)")
    call = parser.parse_args()
    counts: Counter[tuple[str, bool]] = Counter()
    last: list[tuple[str, bytes]] = []
    started = time.monotonic()
    number = call.seed
    while time.monotonic() - started < call.minutes * 60:

        @seed(number)
        @settings(
            max_examples=A_ROUND,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )
        @given(st.one_of(files(), registers()))
        def one(file: tuple[str, str, bytes]) -> None:
            kind, name, data = file
            last[:] = [(name, data)]
            counts[kind, (taken_in if kind == KIND else checked)(name, data)] += 1

        try:
            one()
        except Exception:
            traceback.print_exc()
            name, data = last[0]
            kept = Path(f"fuzz-{number}-{name}")
            kept.write_bytes(data)
            print(f"round {number}: {name} was not survived; it is kept as {kept}")
            return 1
        number += 1
    minutes = (time.monotonic() - started) / 60
    print(
        f"{counts.total()} files in {minutes:.1f} minutes, rounds {call.seed} to {number - 1}, no traceback"
    )
    for kind in sorted({kind for kind, _ in counts}):
        print(f"{kind}: {counts[kind, True]} without fault, {counts[kind, False]} refused")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
