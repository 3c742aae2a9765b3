"""What charts say of a goal: as its source has it, and as far as is known what became of it."""

from __future__ import annotations

from lib.facts.fact import Fact
from lib.facts.goal_standing import GoalStanding
from lib.words.speak import Words


def standing_text(standing: GoalStanding, words: Words) -> str:
    """How does a goal stand, in one line? 2021年预计2025年达到1000亿元…；2025年完成情况未见公布."""
    goal, start, needed = standing.goal, standing.start, standing.needed
    when = "" if standing.said_in is None else words("goal.said_in", year=words.year(standing.said_in))
    said = words(f"goal.{goal.kind}", when=when, goal=goal)
    if standing.state == "ahead" and needed:
        said = words.comma([said, words("goal.needs", needed=needed, start=start)])
    elif standing.state == "unseen":
        if needed:
            said = words("goal.needed", set_as=said, needed=needed, start=start)
        said = words.join([said, words("goal.unseen", goal=goal)])
    elif standing.state != "ahead":
        said = words.join([said, words(f"goal.{standing.state}", outcome=standing.outcome, goal=goal)])
    return f"{said[:1].upper()}{said[1:]}"


def goal_name(goal: Fact, words: Words) -> str:
    """What is a goal called beside its line: 预计 or 目标, as its source has it?"""
    return words(f"trade_volume.goal_path.label_{goal.kind}", goal=goal)
