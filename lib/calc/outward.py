"""Arithmetic on the ends of intervals, rounded outward.

A double can't hold 0.1 or 1 ÷ 3, so each lower end steps down and each upper end steps up to the next double,
and the exact result stays inside. Only a zero that is exactly zero doesn't move: an amount that starts at
nothing must not become a negative one. Rules after IEEE 1788-2015 (interval arithmetic), for closed intervals
that may be unbounded. Arguments are arrays: the ends of the first operand, then those of the second; nan is
missing. Called through `elementwise`, which keeps numpy's warnings off.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np

from lib.calc.columns import Array

Ends: TypeAlias = tuple[Array, Array]

# The C library's pow errs by less than one unit in the last place, a vectorised one by up to four.
_POWER_SLACK = 8 * np.finfo(np.float64).eps


def add(a: Array, b: Array, c: Array, d: Array) -> Ends:
    """What can the sum of something in [a, b] and something in [c, d] be?

    >>> from lib.calc.columns import elementwise
    >>> elementwise(add, 0.0, 1.0, 0.0, np.inf)
    (0.0, inf)
    """
    lower, upper = a + c, b + d  # a sum of two doubles that shows as zero is exactly zero
    return _widened(lower, upper, lower_exact=lower == 0, upper_exact=upper == 0)


def multiply(a: Array, b: Array, c: Array, d: Array) -> Ends:
    """What can the product be? Zero times an unbounded end is zero.

    >>> from lib.calc.columns import elementwise
    >>> elementwise(multiply, 0.0, 0.0, 1.0, np.inf)
    (0.0, 0.0)
    """
    corners = []
    for x in (a, b):
        for y in (c, d):
            zero = (x == 0) | (y == 0)
            product = np.where(zero, 0.0, x * y)
            corners.append(_widened(product, product, lower_exact=zero, upper_exact=zero))
    return _unless_missing(_hull(corners), a, c)


def divide(a: Array, b: Array, c: Array, d: Array) -> Ends:
    """What can the quotient be?

    A divisor with zero inside it, or nothing but zero, gives missing. One that only ends at zero gives an
    interval without an end on that side.

    >>> from lib.calc.columns import elementwise
    >>> elementwise(divide, 1.0, 2.0, 0.0, np.inf)
    (0.0, inf)
    """
    corners = []
    # Zero at an end is approached from inside the divisor, so it carries the sign of the other end.
    for x in (a, b):
        for y in (np.where(c == 0, 0.0, c), np.where(d == 0, -0.0, d)):
            zero = (x == 0) | np.isinf(y)
            quotient = np.where(zero, 0.0, x / y)
            corners.append(_widened(quotient, quotient, lower_exact=zero, upper_exact=zero))
    possible = (c > 0) | (d < 0) | ((c == 0) != (d == 0))
    lower, upper = _unless_missing(_hull(corners), a, c)
    return np.where(possible, lower, np.nan), np.where(possible, upper, np.nan)


def power(a: Array, b: Array, p: Array, q: Array) -> Ends:
    """What can something in [a, b], raised to an exponent in [p, q], be?

    The base must be above zero, or the exponent one non-negative whole number; anything else is missing.

    >>> from lib.calc.columns import elementwise
    >>> elementwise(power, -2.0, 1.0, 2.0, 2.0)[0]
    0.0
    """
    whole = (p == q) & (p >= 0) & (p == np.floor(p))
    corners = []
    for x in (a, b):
        for y in (p, q):
            result = np.power(x, y)
            sign = np.sign(result)
            exact = (x == 0) | (y == 0)
            corners.append(
                _widened(
                    np.where(exact, result, result * (1 - sign * _POWER_SLACK)),
                    np.where(exact, result, result * (1 + sign * _POWER_SLACK)),
                    lower_exact=exact,
                    upper_exact=exact,
                )
            )
    lower, upper = _unless_missing(_hull(corners), a, p)
    even = whole & (p % 2 == 0)
    lower = np.where(even & (p > 0) & (a <= 0) & (b >= 0), 0.0, lower)
    lower = np.where(even | (a >= 0), np.maximum(lower, 0.0), lower)
    possible = (a > 0) | whole
    return np.where(possible, lower, np.nan), np.where(possible, upper, np.nan)


def _widened(lower: Array, upper: Array, *, lower_exact: Array, upper_exact: Array) -> Ends:
    return (
        np.where(lower_exact, lower, np.nextafter(lower, -np.inf)),
        np.where(upper_exact, upper, np.nextafter(upper, np.inf)),
    )


def _hull(corners: list[Ends]) -> Ends:
    return (
        np.minimum.reduce([lower for lower, _ in corners]),
        np.maximum.reduce([upper for _, upper in corners]),
    )


def _unless_missing(ends: Ends, first: Array, second: Array) -> Ends:
    missing = np.isnan(first) | np.isnan(second)
    return np.where(missing, np.nan, ends[0]), np.where(missing, np.nan, ends[1])
