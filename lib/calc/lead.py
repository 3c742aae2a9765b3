"""One figure against another of the same kind: by how much it is ahead."""

from __future__ import annotations

from lib.calc.formula import formula
from lib.calc.quantity import Quantity, known


@formula("{own} − {other}")
def lead(*, own: Quantity | float | None, other: Quantity | float | None) -> Quantity:
    """By how much is one area ahead of another, in the figures' own unit? Negative: behind.

    Missing if either is.

    >>> round(lead(own=22.8, other=22.9), 1)
    -0.1
    """
    return known(own) - known(other)
