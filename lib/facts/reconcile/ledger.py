"""Every printed figure of the record, low confidence included, found by its codes without searching."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lib.facts.fact import Fact
from lib.facts.observation import growth_of, to_fact
from lib.facts.period import Period
from lib.facts.reconcile.scope import one_scope
from lib.facts.record import CHINA, DATASETS, Record

Codes = tuple[str, str, str, str]
_TRUST = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True)
class Ledger:
    """The figures by indicator, area, counterpart and category, and then by period, the most trusted first.

    `growths` holds the growth that an observation prints beside its level, under the observation.
    """

    by_codes: Mapping[Codes, Mapping[Period, tuple[Fact, ...]]]
    growths: Mapping[str, Fact]
    parents: Mapping[str, Mapping[str, str]]

    def facts(self) -> Iterator[Fact]:
        """Which figures are printed, those of one quantity one after the other?"""
        for periods in self.by_codes.values():
            for found in periods.values():
                yield from found

    def of(self, unit: str) -> Iterator[Fact]:
        """Which figures are printed in a unit?"""
        return (fact for fact in self.facts() if fact.unit == unit)

    def periods(self, fact: Fact, *, indicator: str = "") -> Mapping[Period, tuple[Fact, ...]]:
        """What is printed for each period with the codes of a figure, or of another indicator?"""
        return self.by_codes.get(_codes(fact, indicator=indicator), {})

    def printed(self, fact: Fact, *, period: Period, **codes: str) -> tuple[Fact, ...]:
        """What is printed for a period with the codes of a figure, some replaced? In all units and scopes."""
        return self.by_codes.get(_codes(fact, **codes), {}).get(period, ())

    def partner(self, fact: Fact, *, unit: str, period: Period | None = None, **codes: str) -> Fact | None:
        """Which outcome is to stand beside a figure? Of its scope where there is one, else of another."""
        found = self.partners(fact, unit=unit, period=period, **codes)
        return found[0] if found else None

    def partners(
        self, fact: Fact, *, unit: str, period: Period | None = None, **codes: str
    ) -> tuple[Fact, ...]:
        """Which outcomes are to stand beside a figure, each value once? Of its scope, else of all others."""
        found = [
            other
            for other in self.printed(fact, period=period or fact.period, **codes)
            if other.unit == unit and other.kind == "outcome"
        ]
        return distinct([other for other in found if one_scope(fact, other)] or found)

    def growth(self, fact: Fact) -> Fact | None:
        """Which growth is printed beside a figure, or beside another print of it in its unit and scope?"""
        for other in self.printed(fact, period=fact.period):
            if (other.unit, other.basis, other.kind) == (fact.unit, fact.basis, fact.kind):
                found = self.growths.get(other.observations[0])
                if found is not None:
                    return found
        return None

    def rate(self, year: int) -> Fact | None:
        """What was the average exchange rate of a year?"""
        codes = ("exchange_rate", CHINA, "WLD", "total")
        found = self.by_codes.get(codes, {}).get(Period(date(year, 1, 1), date(year, 12, 31)), ())
        return found[0] if found else None


def ledger_of(record: Record) -> Ledger:
    """What does the record print? Of the datasets that can be read; the others are left out.

    What this program added up itself, from a register of contracts, prints nothing: it would only agree with
    itself.
    """
    dates = _column(record, "sources", "source_id", "published")
    access = _column(record, "sources", "source_id", "access")
    rows: list[Mapping[Any, Any]] = [
        row
        for name in DATASETS
        if name in record.frames
        for row in record.lines(name)
        if access.get(row["source_id"]) != "own"
    ]
    # By date, newest first, and then by confidence: the second sort keeps the order of the first.
    rows.sort(key=lambda row: str(dates.get(row["source_id"], "")), reverse=True)
    rows.sort(key=lambda row: _TRUST[row["confidence"]])
    by_codes: dict[Codes, dict[Period, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    growths = {}
    for row in rows:
        fact = to_fact(row)
        by_codes[_codes(fact)][fact.period].append(fact)
        if row["growth"] == row["growth"]:
            growths[row["observation_id"]] = growth_of(row)
    frozen = {
        codes: {period: tuple(facts) for period, facts in sorted(periods.items())}
        for codes, periods in sorted(by_codes.items())
    }
    parents = {
        "areas": _column(record, "areas", "ref_area", "parent"),
        "categories": _column(record, "categories", "category", "parent"),
    }
    return Ledger(frozen, growths, parents)


def distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Which of these figures differ in value, the most trusted print of each? Copies say nothing new."""
    once: dict[float, Fact] = {}
    for fact in facts:
        once.setdefault(fact.at(0), fact)
    return tuple(once.values())


def _codes(fact: Fact, **replaced: str) -> Codes:
    return (
        replaced.get("indicator") or fact.indicator,
        replaced.get("area") or fact.ref_area,
        replaced.get("counterpart") or fact.counterpart,
        replaced.get("category") or fact.category,
    )


def _column(record: Record, table: str, key: str, value: str) -> dict[str, str]:
    frame = record.frames.get(table)
    if frame is None:
        return {}
    return dict(zip(frame[key].astype(str), frame[value].astype(str), strict=True))
