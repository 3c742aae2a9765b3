"""Parts against their whole: types that add up to it, and parts that must stay within it."""

from __future__ import annotations

from collections.abc import Iterator

from lib.calc.accounts import at_least, sum_of_types
from lib.facts.fact import Fact
from lib.facts.outsourcing_parts import TYPES
from lib.facts.reconcile.finding import Finding, compared, digits_of, implied_by
from lib.facts.reconcile.ledger import Ledger
from lib.facts.record import WORLD

# A rate or a balance of a part can exceed that of the whole.
SIZES = ("CNY", "USD", "PERSONS", "ENTERPRISES")
BALANCES = ("services_trade_balance", "services_trade_deficit")


def types_against_total(ledger: Ledger) -> Iterator[Finding | None]:
    """Do the three types of outsourcing add up to the printed total?"""
    for whole in ledger.facts():
        if whole.category != "total" or whole.kind != "outcome":
            continue
        first = _part(ledger, whole, TYPES[0])
        if first is None:
            continue
        others = [_part(ledger, whole, code) for code in TYPES[1:]]
        parts = [part for part in (first, *others) if part is not None]
        if len(parts) == len(TYPES):
            implied = implied_by(
                sum_of_types,
                like=whole,
                decimals=digits_of(whole, *parts),
                kpo=parts[0],
                ito=parts[1],
                bpo=parts[2],
            )
            yield compared("parts", whole, implied)


def part_within_whole(ledger: Ledger) -> Iterator[Finding | None]:
    """Is each printed part, of a category or a group of partners, no larger than the printed whole?"""
    for part in ledger.facts():
        if part.unit not in SIZES or part.indicator in BALANCES:
            continue
        for codes in _wholes(ledger, part):
            for whole in ledger.printed(part, period=part.period, **codes):
                if (whole.unit, whole.kind, whole.basis) == (part.unit, part.kind, part.basis):
                    yield compared(
                        "within", whole, implied_by(at_least, like=whole, decimals=part.decimals, part=part)
                    )
                    break


def _wholes(ledger: Ledger, part: Fact) -> Iterator[dict[str, str]]:
    parent = ledger.parents["categories"].get(part.category)
    if parent:
        yield {"category": parent}
    if part.counterpart != WORLD:
        yield {"counterpart": WORLD}


def _part(ledger: Ledger, whole: Fact, category: str) -> Fact | None:
    found = ledger.partner(whole, unit=whole.unit, category=category)
    return found if found is not None and found.basis == whole.basis else None
