"""Rolls up a contract register into figures of the dashboard, or writes a SYNTHETIC one to try it.

    python -m lib.register rollup REGISTER --to DIR
    python -m lib.register sample --rows 1000000 --to DIR

Exit status 0: done. 1: refused, each fault or reason on a line of its own (standard output), and what stood
before still stands. 2: wrong call. 130, 143, 129: stopped with Ctrl-C or by a signal, likewise.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from lib.catalog.fault import RefusedError
from lib.register.engines import ENGINES, UnreadableRegister
from lib.register.place import Place, place_of
from lib.register.run import Asked, RefusedRows, run
from lib.register.sample import FILE, write_sample
from lib.register.stops import stoppable
from lib.register.workspace import clear_leftovers
from lib.words.faults import fault_lines
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from lib.words.terminal import language, system_says, tell

DONE, REFUSED = 0, 1


def main(argv: Sequence[str] | None = None) -> int:
    """What came of this command? The exit status; a wrong call leaves with 2 through SystemExit."""
    asked = sys.argv[1:] if argv is None else argv
    words = Words(language(asked, os.environ))
    parser = _parser()
    call = parser.parse_args(asked)
    lines: list[str] = []
    with stoppable() as stops:
        try:
            status = _done(parser, call, words, lines)
        except KeyboardInterrupt:
            status = stops.status
            lines.append(words("rollup.stopped"))
        tell(lines)
    return status


def _done(parser: argparse.ArgumentParser, call: argparse.Namespace, words: Words, lines: list[str]) -> int:
    """Does what was asked for; what there is to tell of it goes into `lines`."""
    try:
        target = call.to / FILE if call.command == "sample" else call.to
        lines += [words("rollup.cleared", folder=folder) for folder in clear_leftovers(target)]
        if call.command == "sample":
            lines.append(str(write_sample(call.rows, call.to)))
            return DONE
        if not call.register.exists():
            parser.error(words("rollup.no_file", file=call.register.said))
        if call.columns and not call.columns.is_file():
            parser.error(words("rollup.no_file", file=call.columns))
        lines += run(_asked(call), words)
    except RefusedError as refused:
        lines += fault_lines(refused.faults, words)
    except RefusedRows as refused:
        lines += str(refused).splitlines()
    except UnreadableRegister as error:
        lines.append(words("rollup.unreadable_file", file=call.register.said, reason=error))
    except ModuleNotFoundError as error:
        parser.error(f"engine {call.engine} needs {error.name}: pip install pyspark")
    except OSError as error:
        reason = system_says(error, words)
        lines.append(words("rollup.unreadable_file", file=error.filename or call.to, reason=reason))
    else:
        return DONE
    return REFUSED


def _asked(call: argparse.Namespace) -> Asked:
    return Asked(
        call.register,
        call.to,
        engine=call.engine,
        memory=call.memory,
        master=call.master,
        columns=call.columns,
        strict=call.strict,
    )


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
        help="Parquet, .csv or .csv.gz: a file, a folder with its partitions, or an address such as s3://bucket/register",
    )
    rolls.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    rolls.add_argument("--master", default="local[*]", help="of Spark, such as spark://host:7077")
    rolls.add_argument("--memory", default="2GB", help="of DuckDB; what needs more goes to the disk")
    rolls.add_argument("--strict", action="store_true", help="refuse the register if any row breaks a rule")
    rolls.add_argument(
        "--columns",
        type=Path,
        metavar="MAP",
        help="a CSV of two columns for other headers: the register's name of a column, and the header of the file",
    )
    samples.add_argument("--rows", type=_rows, required=True, metavar="N")
    for command in (rolls, samples):
        command.add_argument("--to", type=Path, required=True, metavar="DIR")
        command.add_argument("--lang", choices=LANGUAGES, help="of what is said; else that of the locale")
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
