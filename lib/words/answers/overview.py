"""How is Chongqing's trade in services doing?"""

from __future__ import annotations

from lib.facts.record import Record
from lib.words.speak import Words


def answer(record: Record, words: Words) -> str:
    """What can be read out in a meeting? Total and rank, outsourcing and growth, emerging sectors."""
    total = record.latest("services_trade_total", basis="services_trade_cny")
    executed = record.latest("offshore_outsourcing_executed")
    return words(
        "overview.answer",
        total=total,
        rank=record.one("services_trade_rank", period=total.period, category="central_west"),
        executed=executed,
        growth=record.growth(executed),
        share=record.latest("emerging_services_share", category="emerging"),
    )
