"""What is asked of printed figures: themselves, their growth, their share, how far they have come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lib.calc.growth import absolute_change, growth_pct, index_of_first
from lib.calc.share import share_pct
from lib.explore.choice import (
    CHANGE,
    GROWTH,
    INDEX,
    LEVEL,
    MONTHS,
    OF_NATION,
    OF_TOTAL,
    OTHER,
    PRINTED,
    TOTAL,
    Choice,
)
from lib.explore.pool import period_of
from lib.explore.series import Series, series_of
from lib.facts.derive import AMOUNTS, derive
from lib.facts.fact import Fact
from lib.facts.observation import Row, growth_of
from lib.facts.period import Period
from lib.facts.record import CHINA, WORLD, Record

COUNTS = ("ENTERPRISES", "PERSONS", "BASES", "MARKETS", "PARKS", "ZONES")
_NO_PART = ("CN", "WLD")

Ask = Callable[[Fact], Fact | None]


def measured(
    record: Record, rows: list[Row], found: tuple[Series, ...], choice: Choice
) -> tuple[Series, ...]:
    """What does a choice ask of its series? `rows` are all figures of its kinds, period and currency.

    A figure of which it cannot be told is left out: no year before, a base of zero or below, another scope.
    """
    if choice.measure == LEVEL:
        return found
    if choice.measure == PRINTED:
        return _printed(record, rows, found)
    if choice.span == OTHER:
        return ()
    if choice.measure == INDEX:
        return () if choice.span == MONTHS else tuple(filter(None, map(_index, found)))
    ask = {
        GROWTH: _growth,
        CHANGE: _change,
        OF_NATION: _of_nation,
        OF_TOTAL: _of_total,
    }[choice.measure]
    known = _by_codes(record, rows)
    shown = [replace(one, facts=_kept(one.facts, ask, known, record), others=()) for one in found]
    return tuple(one for one in shown if one.facts)


Known = dict[tuple[object, ...], Fact]


def _codes(fact: Fact, period: Period, **other: str) -> tuple[object, ...]:
    names = ("ref_area", "category", "counterpart", "basis", "unit", "kind")
    return (*(other.get(name, getattr(fact, name)) for name in names), period)


def _by_codes(record: Record, rows: list[Row]) -> Known:
    return {
        _codes(fact, fact.period): fact
        for one in series_of(record, rows)
        for fact in one.facts
        if not fact.is_derived
    }


def _kept(
    facts: tuple[Fact, ...], ask: Callable[[Fact, Known, Record], Fact | None], known: Known, record: Record
) -> tuple[Fact, ...]:
    found = [ask(fact, known, record) for fact in facts if not fact.is_derived]
    return tuple(fact for fact in found if fact and not fact.is_missing)


def _printed(record: Record, rows: list[Row], found: tuple[Series, ...]) -> tuple[Series, ...]:
    """The growth that sources print beside the levels, all that are printed for a period."""
    shown = []
    for one in found:
        periods = {fact.period for fact in (*one.facts, *one.others)}
        beside: dict[Period, list[Row]] = {}
        for row in rows:
            codes = (
                row["ref_area"],
                row["category"],
                row["counterpart"],
                row["basis"],
                row["unit"],
                row["kind"],
            )
            key = one.key
            same = codes == (key.area, key.category, key.counterpart, key.basis, key.unit, key.kind)
            if same and period_of(row) in periods and row["growth"] == row["growth"]:
                beside.setdefault(period_of(row), []).append(row)
        fronts = {period: record.most_trusted(printed) for period, printed in beside.items()}
        if fronts:
            others = [row for period, all_ in beside.items() for row in all_ if row is not fronts[period]]
            shown.append(
                Series(one.key, tuple(map(growth_of, fronts.values())), tuple(map(growth_of, others)))
            )
    return tuple(shown)


def _growth(fact: Fact, known: Known, _record: Record) -> Fact | None:
    before = known.get(_codes(fact, fact.period.year_before()))
    if before is None or fact.unit not in (*AMOUNTS, *COUNTS) or before.value <= 0:
        return None
    like = replace(fact, unit="PERCENT", unit_mult=0)
    assumed = ("same_scope_a_year_earlier",)
    return derive(growth_pct, like=like, unit="PERCENT", assumptions=assumed, current=fact, base=before)


def _change(fact: Fact, known: Known, _record: Record) -> Fact | None:
    before = known.get(_codes(fact, fact.period.year_before()))
    if before is None or fact.unit not in (*AMOUNTS, *COUNTS, "PERCENT"):
        return None
    unit = "PERCENTAGE_POINT" if fact.unit == "PERCENT" else fact.unit
    assumed = ("same_scope_a_year_earlier",)
    return derive(absolute_change, like=fact, unit=unit, assumptions=assumed, current=fact, base=before)


def _of_nation(fact: Fact, known: Known, record: Record) -> Fact | None:
    if fact.ref_area in _NO_PART or not _adds_up(fact, record):
        return None
    return _share(
        fact, known.get(_codes(fact, fact.period, ref_area=CHINA)), record, "areas", fact.ref_area, CHINA
    )


def _of_total(fact: Fact, known: Known, record: Record) -> Fact | None:
    if not _adds_up(fact, record) or (fact.category, fact.counterpart) == (TOTAL, WORLD):
        return None
    if fact.category != TOTAL:
        whole = known.get(_codes(fact, fact.period, category=TOTAL))
        return _share(fact, whole, record, "categories", fact.category, TOTAL)
    whole = known.get(_codes(fact, fact.period, counterpart=WORLD))
    return _share(fact, whole, record, "areas", fact.counterpart, WORLD)


def _share(fact: Fact, whole: Fact | None, record: Record, table: str, part: str, all_: str) -> Fact | None:
    if whole is None or whole.value <= 0 or fact.value < 0:
        return None
    share = derive(share_pct, like=replace(fact, unit_mult=0), unit="PERCENT", part=fact, whole=whole)
    assert share.derivation is not None
    names = tuple(
        (symbol, (record.name(table, code, "zh"), record.name(table, code, "en")))
        for symbol, code in (("part", part), ("whole", all_))
    )
    return replace(share, derivation=replace(share.derivation, names=names))


def _adds_up(fact: Fact, record: Record) -> bool:
    lines = record.lines("indicators")
    return any(line["indicator"] == fact.indicator and line["additive"] == "yes" for line in lines)


def _index(one: Series) -> Series | None:
    facts = [fact for fact in one.facts if not fact.is_derived]
    if len(facts) < 2 or facts[0].value <= 0 or facts[0].unit not in (*AMOUNTS, *COUNTS):
        return None
    first = facts[0]
    found = [
        derive(index_of_first, like=replace(fact, unit_mult=0), unit="INDEX", current=fact, first=first)
        for fact in facts
    ]
    return Series(one.key, tuple(fact for fact in found if not fact.is_missing))
