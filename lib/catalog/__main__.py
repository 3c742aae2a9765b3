"""Publishes and checks the record from the command line.

`check` also compares a new release with the record and prints what the two say about each other. `changes`
prints the data section of CHANGELOG.md.

Exit status 0: done. 1: refused, each fault or reason on a line of its own (standard output). 2: wrong call.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lib.catalog.book import read_book
from lib.catalog.build import build
from lib.catalog.candidate import as_built, candidate
from lib.catalog.checks import check
from lib.catalog.fault import RefusedError
from lib.catalog.schema import BY_FILE
from lib.catalog.stale import stale
from lib.facts.reconcile import new_findings
from lib.words.changelog import data_section
from lib.words.findings import report
from lib.words.speak import Words

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED, DATA = ROOT / "data" / "published", ROOT / "data"
DONE, REFUSED = 0, 1


def main(argv: Sequence[str] | None = None) -> int:
    """What came of this command? The exit status; a wrong call leaves with 2 through SystemExit."""
    parser = _parser()
    call = parser.parse_args(argv)
    folder: Path = call.source
    if not folder.is_dir():
        parser.error(f"there is no folder {folder}")
    try:
        match call.command:
            case "build":
                return _build(folder, call.target)
            case "verify":
                return _verify(folder, call.target)
            case "changes":
                print(data_section(as_built(folder), Words("en")), end="")
                return DONE
            case _:
                return _check(parser, folder, call.files)
    except RefusedError as refused:
        print(refused)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"{where}{error.strerror or error}. Nothing was changed.")
    return REFUSED


def _build(source: Path, target: Path) -> int:
    written = build(source, target)
    print(f"{len(written)} files written to {target}")
    return DONE


def _verify(source: Path, target: Path) -> int:
    differing = stale(source, target)
    for name in differing:
        print(f"{target / name}: not what {source} builds; run python -m lib.catalog build")
    if not differing:
        print(f"{target} is what {source} builds")
    return REFUSED if differing else DONE


def _check(parser: argparse.ArgumentParser, published: Path, files: list[Path]) -> int:
    instead = {}
    for file in files:
        if file.name not in BY_FILE:
            parser.error(f"{file} is not a file of the record. Its files are {', '.join(BY_FILE)}")
        if not file.is_file():
            parser.error(f"there is no file {file}")
        if BY_FILE[file.name].name in instead:
            parser.error(f"{file.name} is named twice")
        instead[BY_FILE[file.name].name] = file
    book, faults = read_book(published, instead=instead)
    names = {file.name for file in files}
    faults = sorted({fault for fault in faults + check(book) if fault.file in names})
    if faults:
        raise RefusedError(faults)
    rows = sum(len(book[table]) for table in instead)
    told = report(new_findings(*candidate(published, files)), "en")
    print(f"{rows} rows, no fault found", *told, sep="\n")
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m lib.catalog", description="Publish and check the record."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    builds = commands.add_parser("build", help="check the CSV files and publish the Parquet files")
    verifies = commands.add_parser(
        "verify", help="tell whether the Parquet files are what the CSV files build"
    )
    changed = commands.add_parser("changes", help="print what each edition added and revised, in Markdown")
    checks = commands.add_parser("check", help="check CSV files, with the published ones as code lists")
    for command in (builds, verifies, changed, checks):
        command.add_argument(
            "--from",
            dest="source",
            type=Path,
            default=PUBLISHED,
            metavar="DIR",
            help="folder of the CSV files",
        )
    for command in (builds, verifies):
        command.add_argument(
            "--to", dest="target", type=Path, default=DATA, metavar="DIR", help="folder of the Parquet files"
        )
    checks.add_argument("files", nargs="+", type=Path, metavar="FILE", help="such as observations.csv")
    return parser


if __name__ == "__main__":
    sys.exit(main())
