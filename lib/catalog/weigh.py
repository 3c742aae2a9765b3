"""A file beside the reviewed record: all that looks at a byte of it happens in here."""

from __future__ import annotations

from pathlib import Path

from lib.catalog.book import read_book
from lib.catalog.candidate import candidate_tables
from lib.catalog.fault import RefusedError
from lib.catalog.laid_over import replaced
from lib.catalog.release import read_release
from lib.catalog.trial import Weighed


def weigh(file: str, content: bytes, published: Path) -> Weighed:
    """What does a file hold? `published` is the folder of the reviewed CSV files."""
    book, unreadable = read_book(published)
    release = read_release([(file, content)], book)
    try:
        if unreadable:
            raise RefusedError(unreadable)
        before, after = candidate_tables(book, release)
    except RefusedError as refused:
        return Weighed(refused.faults, readings=tuple(release.readings))
    readings = (*release.readings, *replaced(book, release, names_stay=True))
    return Weighed((), release.rows, before, after, readings)
