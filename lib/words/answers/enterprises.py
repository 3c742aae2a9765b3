"""How many service-trade enterprises does Chongqing have?"""

from __future__ import annotations

from lib.facts.enterprises import enterprise_count
from lib.facts.record import Record
from lib.words.speak import Words


def answer(record: Record, words: Words) -> str:
    """The count with its qualifier, whom the source names among them, and that definitions differ."""
    return words("enterprises.answer", count=enterprise_count(record))
