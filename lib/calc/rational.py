"""Exact arithmetic on the ends of intervals.

An end is a rational number, or ±inf where there is none; nan is missing. Sums, products, quotients and whole
powers lose nothing. Roots, and powers of more than `MOST_BITS` bits, are rounded outward, so that the true value
stays inside. Rules after IEEE 1788-2015 (interval arithmetic), for closed intervals that may be unbounded.
Arguments are the ends of the first operand, then those of the second, neither of them missing.
"""

from __future__ import annotations

import math
import sys
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias, cast

from lib.calc import outward
from lib.calc.columns import elementwise

End: TypeAlias = "Fraction | float"
Ends: TypeAlias = tuple[End, End]

MOST_BITS, MOST_DEGREE = 100_000, 100
"""Up to where are powers and roots worked out in whole numbers? Past it in doubles."""

MISSING: Ends = (math.nan, math.nan)
_ROOT_BITS = 80  # a double has 53


def end(x: float) -> End:
    """Which end does a double stand for? The decimal that it is written as; ±inf and nan stay doubles.

    >>> end(6.8)
    Fraction(34, 5)
    """
    return _decimal(x) if math.isfinite(x) else x


def is_missing(x: End) -> bool:
    """Is this no end, not even an infinite one?"""
    return isinstance(x, float) and math.isnan(x)


def around(x: End) -> tuple[float, float]:
    """Which are the nearest doubles that have x between them? Twice the same where x is a double.

    >>> around(Fraction(1, 4)), around(Fraction(1, 10))
    ((0.25, 0.25), (0.09999999999999999, 0.1))
    """
    if isinstance(x, float):
        return x, x
    try:
        near = float(x)
    except OverflowError:
        return (sys.float_info.max, math.inf) if x > 0 else (-math.inf, -sys.float_info.max)
    held = Fraction(near)
    lower = near if held <= x else math.nextafter(near, -math.inf)
    upper = near if held >= x else math.nextafter(near, math.inf)
    return lower, upper


def nearest(lower: End, upper: End) -> tuple[float, float]:
    """Which doubles are nearest to two ends? Those outside of them only past the range of doubles.

    >>> nearest(Fraction(1, 5), Fraction(10) ** 400)
    (0.2, inf)
    """
    return _nearest(lower, 0), _nearest(upper, 1)


def add(a: End, b: End, c: End, d: End) -> Ends:
    """What can the sum of something in [a, b] and something in [c, d] be?

    >>> add(Fraction(1, 10), math.inf, Fraction(1, 5), Fraction(1, 5))
    (Fraction(3, 10), inf)
    """
    return _sum(a, c), _sum(b, d)


def multiply(a: End, b: End, c: End, d: End) -> Ends:
    """What can the product be? Zero times an unbounded end is zero.

    >>> multiply(Fraction(0), Fraction(1, 3), Fraction(3), math.inf)
    (Fraction(0, 1), inf)
    """
    corners = [_product(x, y) for x in ((a,) if a is b else (a, b)) for y in ((c,) if c is d else (c, d))]
    return min(corners), max(corners)


def divide(a: End, b: End, c: End, d: End) -> Ends:
    """What can the quotient be?

    A divisor with zero inside it, or nothing but zero, gives missing. One that only ends at zero gives an
    interval without an end on that side.

    >>> divide(Fraction(1), Fraction(2), Fraction(0), Fraction(3))
    (Fraction(1, 3), inf)
    """
    if c <= 0 <= d and (c == d or c < 0 < d):
        return MISSING
    # Zero at an end is approached from inside the divisor.
    return multiply(a, b, _inverse(d, at_zero=-math.inf), _inverse(c, at_zero=math.inf))


def power(a: End, b: End, p: End, q: End) -> Ends:
    """What can something in [a, b], raised to an exponent in [p, q], be?

    The base must be above zero, or the exponent one non-negative whole number; anything else is missing.

    >>> power(Fraction(-2), Fraction(1), Fraction(2), Fraction(2))
    (Fraction(0, 1), Fraction(4, 1))
    >>> power(Fraction(243), Fraction(243), Fraction(1, 5), Fraction(1, 5))
    (Fraction(3, 1), Fraction(3, 1))
    """
    is_whole = p == q and p >= 0 and isinstance(p, Fraction) and p.denominator == 1
    if not (a > 0 or is_whole):
        return MISSING
    corners = [_raised(x, y) for x in (a, b) for y in (p, q)]
    lower, upper = min(low for low, _ in corners), max(high for _, high in corners)
    turns_at_zero = is_whole and p > 0 and p % 2 == 0 and a < 0 < b
    return Fraction(0) if turns_at_zero else lower, upper


def is_short(x: Fraction, y: Fraction) -> bool:
    """Is a power worked out in whole numbers, and not in doubles?

    >>> is_short(Fraction(11, 10), Fraction(5)), is_short(Fraction(11, 10), Fraction(10**6))
    (True, False)
    """
    bits = max(x.numerator.bit_length(), x.denominator.bit_length())
    return bits * abs(y.numerator) <= MOST_BITS and y.denominator <= MOST_DEGREE


@lru_cache(maxsize=8192)
def _decimal(x: float) -> Fraction:
    return Fraction(Decimal(repr(x)))


def _nearest(x: End, side: int) -> float:
    try:
        near = float(x)
    except OverflowError:
        return around(x)[side]
    return near if near or not x else around(x)[side]


def _sum(x: End, y: End) -> End:
    if isinstance(x, float) or isinstance(y, float):
        return sum(one for one in (x, y) if isinstance(one, float))
    return x + y


def _product(x: End, y: End) -> End:
    if not (isinstance(x, float) or isinstance(y, float)):
        return x * y
    if x == 0 or y == 0:
        return Fraction(0)
    return math.inf if (x > 0) == (y > 0) else -math.inf


def _inverse(x: End, *, at_zero: float) -> End:
    if x == 0:
        return at_zero
    return Fraction(0) if isinstance(x, float) else 1 / x


def _raised(x: End, y: End) -> Ends:
    """Between which ends lies a number raised to another one, where that has a value?"""
    if not (isinstance(x, float) or isinstance(y, float)) and is_short(x, y):
        return _root(x**y.numerator, y.denominator)
    lower, upper = cast("tuple[float, float]", elementwise(outward.power, *around(x), *around(y)))
    return _as_it_is(lower), _as_it_is(upper)


def _root(x: Fraction, degree: int) -> Ends:
    """Between which ends lies the root of something not below zero? Twice the same where it is rational."""
    above, below = (_whole_root(whole, degree) for whole in (x.numerator, x.denominator))
    if above**degree == x.numerator and below**degree == x.denominator:
        return (Fraction(above, below),) * 2
    size = (x.numerator.bit_length() - x.denominator.bit_length()) // degree
    unit = Fraction(2) ** (size - _ROOT_BITS)
    units = _whole_root(math.floor(x / unit**degree), degree)
    return units * unit, (units + 1) * unit


def _whole_root(x: int, degree: int) -> int:
    """Which is the largest whole number whose power is no more than x? By Newton's method, from above."""
    root = 1 << -(-x.bit_length() // degree)
    while (better := ((degree - 1) * root + x // root ** (degree - 1)) // degree) < root:
        root = better
    return root


def _as_it_is(x: float) -> End:
    """Of a double that was worked out, not what it is written as but exactly what it is."""
    return Fraction(x) if math.isfinite(x) else x
