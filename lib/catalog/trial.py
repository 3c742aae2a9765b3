"""A file of an analyst's own, tried out beside the published record: nothing is written anywhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from lib.catalog.book import read_book
from lib.catalog.candidate import candidate
from lib.catalog.fault import Fault, RefusedError
from lib.catalog.overlay import LOCAL, overlaid
from lib.catalog.release import read_release
from lib.facts.changes import with_revisions
from lib.facts.reconcile import new_findings
from lib.facts.reconcile.finding import Finding
from lib.facts.record import Record


@dataclass(frozen=True)
class Trial:
    """What a file would bring: its faults, or the record with its rows marked local, and what they meet there.

    `record` is None where there are faults; `findings` are the comparisons that the published record does not
    have.
    """

    file: str
    faults: tuple[Fault, ...]
    rows: int = 0
    record: Record | None = None
    findings: tuple[Finding, ...] = ()


def trial(file: str, content: bytes, *, record: Record, published: Path) -> Trial:
    """What would a file do to the record that is shown? `published` is the folder of the reviewed CSV files.

    Never raises for the file.
    """
    book, unreadable = read_book(published)
    release = read_release([(file, content)], book)
    try:
        if unreadable:
            raise RefusedError(unreadable)
        before, after = candidate(book, release)
    except RefusedError as refused:
        return Trial(file, refused.faults)
    laid = overlaid(record, after.frames, dict.fromkeys(after.frames, LOCAL), as_of=after.as_of)
    return Trial(file, (), release.rows, with_revisions(replace(laid)), tuple(new_findings(before, after)))
