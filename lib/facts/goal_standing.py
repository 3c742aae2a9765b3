"""What is known of each goal for services trade: still ahead, reached, missed, not to be told, or nothing found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from lib.calc.share import against_threshold
from lib.calc.target import required_growth_pct
from lib.facts.derive import as_goal, derive
from lib.facts.fact import AHEAD, Fact
from lib.facts.headline import headline
from lib.facts.period import Period
from lib.facts.record import Record
from lib.facts.searched import searched_until
from lib.facts.series import once_a_period

TOTAL = "services_trade_total"
State: TypeAlias = Literal["ahead", "unseen", "reached", "missed", "cannot_be_told"]
_VERDICTS: dict[str, State] = {"above": "reached", "below": "missed", "cannot_be_told": "cannot_be_told"}


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """A goal for a whole year, what became of it as far as is known, and since when it was spoken of.

    `outcome` is that year's, None where none was found; `start` the newest whole year before it, and `needed`
    the growth a year that takes `start` to the goal, both None where no such year is known; `needed` also where
    `start` is at the goal or past it. `said_in` is the year in which its source was published, None where the
    source has no date.
    """

    goal: Fact
    state: State
    outcome: Fact | None
    start: Fact | None
    needed: Fact | None
    said_in: int | None


def goal_standings(record: Record) -> tuple[GoalStanding, ...]:
    """How do the goals stand, the earliest first? Raises NoSuchFigure where the record holds no goal.

    Each is held against whole years of its own scope and currency only. Whether its year has passed is told
    by the day up to which sources were looked for.
    """
    newest = headline(record, TOTAL, kind=AHEAD)
    scope = {"basis": newest.basis, "unit": newest.unit}
    goals = once_a_period(record, TOTAL, kind=AHEAD, **scope)
    outcomes = record.all(TOTAL, category="total", kind="outcome", **scope)
    years = {
        fact.period: record.one(TOTAL, period=fact.period, kind="outcome", **scope)
        for fact in outcomes
        if fact.period.is_year
    }
    return tuple(_standing(record, goal, years) for goal in goals if goal.period.is_year)


def _standing(record: Record, goal: Fact, years: dict[Period, Fact]) -> GoalStanding:
    outcome = years.get(goal.period)
    before = [fact for period, fact in years.items() if period.end < goal.period.start]
    start = before[-1] if before else None
    return GoalStanding(
        goal=goal,
        state=_state(record, goal, outcome),
        outcome=outcome,
        start=start,
        needed=_needed(start, goal) if start else None,
        said_in=_said_in(record, goal),
    )


def _state(record: Record, goal: Fact, outcome: Fact | None) -> State:
    if outcome is None:
        return "ahead" if searched_until(record) <= goal.period.end else "unseen"
    bounds = outcome.interval_at(goal.unit_mult)
    return _VERDICTS[against_threshold(share=bounds, threshold=goal.value)]


def _needed(start: Fact, goal: Fact) -> Fact | None:
    needed = derive(
        required_growth_pct,
        like=goal,
        unit="PERCENT",
        assumptions=("goal_is_a_line",),
        start=start,
        target=as_goal(goal),
        years=goal.period.end.year - start.period.end.year,
    )
    return needed if needed.value > 0 else None


def _said_in(record: Record, goal: Fact) -> int | None:
    published = record.source(record.row(goal.observations[0])["source_id"])["published"]
    return date.fromisoformat(published).year if published else None
