"""How many digits of a derived figure mean anything."""

from __future__ import annotations

import math
from fractions import Fraction

from lib.calc.interval import Interval

MOST = 4


def shown_decimals(value: float, bounds: Interval, *, most: int = MOST) -> int:
    """With how many decimals is a derived value shown?

    The most, up to `most`, for which half the width of its bounds is no more than one unit of the last
    decimal; further ones, up to `most` or one, where the rounded value would fall outside the bounds. A value
    without two bounds is shown with one.

    >>> shown_decimals(0.677, Interval(0.674, 0.680))
    2
    >>> shown_decimals(6.9, Interval(6.8, 7.0)), shown_decimals(38.3, Interval(38.1, 38.5))
    (1, 1)
    """
    lower, upper = bounds.exact_ends
    if not math.isfinite(upper - lower):
        return min(1, most)
    half, digits = (upper - lower) / 2, most
    while digits > 0 and half > Fraction(1, 10**digits):
        digits -= 1
    while digits < max(most, 1) and not bounds.contains(round(value, digits)):
        digits += 1
    return digits
