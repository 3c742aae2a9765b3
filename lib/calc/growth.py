"""Change between two periods, in percent, in units and in words."""

from __future__ import annotations

from typing import Literal, TypeAlias, overload

import pandas as pd

from lib.calc.formula import formula
from lib.calc.quantity import Quantity, known, positive

ChangeKind: TypeAlias = Literal[
    "rose",
    "fell",
    "unchanged",
    "deficit_narrowed",
    "deficit_widened",
    "turned_to_surplus",
    "turned_to_deficit",
    "missing",
]


@formula("({current} ÷ {base} − 1) × 100")
def growth_pct(*, current: Quantity | float | None, base: Quantity | float | None) -> Quantity:
    """By how many percent did the figure change from the base period to the current one?

    Both in one unit and of one scope; the answer is in percent of the base (35 means +35 %). Missing if
    either is, and if the base is zero or negative: a percentage of nothing or of a deficit says nothing. Say
    `absolute_change` and `change_kind` instead.

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


@overload
def change_kind(*, current: float | None, base: float | None) -> ChangeKind: ...
@overload
def change_kind(*, current: pd.Series[float], base: pd.Series[float] | float | None) -> pd.Series[str]: ...
@overload
def change_kind(*, current: float | None, base: pd.Series[float]) -> pd.Series[str]: ...
@formula("{current} − {base}")
def change_kind(
    *, current: pd.Series[float] | float | None, base: pd.Series[float] | float | None
) -> ChangeKind | pd.Series[str]:
    """Which word describes the change of an amount or a balance, also where a percentage can't?

    For amounts, never for rates: the words read a negative figure as a deficit. A balance of exactly zero is
    no deficit: from zero one can only turn to deficit or rise, and a deficit that ends at zero has narrowed.

    >>> change_kind(current=-3.0, base=-5.0)
    'deficit_narrowed'
    >>> change_kind(current=None, base=1.0)
    'missing'
    """
    if isinstance(current, pd.Series) or isinstance(base, pd.Series):
        rows = pd.DataFrame({"current": known(current), "base": known(base)})
        kinds = list(map(_kind, rows["current"], rows["base"]))
        return pd.Series(kinds, index=rows.index, dtype="str")
    return _kind(known(current), known(base))


def _kind(current: float, base: float) -> ChangeKind:
    if current != current or base != base:  # only nan differs from itself
        return "missing"
    if current == base:
        return "unchanged"
    if base < 0 < current:
        return "turned_to_surplus"
    if base < 0:
        return "deficit_narrowed" if current > base else "deficit_widened"
    if current < 0:
        return "turned_to_deficit"
    return "rose" if current > base else "fell"
