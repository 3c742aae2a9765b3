"""Chongqing's places: as sources print them, and as the figures of cities give it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import pandas as pd

from lib.calc.interval import Interval
from lib.calc.rank import rank_among, rank_bounds
from lib.facts.cities import EXECUTED, Cities
from lib.facts.derive import derive
from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.facts.record import CHONGQING, Record

FEWEST = 3
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
    def period(self) -> Period:
        """Of which period are the places?"""
        return self.printed[0].period

    @property
    def is_disputed(self) -> bool:
        """Do the sources contradict each other?"""
        return len({fact.value for fact in self.printed}) > 1


def printed_places(record: Record) -> tuple[Place, ...]:
    """Which places do sources print, each place of the newest period once and the best first?

    A kind of rank that is not printed is left out; raises NoSuchFigure when none is printed.
    """
    places = [_place(record, indicator, scope) for indicator, scope in PRINTED]
    found = tuple(place for place in places if place.printed)
    if not found:
        raise record.missing(*PRINTED[0][:1], category=PRINTED[0][1])
    return found


def place_among_cities(record: Record, cities: Cities) -> Fact:
    """Which place does Chongqing take among the cities of the newest year that has at least three?

    The bounds are the best and the worst place that rounding allows; where the bounds of two cities only
    touch, the higher figure is ahead. Raises NoSuchFigure when no year has so many.
    """
    for year in reversed(cities.years):
        figures = cities.by_year[year]
        if len(figures) >= FEWEST:
            return _computed(
                record, figures[CHONGQING], [figures[code] for code in cities.codes[1:] if code in figures]
            )
    raise record.missing(EXECUTED, ref_area=CHONGQING)


def cities_of_place(place: Fact) -> tuple[str, ...]:
    """Among which cities is a place worked out? Chongqing first."""
    assert place.derivation is not None
    return tuple(fact.ref_area for fact in place.derivation.facts())


@cache
def place_among(others: int) -> Callable[..., float | Interval]:
    """Which calculation tells the place among so many others? Of intervals, from the best to the worst place.

    >>> place_among(3)(own=22.8, city_1=22.9, city_2=9.4, city_3=6.0)
    2.0
    """
    names = [f"city_{place}" for place in range(1, others + 1)]

    def place_among_cities(**figures: float | Interval) -> float | Interval:
        each = [figures[name] for name in ("own", *names)]
        intervals = [figure for figure in each if isinstance(figure, Interval)]
        if len(intervals) == len(each):
            lower, upper = zip(*(interval.ends for interval in intervals), strict=True)
            best, worst = rank_bounds(pd.Series(lower), pd.Series(upper))
            return Interval(float(best.iloc[0]), float(worst.iloc[0]))
        return float(rank_among(pd.Series(each, dtype="float64")).iloc[0])

    listed = ", ".join(f"{{{name}}}" for name in names)
    place_among_cities.__dict__["formula"] = f"1 + #({listed} > {{own}})"
    return place_among_cities


def _computed(record: Record, own: Fact, others: list[Fact]) -> Fact:
    inputs = {f"city_{place}": fact for place, fact in enumerate(others, start=1)}
    place = derive(
        place_among(len(others)),
        like=own,
        unit="RANK",
        decimals=0,
        assumptions=("touching_bounds_keep_order",),
        own=own,
        **inputs,  # type: ignore[arg-type]
    )
    assert place.derivation is not None
    names = tuple(
        (name, _city_names(record, fact.ref_area)) for name, fact in (("own", own), *inputs.items())
    )
    settled = place.lower == place.upper
    return replace(
        place,
        indicator=f"{EXECUTED}_rank",
        qualifier="exact" if settled else "derived",
        derivation=replace(place.derivation, names=names),
    )


def _city_names(record: Record, code: str) -> tuple[str, str]:
    return record.name("areas", code, "zh").removesuffix("市"), record.name("areas", code, "en")


def _place(record: Record, indicator: str, scope: str) -> Place:
    found = record.all(indicator, category=scope, kind="outcome")
    newest = [fact for fact in found if fact.period == found[-1].period]
    once = {fact.value: fact for fact in reversed(newest)}
    return Place(indicator, scope, tuple(sorted(once.values(), key=lambda fact: fact.value)))
