"""Where does Chongqing stand among the large cities of central and western China?"""

from __future__ import annotations

from lib.facts.cities import cities_of
from lib.facts.lead import STANDINGS, standing
from lib.facts.record import CHONGQING, Record
from lib.words.cities import city_name
from lib.words.speak import Words


def answer(record: Record, words: Words) -> str:
    """What can be read out in a meeting? The newest value, and who is ahead and behind."""
    newest = cities_of(record).newest
    own = newest[CHONGQING]
    clauses = []
    for place in STANDINGS:
        cities = [
            words("comparison.city_level", city=city_name(code, record, words), level=figure)
            for code, figure in newest.items()
            if code != CHONGQING and standing(own=own, other=figure) == place
        ]
        if cities:
            clauses.append(words(f"comparison.standing.{place}", cities=_and(cities, words)))
    return words("comparison.answer", level=own, standing=_comma(clauses, words))


def _and(cities: list[str], words: Words) -> str:
    return "和".join(cities) if words.lang == "zh" and len(cities) == 2 else words.list(cities)


def _comma(clauses: list[str], words: Words) -> str:
    return {"zh": "，", "en": ", "}[words.lang].join(clauses)
