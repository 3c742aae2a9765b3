"""How many digits of a derived figure mean anything."""

from __future__ import annotations

import math

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
    lower, upper = bounds.ends
    half = (upper - lower) / 2
    if not math.isfinite(half):
        return min(1, most)
    # 7.0 − 6.8 is a little over 0.2 in binary; a billionth of a digit decides nothing.
    digits = most if half == 0 else min(max(math.floor(1e-9 - math.log10(half)), 0), most)
    while digits < max(most, 1) and not lower <= round(value, digits) <= upper:
        digits += 1
    return digits
