"""Publishes and checks the record from the command line.

`template` writes a workbook to type a release into. `check` and `build` read XLSX, ODS and CSV (UTF-8 or
GB18030) and say how they read what was typed. `build --from` a folder with a release and not a whole record
lays its rows over the published one: into `data/published` too, unless `--to` names another folder. `check`
also compares a new release with the record and prints what the two say about each other. `changes`
prints the data section of CHANGELOG.md.

Exit status 0: done. 1: refused, each fault or reason on a line of its own (standard output). 2: wrong call.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from lib.catalog.adopt import adopt, is_whole, read_files
from lib.catalog.book import read_book
from lib.catalog.build import build, datasets
from lib.catalog.candidate import candidate
from lib.catalog.fault import RefusedError
from lib.catalog.laid_over import replaced
from lib.catalog.load import record_of
from lib.catalog.publish import replace_all
from lib.catalog.stale import stale
from lib.catalog.template import template
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
            case "template":
                return _template(parser, folder, call.target)
            case "verify":
                return _verify(folder, call.target)
            case "changes":
                print(data_section(record_of(datasets(folder)), Words("en")), end="")
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
    if is_whole(source):
        written = build(source, target)
    else:
        release, written = adopt(source, published=PUBLISHED, target=target, keep=target.resolve() == DATA)
        print(*release.readings, f"{release.rows} rows laid over {PUBLISHED}", sep="\n")
    for folder, count in Counter(path.parent for path in written).items():
        print(f"{count} files written to {folder}")
    return DONE


def _verify(source: Path, target: Path) -> int:
    differing = stale(source, target)
    for name in differing:
        print(f"{target / name}: not what {source} builds; run python -m lib.catalog build")
    if not differing:
        print(f"{target} is what {source} builds")
    return REFUSED if differing else DONE


def _template(parser: argparse.ArgumentParser, published: Path, target: Path) -> int:
    if target.suffix != ".xlsx":
        parser.error(f"{target} is no name for a workbook: it has to end in .xlsx")
    if target.exists():
        print(f"{target} is there already and may hold figures. Nothing was changed: name another file.")
        return REFUSED
    book, faults = read_book(published)
    if faults:
        raise RefusedError(faults)
    replace_all({target.name: template(book)}, target.parent)
    print(f"{target} written: fill in the sheet observations, then python -m lib.catalog check {target}")
    return DONE


def _check(parser: argparse.ArgumentParser, published: Path, files: list[Path]) -> int:
    for file in files:
        if not file.exists():
            parser.error(f"there is no file {file}")
        if [other.name for other in files].count(file.name) > 1:
            parser.error(f"{file.name} is named twice")
    book, unreadable = read_book(published)
    if unreadable:
        raise RefusedError(unreadable)
    release = read_files(files, book)
    for line in release.readings:
        print(line)
    told = report(new_findings(*candidate(book, release)), "en")
    print(*replaced(book, release), f"{release.rows} rows, no fault found", *told, sep="\n")
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m lib.catalog", description="Publish and check the record."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    builds = commands.add_parser("build", help="check the files of a folder and publish the Parquet files")
    verifies = commands.add_parser(
        "verify", help="tell whether the Parquet files are what the CSV files build"
    )
    changed = commands.add_parser("changes", help="print what each edition added and revised, in Markdown")
    checks = commands.add_parser("check", help="check files before they are published, beside the record")
    templates = commands.add_parser("template", help="write a workbook to type a new release into")
    templates.add_argument(
        "--to", dest="target", type=Path, required=True, metavar="FILE", help="such as release.xlsx"
    )
    for command in (builds, verifies, changed, checks, templates):
        command.add_argument(
            "--from",
            dest="source",
            type=Path,
            default=PUBLISHED,
            metavar="DIR",
            help="folder of the CSV files, or of a release",
        )
    for command in (builds, verifies):
        command.add_argument(
            "--to", dest="target", type=Path, default=DATA, metavar="DIR", help="folder of the Parquet files"
        )
    checks.add_argument("files", nargs="+", type=Path, metavar="FILE", help="such as release.xlsx")
    return parser


if __name__ == "__main__":
    sys.exit(main())
