"""What should have been printed by now and was not found: the next figure of a series, the outcome of a goal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median_low

from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.headline import HEADLINES
from lib.facts.period import Period, anniversary
from lib.facts.record import CHINA, CHONGQING, WORLD, Record
from lib.facts.searched import searched_until

NATION = {
    "services_trade_total": {"basis": "bop_mofcom"},
    "offshore_outsourcing_executed": {"basis": "offshore_mofcom", "unit": "CNY"},
}
"""Headline indicators that the nation prints in the course of a year, in the scope that the site draws."""

Key = tuple[str, str, str, str, Period]


@dataclass(frozen=True, slots=True)
class Gap:
    """A figure to look for: its codes and period, what is known instead, and since when it is due.

    `last` is the newest print of the series; None where none was found. `goals` are what was set or expected
    for that period. `usual_days` is how long after the end of its period such a figure was printed; None where
    no day of a source tells.
    """

    indicator: str
    ref_area: str
    category: str
    unit: str
    period: Period
    last: Fact | None
    goals: tuple[Fact, ...]
    usual_days: int | None

    @property
    def due(self) -> date:
        """Since when should it be there? The usual time after its period, else the day after that ends."""
        return self.period.end + timedelta(days=1 if self.usual_days is None else self.usual_days)

    @property
    def reason(self) -> str:
        """Why should it be there? `goal` where its year had one, else `rhythm`."""
        return "goal" if self.goals else "rhythm"


def gaps(record: Record) -> tuple[Gap, ...]:
    """What should exist by the day of the newest edition, by rhythm and by goals? Chongqing's first.

    Raises DatasetUnavailable where a dataset or the list of editions cannot be read.
    """
    until = searched_until(record)
    found: dict[Key, Gap] = {}
    for gap in (*_by_rhythm(record, until), *_by_goals(record, until)):
        key = (gap.indicator, gap.ref_area, gap.category, gap.unit, gap.period)
        known = found.get(key)
        found[key] = gap if known is None else replace(known, goals=known.goals + gap.goals)
    return tuple(sorted(found.values(), key=_order))


def _by_rhythm(record: Record, until: date) -> Iterator[Gap]:
    for area, series in ((CHONGQING, HEADLINES), (CHINA, NATION)):
        for indicator, codes in series.items():
            where = {"category": "total"} | dict(codes) | {"ref_area": area, "kind": "outcome"}
            yield from _of_series(record, record.all(indicator, **where), until)


def _of_series(record: Record, printed: tuple[Fact, ...], until: date) -> Iterator[Gap]:
    """The periods of a series that are due: whole years, and the spans of months that it is printed for."""
    if not printed:
        return
    newest = printed[-1]
    years = [fact.period.end.year for fact in printed if fact.period.is_year]
    for shape in dict.fromkeys(_shape(fact.period) for fact in printed):
        alike = [fact for fact in printed if _shape(fact.period) == shape]
        last, has_rhythm = alike[-1], len({fact.period for fact in alike}) > 1
        if not (last.period.is_year or has_rhythm or shape == _shape(newest.period)):
            continue
        due = [gap for gap in _missing(record, alike, until) if not _printed(record, gap)]
        if not last.period.is_year:
            due = [gap for gap in due if gap.period.end.year > max(years, default=0)]
            due = [gap for gap in due if not _overtaken(record, gap)]
        # One print shows no rhythm of the years between; the newest is what somebody would look for.
        yield from due if last.period.is_year or has_rhythm else due[-1:]


def _missing(record: Record, alike: list[Fact], until: date) -> Iterator[Gap]:
    """The whole years after the first that is printed; of other periods those after the newest."""
    usual, last = _usual_days(record, alike), alike[-1]
    since = (alike[0] if last.period.is_year else last).period
    for years in range(1, until.year - since.end.year + 1):
        gap = Gap(
            last.indicator,
            last.ref_area,
            last.category,
            last.unit,
            anniversary(since, years),
            last,
            (),
            usual,
        )
        if gap.due <= until:
            yield gap


def _by_goals(record: Record, until: date) -> Iterator[Gap]:
    """The goals whose period is over, each without an outcome in its unit and scope."""
    for indicator in record.frame("indicators")["indicator"]:
        areas = tuple(record.frame("areas")["ref_area"])
        for goal in record.all(str(indicator), ref_area=areas, kind=("target", "estimate")):
            if goal.period.end >= until or not _looks_ahead(record, goal):
                continue
            before = _last_outcome(record, goal)
            gap = Gap(
                goal.indicator,
                goal.ref_area,
                goal.category,
                goal.unit,
                goal.period,
                before,
                (goal,),
                _usual_days(
                    record, [before] if before and _shape(before.period) == _shape(goal.period) else []
                ),
            )
            if not _printed(record, gap):
                yield gap


def _printed(record: Record, gap: Gap) -> bool:
    """Is there an outcome of that period, in that unit, in whatever scope?"""
    return bool(
        record.rows(
            gap.indicator,
            ref_area=gap.ref_area,
            category=gap.category,
            unit=gap.unit,
            kind="outcome",
            period_start=gap.period.start,
            period_end=gap.period.end,
        )
    )


def _overtaken(record: Record, gap: Gap) -> bool:
    """Has a longer part of the same year been printed, which takes this one in?"""
    codes = {"ref_area": gap.ref_area, "category": gap.category, "unit": gap.unit, "kind": "outcome"}
    rows = record.rows(gap.indicator, period_start=gap.period.start, **codes)
    return not gap.period.is_point and any(row["period_end"] > gap.period.end for row in rows)


def _last_outcome(record: Record, goal: Fact) -> Fact | None:
    codes = {"ref_area": goal.ref_area, "category": goal.category, "unit": goal.unit, "basis": goal.basis}
    try:
        return record.latest(goal.indicator, counterpart=WORLD, **codes)
    except NoSuchFigure:
        return None


def _looks_ahead(record: Record, goal: Fact) -> bool:
    """Does a goal end after it was printed? One dated by its article names no year."""
    day = _day_of(record, goal)
    return not goal.period.is_point or (day is not None and day < goal.period.end)


def _usual_days(record: Record, prints: list[Fact]) -> int | None:
    """How many days after its period is such a figure printed, taking the middle of what is known?"""
    days = [
        (day - fact.period.end).days
        for fact in prints
        if (day := _day_of(record, fact)) and day >= fact.period.end
    ]
    return median_low(days) if days else None


def _day_of(record: Record, fact: Fact) -> date | None:
    text = str(record.source(str(record.row(fact.observations[0])["source_id"]))["published"] or "")
    return date.fromisoformat(text) if text else None


def _shape(period: Period) -> tuple[int, int, int]:
    """Which months of a year, or a day of any year? Spans of several years are kept apart by their length."""
    return (0, 0, 0) if period.is_point else (period.start.month, period.end.month, period.months)


def _order(gap: Gap) -> tuple[object, ...]:
    area = {CHONGQING: 0, CHINA: 1}.get(gap.ref_area, 2)
    headlines = list(HEADLINES)
    place = headlines.index(gap.indicator) if gap.indicator in headlines else len(headlines)
    return (
        area,
        place,
        gap.ref_area,
        gap.indicator,
        -gap.period.end.toordinal(),
        -gap.period.months,
        gap.unit,
    )
