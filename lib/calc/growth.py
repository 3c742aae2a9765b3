"""Change between two periods, in percent and in units."""

from __future__ import annotations

from lib.calc.formula import formula
from lib.calc.quantity import Quantity, known, positive


@formula("({current} ÷ {base} − 1) × 100")
def growth_pct(*, current: Quantity | float | None, base: Quantity | float | None) -> Quantity:
    """By how many percent did the figure change from the base period to the current one?

    Both in one unit and of one scope; the answer is in percent of the base (35 means +35 %). Missing if
    either is, and if the base is zero or negative: a percentage of nothing or of a deficit says nothing. Say
    `absolute_change` instead.

    Percentage change, the common definition of a growth rate.

    >>> round(growth_pct(current=22.8, base=20.6), 2)
    10.68
    >>> growth_pct(current=-3.0, base=-5.0)
    nan
    """
    return (known(current) / positive(base) - 1.0) * 100.0


@formula("{current} − {base}")
def absolute_change(*, current: Quantity | float | None, base: Quantity | float | None) -> Quantity:
    """By how much did the figure change, in its own unit?

    Defined for zero and negative figures too; missing if either is.

    >>> absolute_change(current=-3.0, base=-5.0)
    2.0
    """
    return known(current) - known(base)


@formula("{current} ÷ {first} × 100")
def index_of_first(*, current: Quantity | float | None, first: Quantity | float | None) -> Quantity:
    """What is a figure where the first of its series is 100?

    Both in one unit and of one scope. Missing if either is, and if the first is zero or negative.

    >>> index_of_first(current=30.0, first=24.0)
    125.0
    """
    return known(current) / positive(first) * 100.0


@formula("{current} ÷ (1 + {growth_pct} ÷ 100)")
def implied_base(*, current: Quantity | float | None, growth_pct: Quantity | float | None) -> Quantity:
    """Which base do a printed level and its printed growth imply?

    The inverse of `growth_pct`, in the unit of `current`. Missing if either is, and for a fall of 100 % or
    more, which no base explains.

    >>> round(implied_base(current=1.21, growth_pct=78.7), 3)
    0.677
    """
    return known(current) / positive(known(growth_pct) / 100.0 + 1.0)


@formula("{own_pct} − {other_pct}")
def growth_gap_points(*, own_pct: Quantity | float | None, other_pct: Quantity | float | None) -> Quantity:
    """By how many percentage points is one rate ahead of another? Negative: behind. Missing if either is.

    >>> growth_gap_points(own_pct=10.5, other_pct=8.5)
    2.0
    """
    return known(own_pct) - known(other_pct)
