"""How much outsourcing does Chongqing do, and how fast does it grow?"""

from __future__ import annotations

from lib.facts.outsourcing import annual, growth_in
from lib.facts.record import Record
from lib.words.speak import Words


def answer(record: Record, words: Words) -> str:
    """What can be read out in a meeting? The newest cumulative period, its growth and base, the last year."""
    newest = growth_in(record, "")
    return words(
        "outsourcing.answer",
        executed=newest.level,
        growth=newest.growth,
        base=newest.base,
        year=annual(record)[-1].level,
    )
