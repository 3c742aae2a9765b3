"""A row cannot have come in with an edition that is older than its source."""

from __future__ import annotations

from collections.abc import Iterator

from lib.catalog.book import Book, lookup, part
from lib.catalog.checks.periods import as_date
from lib.catalog.fault import Fault
from lib.catalog.message import Message
from lib.catalog.schema import TABLES


def sources_before_their_release(book: Book) -> Iterator[Fault]:
    """Which rows are dated to an edition that came out before their source was published?

    So it is when a new row was copied from an old one and kept its edition: it would pass for old.
    """
    file = TABLES["observations"].file
    dates = {release: as_date(day) for release, day in lookup(book, "releases", "date").items()}
    published = {source: as_date(day) for source, day in lookup(book, "sources", "published").items()}
    for row, release, source in part(book, "observations", "release", "source_id").itertuples():
        edition, day = dates.get(release), published.get(source)
        if edition and day and edition < day:
            allowed = Message("fault.allowed.edition_after", day=day.isoformat(), source=source)
            yield Fault(file, row, "release", release, allowed)
