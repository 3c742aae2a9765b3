"""Rolls up a contract register into figures of the dashboard, or writes a SYNTHETIC one to try it.

    python -m lib.register rollup REGISTER --to DIR
    python -m lib.register sample --rows 1000000 --to DIR

Exit status 0: done. 1: refused, each fault or reason on a line of its own (standard output), and what stood
before still stands. 2: wrong call. 130: stopped with Ctrl-C, likewise.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from lib.catalog.book import lookup, read_book
from lib.catalog.fault import RefusedError
from lib.register.engines import ENGINES, UnreadableRegister, open_engine
from lib.register.observations import observations
from lib.register.origin import Origin
from lib.register.place import Place, place_of
from lib.register.result import REJECTED, in_place_of, write_result
from lib.register.rollup import Rolled, roll
from lib.register.rules import RULES
from lib.register.sample import write_sample
from lib.register.source import open_source

PUBLISHED = Path(__file__).resolve().parents[2] / "data" / "published"
DONE, REFUSED, STOPPED = 0, 1, 130


class RefusedRows(Exception):
    """Rows break rules, and the call was strict."""


def main(argv: Sequence[str] | None = None) -> int:
    """What came of this command? The exit status; a wrong call leaves with 2 through SystemExit."""
    parser = _parser()
    call = parser.parse_args(argv)
    try:
        if call.command == "sample":
            print(write_sample(call.rows, call.to))
            return DONE
        if not call.register.exists():
            parser.error(f"there is no {call.register.said}")
        for line in _rollup(call):
            print(line)
    except (RefusedError, RefusedRows) as refused:
        print(refused)
    except UnreadableRegister as error:
        print(f"{call.register.said}: {error}. Nothing was changed.")
    except ModuleNotFoundError as error:
        parser.error(f"engine {call.engine} needs {error.name}: pip install pyspark")
    except OSError as error:
        print(f"{error.filename or call.to}: {error.strerror or error}. Nothing was changed.")
    except KeyboardInterrupt:
        print("stopped; nothing was changed")
        return STOPPED
    else:
        return DONE
    return REFUSED


def _rollup(call: argparse.Namespace) -> Iterator[str]:
    book, _ = read_book(PUBLISHED)
    with in_place_of(call.to) as folder:
        scratch, rejected = folder.parent / "scratch", folder / REJECTED
        scratch.mkdir()
        rejected.mkdir()
        with open_engine(call.engine, scratch=scratch, memory=call.memory, master=call.master) as engine:
            rolled = roll(open_source(call.register, scratch), engine, rejected)
        if rolled.rejected and call.strict:
            raise RefusedRows("\n".join(_rejections(rolled)))
        if not rolled.used:
            raise RefusedRows("\n".join([*_rejections(rolled), "no row can be used; nothing was changed"]))
        origin = Origin(rolled.is_synthetic, max(lookup(book, "releases", "date")))
        shown, hidden = observations(rolled, origin)
        lists = origin.lists([*shown, *hidden], known_areas=lookup(book, "areas", "parent"))
        dataset_of = lookup(book, "indicators", "dataset")
        write_result(folder, rolled, origin, shown=shown, hidden=hidden, lists=lists, dataset_of=dataset_of)
        if not rolled.rejected:
            rejected.rmdir()
    yield from _rejections(rolled)
    yield f"{rolled.read} rows read = {rolled.used} used + {rolled.read - rolled.used} rejected"
    yield f"{len(shown)} figures written to {call.to}, {len(hidden)} withheld as confidential"
    if rolled.rejected:
        yield f"{call.to / REJECTED} holds rows of the register itself: not for publication"
    if rolled.is_synthetic:
        yield f"{origin.title['en']}: everything in {call.to} is SYNTHETIC / 模拟数据"


def _rejections(rolled: Rolled) -> list[str]:
    return [f"{rule}: {count} rows; allowed: {RULES[rule]}" for rule, count in rolled.rejected.items()]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m lib.register", description=(__doc__ or "").splitlines()[0]
    )
    commands = parser.add_subparsers(dest="command", required=True)
    rolls = commands.add_parser("rollup", help="add up a register into figures of the dashboard")
    samples = commands.add_parser("sample", help="write a SYNTHETIC register")
    rolls.add_argument(
        "register",
        type=_place,
        metavar="REGISTER",
        help="Parquet or CSV: a file, a folder with its partitions, or an address such as s3://bucket/register",
    )
    rolls.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    rolls.add_argument("--master", default="local[*]", help="of Spark, such as spark://host:7077")
    rolls.add_argument("--memory", default="2GB", help="of DuckDB; what needs more goes to the disk")
    rolls.add_argument("--strict", action="store_true", help="refuse the register if any row breaks a rule")
    samples.add_argument("--rows", type=_rows, required=True, metavar="N")
    for command in (rolls, samples):
        command.add_argument("--to", type=Path, required=True, metavar="DIR")
    return parser


def _place(text: str) -> Place:
    try:
        return place_of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _rows(text: str) -> int:
    rows = int(text)
    if rows < 1:
        raise argparse.ArgumentTypeError("at least 1 row")
    return rows


if __name__ == "__main__":
    sys.exit(main())
