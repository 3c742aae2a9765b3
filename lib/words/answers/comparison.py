"""Where does Chongqing stand among the large cities of central and western China?"""

from __future__ import annotations

from lib.facts.cities import cities_of
from lib.facts.lead import STANDINGS, standing
from lib.facts.record import CHONGQING, Record
from lib.words.cities import city_name
from lib.words.speak import Words
from lib.words.telling import Clause, Teller


def answer(record: Record, words: Words) -> str:
    """What can be read out in a meeting? The newest value, and who is ahead and behind."""
    teller = Teller(record, words)
    newest = cities_of(record).newest
    own = newest[CHONGQING]
    others = {code: figure for code, figure in newest.items() if code != CHONGQING}
    clauses = []
    for place in STANDINGS:
        there = {code: figure for code, figure in others.items() if standing(own=own, other=figure) == place}
        cities = [
            words("comparison.city_level", city=city_name(code, record, words), level=figure)
            for code, figure in there.items()
        ]
        if cities:
            said = words(f"comparison.standing.{place}", cities=_and(cities, words))
            clauses.append(Clause(said, tuple(there.values())))
    return teller.tell(teller.of(own.period, teller.clause("comparison.level", level=own), *clauses))


def _and(cities: list[str], words: Words) -> str:
    return "和".join(cities) if words.lang == "zh" and len(cities) == 2 else words.list(cities)
