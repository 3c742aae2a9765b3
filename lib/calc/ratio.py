"""One figure per unit of another."""

from __future__ import annotations

from lib.calc.formula import formula
from lib.calc.quantity import Quantity, known, positive


@formula("{amount} ÷ {count}")
def value_per_unit(*, amount: Quantity | float | None, count: Quantity | float | None) -> Quantity:
    """How much is it for each one: per contract, per enterprise, per head?

    In the unit of the amount, per unit of the count; an average, which says nothing about how it is spread.
    Missing if either is, or if the count is zero or negative.

    >>> value_per_unit(amount=450.0, count=9.0)
    50.0
    """
    return known(amount) / positive(count)
