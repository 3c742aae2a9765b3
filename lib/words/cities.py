"""Names of cities as a sentence says them."""

from __future__ import annotations

from lib.facts.record import Record
from lib.words.speak import Words


def city_name(code: str, record: Record, words: Words) -> str:
    """What is a city called in a sentence or a label? 成都 for 成都市, Chengdu."""
    return record.name("areas", code, words.lang).removesuffix("市")
