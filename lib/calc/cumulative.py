"""Cumulative periods: what lies between two that start together."""

from __future__ import annotations

from lib.calc.formula import formula
from lib.calc.quantity import Quantity, known


@formula("{longer} − {shorter}")
def remainder(*, longer: Quantity | float | None, shorter: Quantity | float | None) -> Quantity:
    """What must the months between have been, when two cumulative periods start together?

    January–August less January–June leaves July and August, in the unit of both. Both must be of one scope
    and one edition: if the longer one was revised, the revision lands in the remainder, which can then be
    negative. Missing if either is.

    >>> round(remainder(longer=12.1, shorter=5.2), 1)
    6.9
    """
    return known(longer) - known(shorter)
