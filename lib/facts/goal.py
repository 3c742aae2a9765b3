"""The way to Chongqing's goal for services trade: outcomes so far, the growth it needs, the one that was stated."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lib.calc.target import gap_to_target, projected_level
from lib.facts.derive import as_goal, derive
from lib.facts.errors import NoSuchFigure, maybe
from lib.facts.fact import AHEAD, Fact
from lib.facts.goal_standing import TOTAL, GoalStanding, goal_standings
from lib.facts.period import Period
from lib.facts.record import Record
from lib.facts.series import once_a_period

AVERAGE_GROWTH = "services_trade_avg_annual_growth"


@dataclass(frozen=True, slots=True)
class GoalPath:
    """A goal and how it stands, the whole years printed in its scope, and a level a year on the way to it.

    `parts` are the periods of another length: never held against the goal. `stated` is the growth a year that
    a source states up to the goal's year, None without one; its path starts from the year before its period.
    A path is empty where it has no start, and the needed one also where the goal's outcome is known or the
    start is past the goal.
    """

    standing: GoalStanding
    outcomes: tuple[Fact, ...]
    parts: tuple[Fact, ...]
    gap: Fact | None
    stated: Fact | None
    needed_path: tuple[Fact, ...]
    stated_path: tuple[Fact, ...]

    @property
    def goal(self) -> Fact:
        """Which level should be reached?"""
        return self.standing.goal

    @property
    def outcome(self) -> Fact | None:
        """Which is the newest whole year up to the goal's?"""
        return self.standing.outcome or self.standing.start

    @property
    def needed(self) -> Fact | None:
        """Which growth a year is still to be explained by the goal? None once its outcome is known."""
        return None if self.standing.outcome else self.standing.needed

    @property
    def stated_start(self) -> Fact | None:
        """From which year does the stated growth count?"""
        if not self.stated_path:
            return None
        first = self.stated_path[0].period.end.year - 1
        return next(fact for fact in self.outcomes if fact.period.end.year == first)


@dataclass(frozen=True, slots=True)
class LaterPath:
    """The path to the goal, the growth that a later plan states, where it starts, and the levels it leads to.

    `start` is the outcome of the goal's year where one is known, else the goal itself.
    """

    to_goal: GoalPath
    growth: Fact
    start: Fact
    levels: tuple[Fact, ...]

    @property
    def starts_at_outcome(self) -> bool:
        """Is the start known, and not only hoped for?"""
        return self.to_goal.standing.outcome is not None


def goal_path(record: Record) -> GoalPath:
    """How far is it to the goal that is ahead, or how did the one stand whose year passed last?

    Raises NoSuchFigure where the record holds no goal for a whole year, or no whole year in the goal's scope.
    """
    standings = goal_standings(record)
    if not standings:
        raise record.missing(TOTAL, kind=AHEAD)
    standing = next((found for found in standings if found.state == "ahead"), standings[-1])
    goal = standing.goal
    printed = maybe(once_a_period, record, TOTAL, basis=goal.basis, unit=goal.unit) or ()
    outcomes = tuple(fact for fact in printed if fact.period.is_year)
    if not outcomes:
        raise record.missing(TOTAL, basis=goal.basis)
    known, start = standing.outcome, standing.start
    stated = _stated(record, goal)
    return GoalPath(
        standing=standing,
        outcomes=outcomes,
        parts=tuple(fact for fact in printed if not fact.period.is_year),
        gap=None
        if known or not start
        else derive(gap_to_target, like=goal, current=start, target=as_goal(goal)),
        stated=stated,
        needed_path=() if known else _levels(start, standing.needed, goal),
        stated_path=_levels(_year_before(outcomes, stated), stated, goal),
    )


def later_path(record: Record) -> LaterPath:
    """Where would the growth of the later plan lead, from the goal's outcome or, unknown, from the goal met?

    The plan states neither its scope nor its base: where it starts is assumed, and said.
    """
    to_goal = goal_path(record)
    growth = record.latest(AVERAGE_GROWTH, basis="services_trade_scope_unstated", kind=AHEAD)
    known = to_goal.standing.outcome
    start = known or as_goal(to_goal.goal)
    first, last = start.period.end.year, growth.period.end.year
    if last <= first:
        raise NoSuchFigure(f"no growth stated beyond {first}")
    assumed = "later_plan_starts_at_outcome" if known else "later_plan_starts_at_goal"
    levels = tuple(
        derive(
            projected_level,
            like=replace(_in_year(start, first + years), basis=growth.basis),
            assumptions=(assumed,),
            across_scopes=True,
            start=start,
            growth_pct=growth,
            years=years,
        )
        for years in range(1, last - first + 1)
    )
    return LaterPath(to_goal, growth, start, levels)


def _stated(record: Record, goal: Fact) -> Fact | None:
    """The growth a year that a source states for years up to the goal's."""
    stated = maybe(record.latest, AVERAGE_GROWTH, basis=goal.basis, kind=AHEAD)
    return stated if stated and stated.period.end == goal.period.end else None


def _year_before(outcomes: tuple[Fact, ...], stated: Fact | None) -> Fact | None:
    """The outcome that a stated growth counts from."""
    if stated is None:
        return None
    return next((fact for fact in outcomes if fact.period.end.year == stated.period.start.year - 1), None)


def _levels(start: Fact | None, growth: Fact | None, goal: Fact) -> tuple[Fact, ...]:
    if start is None or growth is None:
        return ()
    span = goal.period.end.year - start.period.end.year
    return tuple(
        derive(
            projected_level,
            like=_in_year(start, start.period.end.year + years),
            start=start,
            growth_pct=growth,
            years=years,
        )
        for years in range(1, span + 1)
    )


def _in_year(fact: Fact, year: int) -> Fact:
    return replace(fact, period=Period.parse(f"{year}-01_{year}-12"), kind="estimate", status="F")
