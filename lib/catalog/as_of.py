"""Up to when the record speaks."""

from __future__ import annotations

from lib.catalog.book import Book, lookup, part
from lib.facts.headline import HEADLINES
from lib.facts.record import CHONGQING, HEADLINE_CONFIDENCE


def as_of(book: Book) -> str:
    """On which day was the newest source published that prints an outcome of a headline of Chongqing?

    An ISO day, or "" where no such source has a day. Low confidence does not count.
    """
    rows = part(book, "observations", "indicator", "ref_area", "kind", "confidence", "source_id")
    headline = rows["indicator"].isin(HEADLINES) & (rows["ref_area"] == CHONGQING)
    outcome = (rows["kind"] == "outcome") & rows["confidence"].isin(HEADLINE_CONFIDENCE)
    published = lookup(book, "sources", "published")
    return max((published[source] for source in rows.loc[headline & outcome, "source_id"]), default="")
