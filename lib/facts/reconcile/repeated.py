"""The same figure printed more than once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lib.facts.fact import AHEAD, Fact
from lib.facts.reconcile.finding import Finding, compared
from lib.facts.reconcile.ledger import Ledger


def printed_twice(ledger: Ledger) -> Iterator[Finding | None]:
    """Is a figure that several sources print, or one in several editions, the same in each?"""
    for prints in _prints(ledger):
        if prints[0].unit != "RANK":
            yield from _against_first("repeated", prints)
            growths = [ledger.growths[fact.observations[0]] for fact in prints if _has_growth(ledger, fact)]
            yield from _against_first("growth_again", growths)


def ranks_printed_twice(ledger: Ledger) -> Iterator[Finding | None]:
    """Is a place that several sources print the same in each?"""
    for prints in _prints(ledger):
        if prints[0].unit == "RANK":
            yield from _against_first("rank", prints)


def _has_growth(ledger: Ledger, fact: Fact) -> bool:
    return fact.observations[0] in ledger.growths


def _against_first(check: str, prints: list[Fact]) -> Iterator[Finding | None]:
    for other in prints[1:]:
        yield compared(check, prints[0], other)


def _prints(ledger: Ledger) -> Iterator[list[Fact]]:
    """Which figures have the codes, period and unit of each other? Outcomes apart from what lies ahead."""
    for periods in ledger.by_codes.values():
        for facts in periods.values():
            if len(facts) < 2:
                continue
            groups: dict[tuple[str, bool], list[Fact]] = defaultdict(list)
            for fact in facts:
                groups[fact.unit, fact.kind in AHEAD].append(fact)
            yield from (group for group in groups.values() if len(group) > 1)
