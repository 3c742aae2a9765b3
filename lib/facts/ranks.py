"""Chongqing's places: as sources print them, and as the figures of four cities give it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from lib.calc.formula import formula
from lib.calc.interval import Interval
from lib.calc.rank import rank_among, rank_bounds
from lib.facts.cities import CHENGDU, CITIES, WUHAN, XIAN, Cities
from lib.facts.derive import derive
from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.record import CHONGQING, Record

PRINTED = (
    ("offshore_outsourcing_executed_rank", "national"),
    ("offshore_outsourcing_executed_rank", "central_west"),
    ("services_trade_rank", "central_west"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """What one kind of rank is printed as for its newest period: once, or differently by several sources."""

    indicator: str
    scope: str
    printed: tuple[Fact, ...]

    @property
    def is_disputed(self) -> bool:
        """Do the sources contradict each other?"""
        return len({fact.value for fact in self.printed}) > 1


def printed_places(record: Record) -> tuple[Place, ...]:
    """Which places do sources print, each place of the newest period once and the best first?

    Raises NoSuchFigure when a kind of rank is not printed at all.
    """
    return tuple(_place(record, indicator, scope) for indicator, scope in PRINTED)


def place_among_cities(cities: Cities) -> Fact:
    """Which place does Chongqing take among the four cities in the newest year that has them all?

    The bounds are the best and the worst place that rounding allows; where the bounds of two cities only
    touch, the higher figure is ahead. Raises NoSuchFigure when no year has all four.
    """
    for year in reversed(cities.years):
        figures = cities.by_year[year]
        if all(city in figures for city in CITIES):
            return _computed(figures[CHONGQING], figures[CHENGDU], figures[WUHAN], figures[XIAN])
    raise NoSuchFigure("no year with figures of all four cities")


@formula("1 + #({chengdu}, {wuhan}, {xian} > {chongqing})")
def place_of_chongqing(
    *,
    chongqing: float | Interval,
    chengdu: float | Interval,
    wuhan: float | Interval,
    xian: float | Interval,
) -> float | Interval:
    """Which place does Chongqing take? Of intervals, from the best to the worst that they allow.

    >>> place_of_chongqing(chongqing=22.8, chengdu=22.9, wuhan=9.4, xian=6.0)
    2.0
    """
    figures = (chongqing, chengdu, wuhan, xian)
    intervals = [figure for figure in figures if isinstance(figure, Interval)]
    if len(intervals) == len(figures):
        lower, upper = zip(*(interval.ends for interval in intervals), strict=True)
        best, worst = rank_bounds(pd.Series(lower), pd.Series(upper))
        return Interval(float(best.iloc[0]), float(worst.iloc[0]))
    return float(rank_among(pd.Series(figures, dtype="float64")).iloc[0])


def _computed(own: Fact, chengdu: Fact, wuhan: Fact, xian: Fact) -> Fact:
    place = derive(
        place_of_chongqing,
        like=own,
        unit="RANK",
        decimals=0,
        assumptions=("touching_bounds_keep_order",),
        chongqing=own,
        chengdu=chengdu,
        wuhan=wuhan,
        xian=xian,
    )
    settled = place.lower == place.upper
    return replace(
        place, indicator="offshore_outsourcing_executed_rank", qualifier="exact" if settled else "derived"
    )


def _place(record: Record, indicator: str, scope: str) -> Place:
    found = record.all(indicator, category=scope, kind="outcome")
    if not found:
        raise NoSuchFigure(f"no {indicator} with scope {scope}")
    newest = [fact for fact in found if fact.period == found[-1].period]
    once = {fact.value: fact for fact in reversed(newest)}
    return Place(indicator, scope, tuple(sorted(once.values(), key=lambda fact: fact.value)))
