"""What every calculation takes, a number, a column or an Interval, and the guards that they share."""

from __future__ import annotations

from typing import TypeVar, cast

import numpy as np
import pandas as pd

from lib.calc.columns import Array, elementwise
from lib.calc.interval import Interval, as_interval

# A parameter `Quantity | float | None` may be a plain number or missing beside columns or intervals.
Quantity = TypeVar("Quantity", float, "pd.Series[float]", Interval)


def known(x: Quantity | float | None) -> Quantity:
    """Which value is there to calculate with? A missing one, however marked, becomes nan.

    >>> known(None), known(3)
    (nan, 3.0)
    """
    if isinstance(x, Interval):
        return x
    return cast("Quantity", elementwise(lambda array: (array,), x)[0])


def positive(x: Quantity | float | None) -> Quantity:
    """Which value is there, if it is above zero? Zero and below become missing.

    Of an Interval all must be above zero: where one value it can stand for has no answer, no bound is safe.

    >>> positive(-5.0), positive(1.21)
    (nan, 1.21)
    """
    if isinstance(x, Interval):
        if isinstance(x.lower, pd.Series):
            return Interval(*elementwise(_above_zero, x.lower, x.upper))
        return x if x.exact_ends[0] > 0 else Interval.point(None)
    return cast("Quantity", elementwise(_above_zero, x)[0])


def power(base: Quantity | float, exponent: Quantity | float) -> Quantity:
    """What is the base raised to the exponent? Missing unless base > 0 or the exponent is 0, 1, 2…

    >>> power(1.1, 5.0), power(-8.0, 0.5)
    (1.6105100000000006, nan)
    """
    if isinstance(base, Interval) or isinstance(exponent, Interval):
        return as_interval(base) ** exponent
    return cast("Quantity", elementwise(_power, base, exponent)[0])


def root(base: Quantity | float, degree: Quantity | float) -> Quantity:
    """What gives the base when multiplied by itself `degree` times? Missing unless both are above zero.

    >>> round(root(32.0, 5.0), 9)
    2.0
    """
    # One fifth is no double: beside an interval it must be exact too, or the root could slip out.
    one = Interval.point(1.0) if isinstance(base, Interval) else 1.0
    return power(positive(base), one / positive(degree))


def _above_zero(lower: Array, *upper: Array) -> tuple[Array, ...]:
    return tuple(np.where(lower > 0, end, np.nan) for end in (lower, *upper))


def _power(base: Array, exponent: Array) -> tuple[Array]:
    possible = (base > 0) | ((exponent >= 0) & (exponent == np.floor(exponent)))
    missing = np.isnan(base) | np.isnan(exponent)
    return (np.where(possible & ~missing, np.power(base, exponent), np.nan),)
