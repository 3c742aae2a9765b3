"""How large is Chongqing's trade in services, and how far is it from its goal?"""

from __future__ import annotations

from lib.facts.goal import goal_path
from lib.facts.record import Record
from lib.words.speak import Words


def answer(record: Record, words: Words) -> str:
    """What can be read out in a meeting? Total, rank, goal, and the growth that the goal needs."""
    path = goal_path(record)
    rank = record.one("services_trade_rank", period=path.outcome.period, category="central_west")
    reached = path.gap.upper <= 0
    return words(
        "trade_volume.answer_reached" if reached else "trade_volume.answer",
        total=path.outcome,
        rank=rank,
        goal=path.goal,
        needed=path.needed,
    )
