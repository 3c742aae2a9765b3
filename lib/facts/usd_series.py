"""The earlier US-dollar totals of Chongqing's services trade, and the yuan total of another scope."""

from __future__ import annotations

from dataclasses import dataclass

from lib.facts.convert import in_currency
from lib.facts.errors import maybe
from lib.facts.fact import AHEAD, Fact
from lib.facts.record import Record
from lib.facts.series import once_a_period

TOTAL = "services_trade_total"
EARLIER, CURRENT = "services_trade_usd_wide", "services_trade_cny"


@dataclass(frozen=True, slots=True)
class UsdSeries:
    """Outcomes and targets of the earlier scope, outcome and goal of the current one, never to be joined.

    `current` is its newest whole year, where there is one, else its newest figure. `newest_in_cny` is the newest
    earlier outcome in yuan, for no purpose but to show the size of the break. None where not known.
    """

    outcomes: tuple[Fact, ...]
    targets: tuple[Fact, ...]
    current: Fact
    goal: Fact | None
    newest_in_cny: Fact | None

    @property
    def part_exceeds_goal(self) -> bool:
        """Does a part of one year in the earlier scope surely exceed the goal in the current one?"""
        part, goal = self.newest_in_cny, self.goal
        if part is None or goal is None or part.period.months >= goal.period.months:
            return False
        return part.bounds_at(0)[0] > goal.bounds_at(0)[1]


def usd_series(record: Record) -> UsdSeries:
    """Which totals and targets were printed in US dollars, and which in yuan after the change of scope?"""
    outcomes = once_a_period(record, TOTAL, basis=EARLIER)
    current = once_a_period(record, TOTAL, basis=CURRENT)
    years = [fact for fact in current if fact.period.is_year]
    return UsdSeries(
        outcomes=outcomes,
        targets=maybe(once_a_period, record, TOTAL, basis=EARLIER, kind=AHEAD) or (),
        current=years[-1] if years else current[-1],
        goal=maybe(record.latest, TOTAL, basis=CURRENT, kind=AHEAD),
        newest_in_cny=maybe(in_currency, outcomes[-1], "CNY", record),
    )
