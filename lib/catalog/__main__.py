"""Publishes and checks the record from the command line.

`template` writes a workbook to type a release into. `check` and `build` read XLSX, ODS and CSV (UTF-8 or
GB18030), or a folder of them, and say how they read what was typed. `build --from` a folder with a release and not
a whole record lays its rows over the published one: into `data/published` too, unless `--to` names another folder.
`check` also compares a new release with the record and prints what the two say about each other. `changes`
prints the data section of CHANGELOG.md, `gaps` what should have been published by now and was not found.

Exit status 0: done. 1: refused, each fault or reason on a line of its own (standard output). 2: wrong call.
It speaks the language of the locale, or of `--lang`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from lib.catalog.adopt import adopt, files_of, is_whole, read_files
from lib.catalog.book import read_book
from lib.catalog.build import build, datasets
from lib.catalog.candidate import candidate
from lib.catalog.checks import check
from lib.catalog.fault import RefusedError
from lib.catalog.laid_over import replaced
from lib.catalog.load import record_of
from lib.catalog.message import Reading
from lib.catalog.publish import replace_all
from lib.catalog.stale import stale
from lib.catalog.template import template
from lib.facts.reconcile import new_findings
from lib.words.changelog import data_section
from lib.words.faults import fault_lines, reading_line
from lib.words.findings import report
from lib.words.gaps import gaps_csv
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from lib.words.terminal import language, system_says, tell

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED, DATA = ROOT / "data" / "published", ROOT / "data"
DONE, REFUSED = 0, 1


class _Refused(Exception):
    """What was asked is not done, for a reason that is told as it is."""


def main(argv: Sequence[str] | None = None) -> int:
    """What came of this command? The exit status; a wrong call leaves with 2 through SystemExit."""
    given = sys.argv[1:] if argv is None else list(argv)
    words = Words(language(given, os.environ))
    parser = _parser(words)
    call = parser.parse_args(given)
    status, lines = _done(parser, call, words)
    tell(lines)
    return status


def _done(
    parser: argparse.ArgumentParser, call: argparse.Namespace, words: Words
) -> tuple[int, Sequence[str]]:
    folder: Path = call.source
    if not folder.is_dir():
        parser.error(words("command.no_folder", folder=folder))
    try:
        match call.command:
            case "build":
                return DONE, list(_build(folder, call.target, words))
            case "template":
                return DONE, [_template(parser, folder, call.target, words)]
            case "verify":
                return _verify(folder, call.target, words)
            case "changes":
                section = data_section(record_of(datasets(folder)), Words("en"))
                return DONE, section.splitlines()
            case "gaps":
                return DONE, list(_gaps(folder, call.target, words))
            case _:
                return DONE, list(_check(parser, folder, call.files, words))
    except RefusedError as refused:
        return REFUSED, fault_lines(refused.faults, words)
    except _Refused as refused:
        return REFUSED, [str(refused)]
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return REFUSED, [words("command.unchanged", where=where, why=system_says(error, words))]


def _build(source: Path, target: Path, words: Words) -> Iterator[str]:
    if is_whole(source, PUBLISHED):
        written = build(source, target)
    else:
        release, written = adopt(source, published=PUBLISHED, target=target, keep=target.resolve() == DATA)
        yield from _told(release.readings, words)
        yield words("command.laid_over", rows=words.count(release.rows), folder=PUBLISHED)
    for folder, count in Counter(path.parent for path in written).items():
        yield words("command.written", count=words.count(count), folder=folder)


def _gaps(source: Path, target: Path | None, words: Words) -> Iterator[str]:
    """The list of what to look for, line by line, or the file that it was written to, which spreadsheets read."""
    listed = gaps_csv(record_of(datasets(source)), words)
    if target is None:
        yield from listed.splitlines()
        return
    replace_all({target.name: listed.encode("utf-8-sig")}, target.parent)
    yield words("command.listed", file=target)


def _verify(source: Path, target: Path, words: Words) -> tuple[int, list[str]]:
    differing = stale(source, target)
    if not differing:
        return DONE, [words("command.verified", target=target, source=source)]
    return REFUSED, [words("command.stale", file=target / name, source=source) for name in differing]


def _template(parser: argparse.ArgumentParser, published: Path, target: Path, words: Words) -> str:
    if target.suffix != ".xlsx":
        parser.error(words("command.no_workbook", file=target))
    if target.exists():
        raise _Refused(words("command.there_already", file=target))
    book, faults = read_book(published)
    if faults:
        raise RefusedError(faults)
    replace_all({target.name: template(book)}, target.parent)
    return words("command.template_written", file=target)


def _check(
    parser: argparse.ArgumentParser, published: Path, given: list[Path], words: Words
) -> Iterator[str]:
    for file in given:
        if not file.exists():
            parser.error(words("command.no_file", file=file))
        if file.is_dir() and is_whole(file, published):
            if len(given) > 1:
                parser.error(words("command.alone", folder=file))
            yield words("command.no_fault", rows=words.count(_rows_of(file)))
            return
    files, passed_over = files_of(given)
    for file in files:
        if [other.name for other in files].count(file.name) > 1:
            parser.error(words("command.named_twice", file=file.name))
    book, unreadable = read_book(published)
    if unreadable:
        raise RefusedError(unreadable)
    release = read_files(files, book)
    told = report(new_findings(*candidate(book, release)), words.lang)
    yield from _told([*passed_over, *release.readings, *replaced(book, release)], words)
    yield words("command.no_fault", rows=words.count(release.rows))
    yield from told


def _rows_of(folder: Path) -> int:
    book, faults = read_book(folder)
    faults += check(book)
    if faults:
        raise RefusedError(faults)
    return sum(len(rows) for rows in book.values())


def _told(readings: Sequence[Reading], words: Words) -> Iterator[str]:
    return (reading_line(reading, words) for reading in readings)


def _parser(words: Words) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lib.catalog", description=words("command.about"))
    commands = parser.add_subparsers(dest="command", required=True)
    builds, verifies, changed, looked, checks, templates = (
        commands.add_parser(name, help=words(f"command.about_{name}"))
        for name in ("build", "verify", "changes", "gaps", "check", "template")
    )
    looked.add_argument("--to", dest="target", type=Path, metavar="FILE", help=words("command.such_as_gaps"))
    templates.add_argument(
        "--to", dest="target", type=Path, required=True, metavar="FILE", help=words("command.such_as_release")
    )
    for command in (builds, verifies, changed, looked, checks, templates):
        command.add_argument(
            "--from",
            dest="source",
            type=Path,
            default=PUBLISHED,
            metavar="DIR",
            help=words("command.folder_from"),
        )
        command.add_argument("--lang", choices=LANGUAGES, help=words("command.lang"))
    for command in (builds, verifies):
        command.add_argument(
            "--to", dest="target", type=Path, default=DATA, metavar="DIR", help=words("command.folder_to")
        )
    checks.add_argument("files", nargs="+", type=Path, metavar="FILE", help=words("command.files"))
    return parser


if __name__ == "__main__":
    sys.exit(main())
