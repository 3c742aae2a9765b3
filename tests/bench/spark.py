"""Does Spark give the same files as DuckDB? On a SYNTHETIC register with some rows that break rules, and at random.

`python -m tests.bench.spark` takes minutes and needs Java 17, so it stands beside the test suite and not in it.
`--rows N`, `--random REGISTERS` and `--master MASTER`, such as local-cluster[2,1,1024], make it more of a trial. Ends
with 1 where a file differs; the rejected rows are compared as rows, for each engine cuts its files otherwise.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import HealthCheck, Phase, settings
from hypothesis import given as given_rows

from lib.register.__main__ import main as command
from lib.register.sample import write_sample
from tests.register.random_rows import rows
from tests.register.rows import Row, rolled

_BROKEN_EVERY = 97


def main(argv: Sequence[str] | None = None) -> int:
    """How many registers are told otherwise?"""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.spark")
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--random", type=int, default=10, metavar="REGISTERS")
    parser.add_argument("--master", default="local[2]")
    call = parser.parse_args(argv)
    given: list[list[Row]] = []

    @settings(
        max_examples=call.random, database=None, phases=[Phase.generate], suppress_health_check=HealthCheck
    )
    @given_rows(rows(broken=True))
    def pick(register: list[Row]) -> None:
        given.append(register)

    if call.random:
        pick()
    with TemporaryDirectory() as name:
        register = write_sample(call.rows, Path(name))
        pq.write_table(with_faults(pq.read_table(register)), register)
        wrong = int(bool(differing(register, call.master)))
    wrong += sum(rolled("duckdb", found) != rolled("spark", found) for found in given)
    print(f"registers told otherwise: {wrong} of {1 + len(given)}")
    return wrong


def differing(register: Path, master: str) -> list[str]:
    """Which files of the two results differ?"""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for engine in ("duckdb", "spark"):
            start = time.perf_counter()
            options = ["--to", str(folder / engine), "--engine", engine, "--master", master]
            if command(["rollup", str(register), *options]):
                return [f"{engine} refused it"]
            print(f"{engine}: {time.perf_counter() - start:.1f} s")
        files = sorted((folder / "duckdb").glob("*.*"))
        found = [file.name for file in files if differs(file, folder / "spark")]
        if rejected(folder / "duckdb") != rejected(folder / "spark"):
            found.append("rejected")
    print(f"differing: {', '.join(found) or 'nothing'}")
    return found


def with_faults(rows: pa.Table) -> pa.Table:
    """The same rows, some of them twice and some of a sector that there is not."""
    some = rows.take(list(range(0, len(rows), _BROKEN_EVERY)))
    place = some.column_names.index("sector")
    wrong = some.set_column(place, "sector", pa.array(["S13"] * len(some)))
    return pa.concat_tables([rows, some, wrong])


def differs(file: Path, folder: Path) -> bool:
    """Is a file of a folder other than this one of the same name?"""
    return file.read_bytes() != (folder / file.name).read_bytes()


def rejected(folder: Path) -> list[tuple[str, ...]]:
    """Which rows were rejected, in an order of their own?"""
    rows = pq.read_table(folder / "rejected").to_pylist()
    return sorted(tuple(str(row[name]) for name in sorted(row)) for row in rows)


if __name__ == "__main__":
    sys.exit(main() > 0)
