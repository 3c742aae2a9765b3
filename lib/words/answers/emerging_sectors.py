"""To be answered."""

from __future__ import annotations

from lib.facts.record import Record
from lib.words.speak import Words


def answer(record: Record, words: Words) -> str:  # noqa: ARG001
    """To be answered."""
    return words("site.nav.emerging_sectors")
