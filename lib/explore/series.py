"""Printed figures sorted into series that may stand on one line: one area, part, partner, scope, unit and kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lib.explore.choice import EACH, OF_DIMENSION, TOTAL, Choice
from lib.explore.pool import period_of, spans_of
from lib.facts.convert import in_currency
from lib.facts.derive import AMOUNTS
from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.observation import Row, to_fact
from lib.facts.period import Period
from lib.facts.record import CHONGQING, Record

OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Key:
    """What all figures of a series have in common. `half` is the month that a half year starts in."""

    area: str
    category: str
    counterpart: str
    basis: str
    unit: str
    kind: str
    half: int = 0

    @property
    def entity(self) -> tuple[str, str, str]:
        """Of whom and what is it?"""
        return self.area, self.category, self.counterpart


@dataclass(frozen=True, slots=True)
class Series:
    """One figure a period, the most trusted in front; `others` are further prints of the same periods."""

    key: Key
    facts: tuple[Fact, ...]
    others: tuple[Fact, ...] = field(default=())


def wanted(rows: list[Row], choice: Choice) -> list[Row]:
    """Which of these are of the kinds, origin aside, and of the kind of period that is asked for?"""
    kept = [row for row in rows if choice.span in spans_of(period_of(row))]
    return [row for row in kept if choice.kinds != "outcome" or row["kind"] == OUTCOME]


def series_of(record: Record, rows: list[Row], *, halves: bool = False) -> tuple[Series, ...]:
    """Which series do these figures make, each in order of period, Chongqing's first?"""
    by_key: dict[Key, dict[Period, list[Row]]] = {}
    for row in rows:
        period = period_of(row)
        key = Key(
            area=row["ref_area"],
            category=row["category"],
            counterpart=row["counterpart"],
            basis=row["basis"],
            unit=row["unit"],
            kind=row["kind"],
            half=period.start.month if halves else 0,
        )
        by_key.setdefault(key, {}).setdefault(period, []).append(row)
    found = [_series(record, key, periods) for key, periods in by_key.items()]
    return tuple(sorted(found, key=lambda one: (one.key.area != CHONGQING, one.facts[0].period)))


def _series(record: Record, key: Key, periods: dict[Period, list[Row]]) -> Series:
    facts, others = [], []
    for period in sorted(periods, key=lambda span: (span.end, span.start)):
        front = record.most_trusted(periods[period])
        facts.append(to_fact(front))
        others += [to_fact(row) for row in periods[period] if row is not front]
    return Series(key, tuple(facts), tuple(others))


def of_choice(rows: list[Row], choice: Choice, dimensions: Mapping[str, str]) -> list[Row]:
    """Which of these are of the areas, part, partner and years that are asked for? `dimensions` are those of parts."""
    return [
        row
        for row in rows
        if row["ref_area"] in choice.areas
        and is_part(str(row["category"]), choice.category, dimensions)
        and choice.counterpart in (EACH, row["counterpart"])
        and in_years(period_of(row), choice)
    ]


def is_part(category: str, wanted: str, dimensions: Mapping[str, str]) -> bool:
    """Is a part one of those that are asked for: itself, each, or the whole and each of a dimension?

    >>> is_part("ito", "each.type", {"ito": "type"}), is_part("total", "each.type", {}), is_part("ito", "total", {})
    (True, True, False)
    """
    if wanted.startswith(OF_DIMENSION):
        return category == TOTAL or dimensions.get(category) == wanted.removeprefix(OF_DIMENSION)
    return wanted in (EACH, category)


def in_years(period: Period, choice: Choice) -> bool:
    """Does a period end within the years that are asked for?"""
    return (choice.since or "0000") <= str(period.end.year) <= (choice.until or "9999")


def in_order(found: tuple[Series, ...], choice: Choice) -> tuple[Series, ...]:
    """Which series come first? The areas as they are asked for, a whole before its parts, the older scope first."""

    def order(one: Series) -> tuple[object, ...]:
        key = one.key
        return (
            choice.areas.index(key.area),
            key.category != "total",
            key.category,
            key.counterpart != "WLD",
            key.counterpart,
            key.kind != OUTCOME,
            key.kind,
            key.half,
            one.facts[0].period.end,
            key.basis,
            key.unit,
        )

    return tuple(sorted(found, key=order))


def in_one_currency(record: Record, found: tuple[Series, ...], currency: str) -> tuple[Series, ...]:
    """What are series of amounts in a currency? Those printed in it; where there is none, the others worked out.

    A figure of a year without an average rate is left out.
    """
    if currency not in AMOUNTS:
        return found
    if any(one.key.unit == currency for one in found):
        return tuple(one for one in found if one.key.unit == currency)
    turned = []
    for one in found:
        facts = [_turned(record, fact, currency) for fact in one.facts] if one.key.unit in AMOUNTS else []
        if kept := tuple(fact for fact in facts if fact):
            turned.append(Series(one.key, kept))
    return tuple(turned)


def _turned(record: Record, fact: Fact, currency: str) -> Fact | None:
    if fact.period.start.year != fact.period.end.year:
        return None
    try:
        return in_currency(fact, currency, record)
    except NoSuchFigure:
        return None
