"""The record as it would be with a new release in it, to compare before anything is published."""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from lib.catalog.build import build
from lib.catalog.load import load
from lib.facts.record import Record


def as_built(published: Path) -> Record:
    """Which record do the CSV files of a folder give? Raises RefusedError where it would be refused."""
    with tempfile.TemporaryDirectory() as scratch:
        build(published, Path(scratch))
        return load(Path(scratch))


def candidate(published: Path, files: Iterable[Path]) -> tuple[Record, Record]:
    """Which record stands, and which would stand with the rows of these files in it?

    A row of a file takes the place of the published row with the same key (its first column) and is added
    where there is none. Nothing is written but in a folder of its own that goes at the end. Raises
    RefusedError where the record would be refused.
    """
    with tempfile.TemporaryDirectory() as scratch:
        source, now, then = (Path(scratch) / name for name in ("published", "now", "then"))
        shutil.copytree(published, source)
        build(source, now)
        for file in files:
            _lay_over(source / file.name, file)
        build(source, then)
        return load(now), load(then)


def _lay_over(published: Path, file: Path) -> None:
    head, *old = _rows(published)
    _, *new = _rows(file)
    replaced = {row[0] for row in new}
    kept = [row for row in old if row[0] not in replaced]
    with published.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([head, *kept, *new])


def _rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines))
