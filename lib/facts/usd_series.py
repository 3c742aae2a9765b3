"""The earlier US-dollar totals of Chongqing's services trade, and the yuan total of another scope."""

from __future__ import annotations

from dataclasses import dataclass

from lib.facts.convert import in_currency
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.facts.series import once_a_period

TOTAL = "services_trade_total"
EARLIER, CURRENT = "services_trade_usd_wide", "services_trade_cny"
AHEAD = ("estimate", "target")


@dataclass(frozen=True, slots=True)
class UsdSeries:
    """Outcomes and targets of the earlier scope, outcome and goal of the current one, never to be joined.

    `newest_in_cny` is the newest earlier outcome in yuan, for no purpose but to show the size of the break.
    """

    outcomes: tuple[Fact, ...]
    targets: tuple[Fact, ...]
    current: Fact
    goal: Fact
    newest_in_cny: Fact

    @property
    def part_exceeds_goal(self) -> bool:
        """Does a part of one year in the earlier scope surely exceed the goal in the current one?"""
        return self.newest_in_cny.period.months < 12 and (
            self.newest_in_cny.bounds_at(0)[0] > self.goal.bounds_at(0)[1]
        )


def usd_series(record: Record) -> UsdSeries:
    """Which totals and targets were printed in US dollars, and which in yuan after the change of scope?"""
    outcomes = once_a_period(record, TOTAL, basis=EARLIER)
    return UsdSeries(
        outcomes=outcomes,
        targets=once_a_period(record, TOTAL, basis=EARLIER, kind=AHEAD),
        current=record.latest(TOTAL, basis=CURRENT),
        goal=record.latest(TOTAL, basis=CURRENT, kind=AHEAD),
        newest_in_cny=in_currency(outcomes[-1], "CNY", record),
    )
