"""Up to when the record speaks."""

from __future__ import annotations

from lib.catalog.book import Book, lookup, part

HEADLINES = (
    "services_trade_total",
    "offshore_outsourcing_executed",
    "emerging_services_share",
    "services_trade_enterprises",
)
_AREA = "CN-CQ"
_TRUSTED = ("high", "medium")


def as_of(book: Book) -> str:
    """On which day was the newest source published that prints an outcome of a headline of Chongqing?

    An ISO day, or "" where no such source has a day. Low confidence does not count.
    """
    rows = part(book, "observations", "indicator", "ref_area", "kind", "confidence", "source_id")
    headline = rows["indicator"].isin(HEADLINES) & (rows["ref_area"] == _AREA)
    outcome = (rows["kind"] == "outcome") & rows["confidence"].isin(_TRUSTED)
    published = lookup(book, "sources", "published")
    return max((published[source] for source in rows.loc[headline & outcome, "source_id"]), default="")
