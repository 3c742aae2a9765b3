"""Cumulative periods of one year against each other: none may fall, and what lies between must fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from lib.calc.accounts import at_least
from lib.calc.cumulative import remainder
from lib.calc.growth import growth_pct, implied_base
from lib.facts.derive import AMOUNTS
from lib.facts.fact import Fact
from lib.facts.period import Period
from lib.facts.reconcile.finding import Finding, compared, digits_of, implied_by
from lib.facts.reconcile.ledger import Ledger
from lib.facts.reconcile.verdict import HOLDS, SCOPE

Pair = tuple[Fact, Fact]


def later_not_below_earlier(ledger: Ledger) -> Iterator[Finding | None]:
    """Is each cumulative figure at least as large as the one before it in its year?"""
    for shorter, longer in _pairs(ledger):
        yield compared(
            "cumulative", longer, implied_by(at_least, like=longer, decimals=shorter.decimals, part=shorter)
        )


def months_between(ledger: Ledger) -> Iterator[Finding | None]:
    """Does a figure printed for the months between two cumulative ones fit their difference?"""
    for shorter, longer in _pairs(ledger):
        rest = longer.period.after(shorter.period)
        for printed in ledger.printed(longer, period=rest):
            if (printed.unit, printed.basis, printed.kind) == (longer.unit, longer.basis, longer.kind):
                implied = implied_by(
                    remainder,
                    like=printed,
                    decimals=digits_of(printed, longer, shorter),
                    longer=longer,
                    shorter=shorter,
                )
                yield compared("months", printed, implied)


def pace_within_year(ledger: Ledger) -> Iterator[Finding | None]:
    """Do fewer months surely bring more than all months of the year before them?

    That is no contradiction, since reports may come late in the year, but the two are not of one kind: the
    verdict is that scope differs, whatever the reason, and the rate at which the rest would have grown is
    given with it.
    """
    for shorter, longer in _pairs(ledger):
        rest = implied_by(
            remainder,
            like=replace(longer, period=longer.period.after(shorter.period)),
            assumptions=("one_edition_of_both_periods",),
            longer=longer,
            shorter=shorter,
        )
        lower = rest.bounds_at(shorter.unit_mult)[0]
        faster = rest.period.months < shorter.period.months and lower > shorter.upper
        also = _growth_of_rest(ledger, shorter, longer, rest) if faster else ()
        found = compared("pace", shorter, rest, also=also)
        if found is not None:
            yield replace(found, verdict=SCOPE if faster else HOLDS)


def _growth_of_rest(ledger: Ledger, shorter: Fact, longer: Fact, rest: Fact) -> tuple[tuple[str, Fact], ...]:
    """How much would the rest have grown, on what the printed growth rates imply for the year before?"""
    growths = ledger.growth(shorter), ledger.growth(longer)
    bases = [
        implied_by(
            implied_base,
            like=replace(level, period=level.period.year_before()),
            assumptions=("same_scope_a_year_earlier",),
            current=level,
            growth_pct=growth,
        )
        for level, growth in zip((shorter, longer), growths, strict=True)
        if growth is not None
    ]
    if len(bases) < 2:
        return ()
    before = implied_by(
        remainder,
        like=replace(rest, period=rest.period.year_before(), derivation=None),
        longer=bases[1],
        shorter=bases[0],
    )
    grown = implied_by(growth_pct, like=rest, unit="PERCENT", decimals=0, current=rest, base=before)
    return (("rest_before", before), ("rest_growth", grown)) if not grown.is_missing else ()


def _pairs(ledger: Ledger) -> Iterator[Pair]:
    """Which two cumulative figures of one year, unit and scope follow each other?"""
    for periods in ledger.by_codes.values():
        chains: dict[tuple[str, str, date], dict[Period, Fact]] = defaultdict(dict)
        for period, facts in periods.items():
            if period.is_point or period.months > 12 or facts[0].unit not in AMOUNTS:
                continue
            for fact in facts:
                if fact.kind == "outcome":
                    chains[fact.unit, fact.basis, period.start].setdefault(period, fact)
        for chain in chains.values():
            inside = [fact for fact in chain.values() if fact.period.end.year == fact.period.start.year]
            yield from pairwise(inside)
