"""What has become known since the headline figures of Chongqing, and what was looked for and not found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lib.facts.errors import maybe
from lib.facts.fact import Fact
from lib.facts.goal_standing import TOTAL, goal_standings
from lib.facts.headline import headline
from lib.facts.national import BASIS as NATIONAL
from lib.facts.outsourcing import EXECUTED
from lib.facts.period import Period
from lib.facts.record import CHINA, Record
from lib.facts.searched import searched_until
from lib.facts.series import once_a_period, whole_years

PLAN_GROWTH = "services_trade_avg_annual_growth"
MONTHS_OF_AGE = 12
"""A figure is old once its period ended longer ago than this: the next one of its kind has had time to appear."""


@dataclass(frozen=True, slots=True)
class Since:
    """Newer figures of others, and the gaps of Chongqing's own as of the day of the search.

    `nation` is the nation's newest whole year where Chongqing's total is older, `growth` its printed growth;
    `plan` the growth that a plan states for years which have not ended. `unseen_years` are runs of whole years
    without a total, `executed_until` the newest period of offshore outsourcing if it is old, `open_goals` the
    goals of years that have passed without an outcome.
    """

    searched: date
    nation: Fact | None
    growth: Fact | None
    plan: Fact | None
    unseen_years: tuple[Period, ...]
    executed_until: Period | None
    open_goals: tuple[Fact, ...]

    @property
    def is_current(self) -> bool:
        """Is nothing missing that should have appeared by now?"""
        return not (self.unseen_years or self.executed_until or self.open_goals)


def since(record: Record) -> Since:
    """What is newer than Chongqing's own headline figures, and which of them are missing by now?"""
    searched = searched_until(record)
    total = maybe(headline, record, TOTAL)
    executed = maybe(headline, record, EXECUTED)
    known = maybe(once_a_period, record, TOTAL, basis=total.basis, unit=total.unit) if total else None
    years = maybe(whole_years, known) if known else None
    nation = _nation(record)
    newer = nation if nation and (total is None or nation.period.end > total.period.end) else None
    standings = maybe(goal_standings, record) or ()
    return Since(
        searched=searched,
        nation=newer,
        growth=record.growth(newer) if newer else None,
        plan=_plan(record, searched),
        unseen_years=_unseen({fact.period.end.year for fact in years or ()}, searched),
        executed_until=executed.period if executed and _is_old(executed.period, searched) else None,
        open_goals=tuple(standing.goal for standing in standings if standing.state == "unseen"),
    )


def _nation(record: Record) -> Fact | None:
    series = maybe(once_a_period, record, TOTAL, ref_area=CHINA, basis=NATIONAL, unit="CNY")
    years = maybe(whole_years, series) if series else None
    return years[-1] if years else None


def _plan(record: Record, searched: date) -> Fact | None:
    found = maybe(record.latest, PLAN_GROWTH, kind="target")
    return found if found and found.period.end >= searched else None


def _unseen(known: set[int], searched: date) -> tuple[Period, ...]:
    """Which years that have ended lie after the first known one and have no total, as runs?"""
    if not known:
        return ()
    runs: list[list[int]] = []
    for year in range(min(known), searched.year):
        if year in known:
            continue
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return tuple(Period.parse(f"{run[0]}-01_{run[-1]}-12") for run in runs)


def _is_old(period: Period, searched: date) -> bool:
    months = (searched.year - period.end.year) * 12 + searched.month - period.end.month
    return months > MONTHS_OF_AGE
