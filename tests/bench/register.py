"""How long does a rollup take beside DuckDB SQL written by hand, and how much memory? On a SYNTHETIC register.

`python -m tests.bench.register` makes registers of 10 and 40 million rows in a temporary folder, takes the three
ways in turn, prints the medians and ends with 1 where a limit is passed. `--largest 200` adds one rollup of so
many million rows within 2 GB of DuckDB's memory. `--to DIR` leaves the table and the plot there.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import narwhals as nw

from lib.register.__main__ import main as command
from lib.register.aggregate import PARTS, by_enterprise, enterprises
from lib.register.codes import CODES
from lib.register.engines import open_engine
from lib.register.place import place_of
from lib.register.rollup import tables_of
from lib.register.rules import GOOD
from lib.register.sample import write_sample
from lib.register.source import open_source
from tests.bench.register_plot import plot, table

WAYS = ("by hand", "without checks", "whole rollup")
LIMITS = {"without checks": 1.1, "whole rollup": 1.5}
LIMITS_FROM_MILLIONS = 40  # below, the three seconds for which the figures are written weigh too much
MOST_GB, MEMORY = 4.0, "2GB"
_PARTS = PARTS
_EACH = "sum(executed) AS executed, sum(contract) AS contract"
_CELLS = ", ".join(
    f"sum({name}), max({name}), count(*) FILTER ({name} > 0)" for name in ("executed", "contract")
)


@dataclass(frozen=True)
class Taken:
    """One measurement: million rows, way, seconds and the most memory of the process in GB."""

    millions: int
    way: str
    seconds: float
    gb: float


def by_hand(file: Path, scratch: Path) -> None:
    """The same cells as SQL that knows DuckDB alone, with no check of any row."""
    connection = duckdb.connect(
        config={
            "memory_limit": MEMORY,
            "temp_directory": str(scratch / "spill"),
            "preserve_insertion_order": False,
        }
    )
    connection.execute(
        "CREATE TABLE sums AS SELECT month, offshore, enterprise_id, business_type, sector, client_area, "
        "sum(executed_usd) AS executed, sum(contract_usd) FILTER (month <= signed_on) AS contract "
        f"FROM read_parquet('{file}') GROUP BY ALL"
    )
    for part in _PARTS:
        connection.execute(
            f"CREATE TABLE {part} AS SELECT month, offshore, {part}, enterprise_id, {_EACH} "
            "FROM sums GROUP BY ALL"
        )
    connection.execute(
        "CREATE TABLE emerging AS SELECT month, offshore, enterprise_id, sector IN ('bonded_rd_design', "
        "'digital_trade', 'finance', 'information_technology', 'inspection_maintenance') AS emerging, "
        f"{_EACH} FROM sector GROUP BY ALL"
    )
    for name, part in [*((part, part) for part in _PARTS), ("emerging", "emerging"), ("emerging", "")]:
        for scope in ("offshore", ""):
            keys = ", ".join(filter(None, ("month", scope, part)))
            connection.execute(
                f"SELECT {keys}, {_CELLS} FROM (SELECT {keys}, enterprise_id, {_EACH} FROM {name} GROUP BY ALL) "
                "GROUP BY ALL"
            ).fetchall()
    connection.execute("SELECT month, count(DISTINCT enterprise_id) FROM sums GROUP BY month").fetchall()
    connection.execute(
        "SELECT month, count(*) FROM (SELECT year(month), enterprise_id, min(month) AS month FROM sums GROUP BY ALL) "
        "GROUP BY month"
    ).fetchall()


def without_checks(file: Path, scratch: Path) -> None:
    """The cells as a rollup makes them, every row taken for good."""
    with open_engine("duckdb", scratch=scratch, memory=MEMORY) as engine:
        source = open_source(place_of(str(file)), scratch)
        rows = engine.scan(source).with_columns(rule=nw.lit(GOOD, nw.Int8()))
        sums = engine.keep(
            by_enterprise(engine.coded(rows, CODES, rows=source.rows)), rows=source.rows, doing="adding up"
        )
        tables_of(engine, sums)
        engine.table(enterprises(sums))


def one(way: str, file: Path, scratch: Path) -> None:
    """Does one way once, and prints the seconds without the start of Python."""
    start = time.perf_counter()
    if way == "by hand":
        by_hand(file, scratch)
    elif way == "without checks":
        without_checks(file, scratch)
    elif command(["rollup", str(file), "--to", str(scratch / "result"), "--memory", MEMORY]):
        raise SystemExit(f"the rollup of {file} was refused")
    print(f"seconds {time.perf_counter() - start:.3f}", flush=True)


def measured(millions: int, way: str, file: Path) -> Taken:
    """How long does one way take in a process of its own, and how much memory?"""
    with TemporaryDirectory(dir=file.parent) as scratch:
        call = [sys.executable, "-m", "tests.bench.register", "--one", way, str(file), scratch]
        process = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        said = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{way} of {millions} million rows failed: {said}")
    found = Taken(millions, way, float(said.rpartition("seconds ")[2]), usage.ru_maxrss / 1024**2)
    print(f"{millions:4} million  {way:<15} {found.seconds:7.1f} s  {found.gb:5.2f} GB", flush=True)
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """How many limits are passed?"""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.register")
    parser.add_argument("--one", nargs=3, metavar=("WAY", "FILE", "DIR"), help=argparse.SUPPRESS)
    parser.add_argument("--millions", type=int, nargs="*", default=[10, 40])
    parser.add_argument("--largest", type=int, default=0, metavar="MILLIONS")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--to", type=Path, metavar="DIR")
    call = parser.parse_args(argv)
    if call.one:
        one(call.one[0], Path(call.one[1]), Path(call.one[2]))
        return 0
    taken: list[Taken] = []
    for millions in call.millions:
        with TemporaryDirectory() as folder:
            file = write_sample(millions * 1_000_000, Path(folder))
            taken += [measured(millions, way, file) for _ in range(call.rounds) for way in WAYS]
    if call.largest:
        with TemporaryDirectory() as folder:
            file = write_sample(call.largest * 1_000_000, Path(folder))
            taken.append(measured(call.largest, WAYS[-1], file))
    medians = [
        _median(taken, millions, way) for millions, way in dict.fromkeys((t.millions, t.way) for t in taken)
    ]
    print(table(medians))
    if call.to:
        call.to.mkdir(parents=True, exist_ok=True)
        (call.to / "register.svg").write_text(plot(medians), encoding="utf-8")
        (call.to / "register.md").write_text(table(medians), encoding="utf-8")
    return len(list(_passed(medians)))


def _median(taken: list[Taken], millions: int, way: str) -> Taken:
    these = [found for found in taken if (found.millions, found.way) == (millions, way)]
    return Taken(millions, way, statistics.median(t.seconds for t in these), max(t.gb for t in these))


def _passed(medians: list[Taken]) -> list[str]:
    hand = {found.millions: found.seconds for found in medians if found.way == "by hand"}
    over = [found.way for found in medians if found.gb > MOST_GB]
    for found in medians:
        held = found.way in LIMITS and found.millions >= LIMITS_FROM_MILLIONS
        if held and found.seconds > LIMITS[found.way] * hand.get(found.millions, float("inf")):
            over.append(found.way)
    for name in over:
        print(f"over its limit: {name}")
    return over


if __name__ == "__main__":
    sys.exit(main() > 0)
