"""How far Chongqing's services trade is from its goal, what growth gets it there, and what may follow."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lib.calc.target import gap_to_target, projected_level, required_growth_pct
from lib.facts.derive import as_goal, derive
from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.facts.record import Record


@dataclass(frozen=True, slots=True)
class GoalPath:
    """The outcome, the goal, the growth that it needs and the one that was stated, with a level a year."""

    outcome: Fact
    goal: Fact
    gap: Fact
    needed: Fact
    stated: Fact
    needed_path: tuple[Fact, ...]
    stated_path: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class LaterPath:
    """The path to the goal, the growth that a later plan states, and the levels it leads to from there."""

    to_goal: GoalPath
    growth: Fact
    levels: tuple[Fact, ...]


def goal_path(record: Record) -> GoalPath:
    """Which growth a year takes the newest outcome to the goal, and where would the stated growth lead?"""
    outcome = record.latest("services_trade_total", basis="services_trade_cny")
    goal = record.latest("services_trade_total", basis="services_trade_cny", kind=("estimate", "target"))
    stated = record.latest(
        "services_trade_avg_annual_growth", basis="services_trade_cny", kind=("estimate", "target")
    )
    span = goal.period.end.year - outcome.period.end.year
    needed = derive(
        required_growth_pct,
        like=goal,
        unit="PERCENT",
        assumptions=("goal_is_a_line",),
        start=outcome,
        target=as_goal(goal),
        years=span,
    )
    return GoalPath(
        outcome=outcome,
        goal=goal,
        gap=derive(gap_to_target, like=goal, current=outcome, target=as_goal(goal)),
        needed=needed,
        stated=stated,
        needed_path=_levels(outcome, needed, span),
        stated_path=_levels(outcome, stated, span),
    )


def later_path(record: Record) -> LaterPath:
    """Where would the growth of the later plan lead, if the goal before it had been met?

    The plan states neither its scope nor its base: that it starts from the goal is assumed, and said.
    """
    to_goal = goal_path(record)
    growth = record.latest(
        "services_trade_avg_annual_growth", basis="services_trade_scope_unstated", kind=("estimate", "target")
    )
    start = as_goal(to_goal.goal)
    first, last = start.period.end.year, growth.period.end.year
    if last <= first:
        raise NoSuchFigure(f"no growth stated beyond {first}")
    levels = tuple(
        derive(
            projected_level,
            like=replace(_in_year(start, first + years), basis=growth.basis),
            assumptions=("later_plan_starts_at_goal",),
            across_scopes=True,
            start=start,
            growth_pct=growth,
            years=years,
        )
        for years in range(1, last - first + 1)
    )
    return LaterPath(to_goal, growth, levels)


def _levels(outcome: Fact, growth: Fact, span: int) -> tuple[Fact, ...]:
    return tuple(
        derive(
            projected_level,
            like=_in_year(outcome, outcome.period.end.year + years),
            start=outcome,
            growth_pct=growth,
            years=years,
        )
        for years in range(1, span + 1)
    )


def _in_year(fact: Fact, year: int) -> Fact:
    return replace(fact, period=Period.parse(f"{year}-01_{year}-12"), kind="estimate", status="F")
