"""Goals, districts and outcomes of different scope: put beside each other, never judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lib.calc.currency import cny_from_usd, usd_from_cny
from lib.facts.derive import AMOUNTS
from lib.facts.fact import AHEAD, Fact
from lib.facts.reconcile.finding import Finding, compared, implied_by
from lib.facts.reconcile.ledger import Ledger, distinct
from lib.facts.reconcile.scope import one_scope
from lib.facts.record import CHINA, WORLD


def goals_beside_other_scopes(ledger: Ledger) -> Iterator[Finding | None]:
    """Which goal stands beside outcomes of another scope? The newest of each before the goal's end."""
    for periods in ledger.by_codes.values():
        levels = [fact for facts in periods.values() for fact in facts if fact.unit in AMOUNTS]
        outcomes = [fact for fact in levels if fact.kind == "outcome"]
        goals: dict[tuple[date, str], list[Fact]] = {}
        for goal in levels:
            if goal.kind in AHEAD:
                goals.setdefault((goal.period.end, goal.basis), []).append(goal)
        for alike in goals.values():
            for goal in distinct(alike):
                others = [fact for fact in outcomes if not one_scope(goal, fact)]
                for outcome in _newest_of_each(others, before=goal.period.end):
                    yield _beside(ledger, goal, outcome)


def districts_beside_their_city(ledger: Ledger) -> Iterator[Finding | None]:
    """Which district figure stands beside one of its city, at most a year older, that is of another scope?"""
    for fact in ledger.facts():
        parent = ledger.parents["areas"].get(fact.ref_area, "")
        if fact.unit not in AMOUNTS or fact.kind != "outcome" or parent in ("", CHINA, WORLD):
            continue
        codes = (fact.indicator, parent, fact.counterpart, fact.category)
        printed = [other for facts in ledger.by_codes.get(codes, {}).values() for other in facts]
        near = [
            other
            for other in printed
            if other.kind == "outcome" and not one_scope(fact, other) and other.unit in AMOUNTS
            and fact.period.end.year - other.period.end.year <= 1
        ]  # fmt: skip
        for other in _newest_of_each(near, before=fact.period.end):
            yield _beside(ledger, other, fact)


def _newest_of_each(facts: Iterable[Fact], *, before: date) -> list[Fact]:
    """Which is the newest figure of each scope that does not end later?"""
    newest: dict[str, Fact] = {}
    for fact in facts:
        known = newest.get(fact.basis)
        if fact.period.end <= before and (known is None or fact.period.end > known.period.end):
            newest[fact.basis] = fact
    return list(newest.values())


def _beside(ledger: Ledger, printed: Fact, other: Fact) -> Finding | None:
    shown = other if other.unit == printed.unit else _converted(ledger, other, printed.unit)
    return None if shown is None else compared("scope", printed, shown)


def _converted(ledger: Ledger, fact: Fact, unit: str) -> Fact | None:
    """What is an amount in the other currency? For orientation only, and marked so."""
    rate = ledger.rate(fact.period.end.year)
    if rate is None:
        return None
    is_open = fact.qualifier not in ("exact", "about", "derived")
    name = "amount_cny" if unit == "USD" else "amount_usd"
    return implied_by(
        usd_from_cny if unit == "USD" else cny_from_usd,
        like=fact,
        unit=unit,
        decimals=fact.decimals + 1 if is_open else None,
        assumptions=("annual_average_rate", "conversion_for_orientation"),
        **{name: fact, "cny_per_usd": rate},
    )
