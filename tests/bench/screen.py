"""How fast is the dashboard beside its twins? One run, the ways in turn, medians.

`python -m tests.bench.screen` prints the table, and ends with 1 where a goal is missed. `--to DIR` puts it into
RESULTS.md there, with the medians to compare the next run with. Dash runs in an environment of its own,
`--dash PYTHON`, or is left out.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import rated, runs, views, visits
from tests.bench.goals import OURS, machine, missed, stored, table
from tests.bench.large import write_large
from tests.bench.twins.served import Served, served

BASELINE = Path(__file__).parent / "RESULTS-screen.json"
LARGE = "server time of a rerun, record 100 times as large, ms"
_MARKS = ("<!-- bench: start -->", "<!-- bench: end -->")


def server_ms(server: Served) -> float:
    """How much of a busy server's time does a rerun of the overview take?"""
    return 1000 / asyncio.run(runs.reruns_a_second(runs.place_of(server)))


def large_beside_small(rounds: int) -> dict[str, float]:
    """What does a rerun cost with the published record, and with one a hundred times as large?

    Told by a server that always has one to do: how long one reader alone waits depends on how the machine wakes
    its threads, and is twice as long in one session as in the next.
    """
    with TemporaryDirectory() as folder:
        write_large(Path(folder))
        with served(OURS) as small, served(OURS, data=Path(folder)) as large:
            taken = [(server_ms(small), server_ms(large)) for _ in range(rounds)]
    return {
        "small record": statistics.median(ms for ms, _ in taken),
        OURS: statistics.median(ms for _, ms in taken),
    }


def main(argv: Sequence[str] | None = None) -> int:
    """How many goals are missed?"""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.screen")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--dash", default="", metavar="PYTHON")
    parser.add_argument("--to", type=Path, metavar="DIR")
    call = parser.parse_args(argv)
    parts = (
        lambda: visits.measured(rounds=call.rounds, dash=call.dash),
        lambda: runs.measured(rounds=call.rounds),
        lambda: {LARGE: large_beside_small(call.rounds)},
        lambda: views.measured(rounds=call.rounds),
        lambda: rated.measured(rounds=call.rounds),
    )
    before = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    medians: dict[str, dict[str, float]] = {}
    for part in parts:
        medians |= part()
        text = f"{machine()}\n\n{table(medians, before)}"
        if call.to:
            call.to.mkdir(parents=True, exist_ok=True)
            _put(text, call.to / "RESULTS.md")
            (call.to / BASELINE.name).write_text(stored(medians), encoding="utf-8")
    print(text)
    return missed(medians)


def _put(text: str, file: Path) -> None:
    """Puts the table between the marks of a file, which is made where there is none."""
    page = file.read_text(encoding="utf-8") if file.exists() else f"{_MARKS[0]}\n{_MARKS[1]}\n"
    before, _, rest = page.partition(_MARKS[0])
    file.write_text(f"{before}{_MARKS[0]}\n{text}{_MARKS[1]}{rest.partition(_MARKS[1])[2]}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main() > 0)
