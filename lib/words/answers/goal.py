"""What is said of the goals for services trade, each as its source has it and as far as is known."""

from __future__ import annotations

from lib.facts.goal_standing import GoalStanding, goal_standings
from lib.words.telling import Statement, Teller


def goal_statements(teller: Teller) -> tuple[Statement | None, ...]:
    """How does the goal stand whose year passed last, and how the next one that is ahead?"""
    standings = teller.ask(goal_standings, teller.record) or ()
    passed = [standing for standing in standings if standing.state != "ahead"]
    ahead = [standing for standing in standings if standing.state == "ahead"]
    told = [_told(teller, standing) for standing in (*passed[-1:], *ahead[:1])]
    return tuple(statement for statements in told for statement in statements)


def _told(teller: Teller, standing: GoalStanding) -> tuple[Statement | None, ...]:
    """The goal in its source's words, the growth that it needed, and what became of it."""
    goal = standing.goal
    when = (
        ""
        if standing.said_in is None
        else teller.words("goal.said_in", year=teller.words.year(standing.said_in))
    )
    set_as = teller.clause(f"goal.{goal.kind}", when=when, goal=goal)
    if standing.state == "ahead":
        needs = teller.clause("goal.needs", needed=standing.needed, start=standing.start)
        return (teller.of(None, set_as, needs),)
    if standing.state == "unseen":
        given = {"needed": standing.needed, "start": standing.start}
        needed = teller.clause("goal.needed", set_as=set_as.text if set_as else None, **given)
        return teller.of(None, needed or set_as), teller.of(None, teller.clause("goal.unseen", goal=goal))
    verdict = teller.clause(f"goal.{standing.state}", outcome=standing.outcome, goal=goal)
    return teller.of(None, set_as), teller.of(None, verdict)
