"""The level a year before that a printed growth implies, beside the one that was printed in another scope."""

from __future__ import annotations

from collections.abc import Iterator

from lib.calc.growth import implied_base
from lib.facts.reconcile.finding import Finding, compared, implied_by
from lib.facts.reconcile.ledger import Ledger
from lib.facts.reconcile.scope import one_scope


def bases_across_a_break(ledger: Ledger) -> Iterator[Finding | None]:
    """Which base does a growth imply where the year before was printed in another scope, as at a revision?"""
    for level in ledger.facts():
        growth = ledger.growths.get(level.observations[0])
        if growth is None:
            continue
        for base in ledger.partners(level, unit=level.unit, period=level.period.year_before()):
            if not one_scope(level, base):
                implied = implied_by(implied_base, like=base, current=level, growth_pct=growth)
                yield compared("base", base, implied)
