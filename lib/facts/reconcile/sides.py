"""Exports and imports against the total, the balance and the deficit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lib.calc.accounts import balance_of_sides, deficit_of_sides, sum_of_sides
from lib.facts.reconcile.finding import Finding, compared, digits_of, implied_by
from lib.facts.reconcile.ledger import Ledger

# What is printed, what it must be, and of which exports and imports.
SIDES: dict[str, tuple[Callable[..., Any], str, str]] = {
    "services_trade_total": (sum_of_sides, "services_exports", "services_imports"),
    "services_trade_balance": (balance_of_sides, "services_exports", "services_imports"),
    "services_trade_deficit": (deficit_of_sides, "services_exports", "services_imports"),
    "knowledge_intensive_trade": (
        sum_of_sides,
        "knowledge_intensive_exports",
        "knowledge_intensive_imports",
    ),
}


def exports_and_imports(ledger: Ledger) -> Iterator[Finding | None]:
    """Do exports and imports give the printed total, balance or deficit?"""
    for printed in ledger.facts():
        if printed.indicator not in SIDES or printed.kind != "outcome":
            continue
        function, exports, imports = SIDES[printed.indicator]
        out = ledger.partner(printed, unit=printed.unit, indicator=exports)
        back = ledger.partner(printed, unit=printed.unit, indicator=imports)
        if out is not None and back is not None:
            implied = implied_by(
                function,
                like=printed,
                decimals=digits_of(printed, out, back),
                exports=out,
                imports=back,
            )
            yield compared("sides", printed, implied)
