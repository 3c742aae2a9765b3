"""Parts of a whole: shares, composition, totals, and where a share stands against a threshold."""

from __future__ import annotations

import functools
import operator
from typing import Any, Literal, TypeAlias, overload

import numpy as np
import pandas as pd

from lib.calc.formula import formula
from lib.calc.interval import Interval, as_interval
from lib.calc.quantity import Quantity, known, positive

Standing: TypeAlias = Literal["above", "below", "cannot_be_told"]


@formula("{part} ÷ {whole} × 100")
def share_pct(*, part: Quantity | float | None, whole: Quantity | float | None) -> Quantity:
    """What percentage of the whole is the part?

    Both in one unit. Missing if either is, or if the whole is zero or negative. A negative part gives a
    negative share.

    >>> round(share_pct(part=22.13, whole=22.8), 2)
    97.06
    """
    return known(part) / positive(whole) * 100.0


@formula("{parts} ÷ Σ {parts} × 100")
def composition_pct(parts: pd.Series[float]) -> pd.Series[float]:
    """What percentage of their total is each part?

    A column of parts in one unit that don't overlap, in; a column of percentages that add up to 100, out. One
    missing or negative part, or a total of zero, leaves no composition: all are missing.

    >>> composition_pct(pd.Series([1.0, 3.0])).tolist()
    [25.0, 75.0]
    """
    amounts = known(parts)
    whole = positive(total(amounts)) if (amounts >= 0).all() else np.nan
    return amounts / whole * 100.0


@overload
def total(
    first: Quantity | float | None, second: Quantity | float | None, /, *parts: Quantity | float | None
) -> Quantity: ...
@overload
def total(parts: pd.Series[float], /) -> float: ...
@overload
def total(parts: Interval, /) -> Interval: ...
@overload
def total(parts: float | None, /) -> float: ...
@formula("Σ {parts}")
def total(*parts: Any) -> Any:
    """What do the parts add up to?

    Several parts (numbers, columns or intervals, in one unit, that don't overlap) are added; columns row by
    row. A single column, or a single Interval that holds columns, is added from top to bottom. A total with a
    missing part is missing, and so is a total of nothing.

    >>> round(total(2.4, 2.24, 18.2), 2)
    22.84
    >>> total(pd.Series([2.4, None]))
    nan
    """
    if len(parts) != 1:
        return functools.reduce(operator.add, map(known, parts)) if parts else np.nan
    only = known(parts[0])
    if isinstance(only, pd.Series):
        return np.nan if only.empty else float(only.sum(skipna=False))
    if isinstance(only, Interval) and isinstance(only.lower, pd.Series) and isinstance(only.upper, pd.Series):
        rows = list(map(Interval, only.lower, only.upper))
        return functools.reduce(operator.add, rows) if rows else Interval.point(None)
    return only


@formula("{share} ⋛ {threshold}")
def against_threshold(*, share: Interval | float | None, threshold: float) -> Standing:
    """Is the share above or below the threshold, as far as its bounds tell?

    A number counts as exactly known. An end that touches the threshold counts as excluded: "over 50" is (50,
    100] and above 50, "nearly 50" is [45, 50) and below. A share of exactly the threshold is neither above
    nor below, and of a missing one or one with the threshold inside its bounds nothing can be told. Single
    shares only.

    >>> against_threshold(share=Interval(50, 100), threshold=50)
    'above'
    >>> against_threshold(share=Interval(49.5, 50.5), threshold=50)
    'cannot_be_told'
    """
    lower, upper = (as_interval(share) - threshold).exact_ends
    if lower >= 0 and upper > 0:
        return "above"
    if upper <= 0 and lower < 0:
        return "below"
    return "cannot_be_told"
