"""The nation's services trade added up from January, month by month: each year in the scope that it is printed in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lib.facts.fact import Fact
from lib.facts.national import BASIS
from lib.facts.record import CHINA, Record
from lib.facts.series import once_a_period

TOTAL = "services_trade_total"
_SCOPE = re.compile(rf"{BASIS}(_\d{{4}})?")
"""The ministry's scope, and one that starts with a year: figures on both sides of it are never joined."""


@dataclass(frozen=True, slots=True)
class Months:
    """What was printed in one scope: for each year the totals from January on, the shortest first."""

    basis: str
    years: Mapping[int, tuple[Fact, ...]]

    @property
    def newest(self) -> Fact:
        """Which total is of the newest months?"""
        return self.years[max(self.years)][-1]


def national_months(record: Record) -> tuple[Months, ...]:
    """Which totals from January on are printed for the nation, in yuan, scope by scope?

    The scope in which the earliest are printed comes first. Raises NoSuchFigure when there is none.
    """
    asked = {"ref_area": CHINA, "unit": "CNY"}
    printed = record.rows(TOTAL, category="total", kind="outcome", **asked)
    found = []
    for basis in dict.fromkeys(row["basis"] for row in printed if _SCOPE.fullmatch(row["basis"])):
        years: dict[int, list[Fact]] = defaultdict(list)
        for fact in once_a_period(record, TOTAL, basis=basis, **asked):
            if fact.period.start.month == 1 and 1 <= fact.period.months <= 12:
                years[fact.period.end.year].append(fact)
        if years:
            found.append(Months(basis, {year: tuple(facts) for year, facts in sorted(years.items())}))
    if not found:
        raise record.missing(TOTAL, **asked)
    return tuple(sorted(found, key=lambda months: min(months.years)))
