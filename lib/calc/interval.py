"""What a figure can stand for: a closed interval, and arithmetic that never loses the true value."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, ClassVar, final

import numpy as np
import pandas as pd

from lib.calc import outward, rational
from lib.calc.columns import Array, Figures, elementwise, number
from lib.calc.rational import End, Ends


@final
@dataclass(frozen=True, slots=True)
class Interval:
    """Between which two values does the figure lie?

    Made of two numbers, or of two columns of them (one interval a row), in the unit of the figure. The ends
    belong to it; they are ±inf where it has none. An interval with a missing end is missing whole (nan, nan).
    A lower end above the upper one is refused with ValueError.

    The operators `+`, `-`, `*` and `/` take an interval, a number or a column on either side, `**` on the
    right. Operands count as independent of each other: `x - x` is not 0.

    A single interval is exact. A number stands for the decimal that it is written as, or is a Fraction;
    calculations are those of `rational`, in which 7.0 − 6.8 is 0.2; `exact_ends` are what they give, `lower`
    and `upper` the doubles nearest to them. Columns are doubles and calculate as `outward` does; beside them
    a single interval has the doubles around its ends.

    >>> (Interval(22.75, 22.85) - Interval(6.765, 6.775)).exact_ends
    (Fraction(639, 40), Fraction(3217, 200))
    """

    lower: Figures
    upper: Figures
    _exact: Ends | None = field(repr=False, hash=False)

    # Without these two, a numpy number or a column on the left would calculate with each field on its own.
    __array_ufunc__: ClassVar[None] = None
    __pandas_priority__: ClassVar[int] = 5000

    def __init__(self, lower: Figures | Fraction | None, upper: Figures | Fraction | None) -> None:
        exact: Ends | None = None
        if isinstance(lower, pd.Series) or isinstance(upper, pd.Series):
            low, high = elementwise(_both_or_neither, _in_column(lower, 0), _in_column(upper, 1))
            is_crossed = bool(np.any(low > high))
        else:
            a = _end(lower)
            b = a if upper is lower else _end(upper)
            exact = rational.MISSING if rational.is_missing(a) or rational.is_missing(b) else (a, b)
            low, high = rational.nearest(*exact)
            is_crossed = a is not b and a > b
        if is_crossed:
            raise ValueError(f"an interval's lower end must not exceed its upper end: [{low}, {high}]")
        object.__setattr__(self, "lower", low)
        object.__setattr__(self, "upper", high)
        object.__setattr__(self, "_exact", exact)

    @classmethod
    def point(cls, x: Figures | Fraction | None) -> Interval:
        """What does a figure stand for that is known exactly? Missing gives a missing interval.

        >>> Interval.point(9)
        Interval(lower=9.0, upper=9.0)
        """
        return cls(x, x)

    @property
    def exact_ends(self) -> Ends:
        """What are the two ends, as rational numbers? ±inf for none, nan if missing; TypeError for a column.

        >>> (Interval(7, 7) - 6.8).exact_ends
        (Fraction(1, 5), Fraction(1, 5))
        """
        if self._exact is None:
            raise TypeError("this Interval holds columns: take the ends of one row at a time")
        return self._exact

    @property
    def ends(self) -> tuple[float, float]:
        """What are the two ends, as the doubles nearest to them? TypeError for a column.

        >>> Interval(1, 2).ends
        (1.0, 2.0)
        """
        if isinstance(self.lower, pd.Series) or isinstance(self.upper, pd.Series):
            raise TypeError("this Interval holds columns: take the ends of one row at a time")
        return self.lower, self.upper

    @property
    def width(self) -> Figures:
        """How far apart are the ends? inf if one is open, nan if missing.

        >>> Interval(1, 3).width
        2.0
        """
        if self._exact is None:
            return self.upper - self.lower
        lower, upper = self._exact
        return float(upper - lower)

    @property
    def is_missing(self) -> bool | pd.Series[bool]:
        """Is nothing known, not even a bound?

        >>> Interval.point(None).is_missing
        True
        """
        return self.lower != self.lower  # only nan differs from itself

    def contains(self, x: Figures) -> bool | pd.Series[bool]:
        """Can the figure be x? Never, if either is missing.

        >>> Interval(1.205, 1.215).contains(1.21)
        True
        """
        if self._exact is None or isinstance(x, pd.Series):
            (value,) = elementwise(lambda array: (array,), x)
            return (self.lower <= value) & (value <= self.upper)
        lower, upper = self._exact
        return lower <= _end(x) <= upper

    def meets(self, other: Interval) -> bool:
        """Can both stand for one value?

        Ends that touch do meet; a missing interval meets nothing. Single intervals only.

        >>> Interval(0.674, 0.680).meets(Interval(0.68, 0.69))
        True
        """
        return self.overlap(other) is not None

    def overlap(self, other: Interval) -> Interval | None:
        """Which values can both stand for? None if there are none. Single intervals only.

        >>> Interval(1, 3).overlap(Interval(2, 4))
        Interval(lower=2.0, upper=3.0)
        """
        (a, b), (c, d) = self.exact_ends, other.exact_ends
        lower, upper = max(a, c), min(b, d)
        is_known = not (rational.is_missing(a) or rational.is_missing(c))
        return Interval(lower, upper) if is_known and lower <= upper else None

    def gap(self, other: Interval) -> float:
        """How far apart are the nearer ends?

        0 if they meet, nan if either is missing. Single intervals only.

        >>> Interval(1, 2).gap(Interval(5, 6))
        3.0
        """
        (a, b), (c, d) = self.exact_ends, other.exact_ends
        is_known = not (rational.is_missing(a) or rational.is_missing(c))
        return float(max(0, c - b, a - d)) if is_known else math.nan

    def __add__(self, other: Interval | Figures | Fraction) -> Interval:
        return self._with(other, rational.add, outward.add)

    def __mul__(self, other: Interval | Figures | Fraction) -> Interval:
        return self._with(other, rational.multiply, outward.multiply)

    def __truediv__(self, other: Interval | Figures | Fraction) -> Interval:
        return self._with(other, rational.divide, outward.divide)

    def __pow__(self, exponent: Interval | Figures | Fraction) -> Interval:
        return self._with(exponent, rational.power, outward.power)

    def __neg__(self) -> Interval:
        if self._exact is None:
            return Interval(-self.upper, -self.lower)
        lower, upper = self._exact
        return Interval(-upper, -lower)

    def __sub__(self, other: Interval | Figures | Fraction) -> Interval:
        return self + -as_interval(other)

    def __radd__(self, other: Figures | Fraction) -> Interval:
        return self + other

    def __rsub__(self, other: Figures | Fraction) -> Interval:
        return -self + other

    def __rmul__(self, other: Figures | Fraction) -> Interval:
        return self * other

    def __rtruediv__(self, other: Figures | Fraction) -> Interval:
        return as_interval(other) / self

    def _with(
        self, other: Interval | Figures | Fraction, exact: Callable[..., Ends], rounded: Callable[..., Any]
    ) -> Interval:
        y = as_interval(other)
        if self._exact is None or y._exact is None:
            return Interval(*elementwise(rounded, *self._doubles(), *y._doubles()))
        if self.is_missing or y.is_missing:
            return Interval(*rational.MISSING)
        return Interval(*exact(*self._exact, *y._exact))

    def _doubles(self) -> tuple[Figures, Figures]:
        if self._exact is None:
            return self.lower, self.upper
        lower, upper = self._exact
        return rational.around(lower)[0], rational.around(upper)[1]


def as_interval(x: Interval | Figures | Fraction | None) -> Interval:
    """Which interval is this? A number or a column stands for points.

    >>> as_interval(9)
    Interval(lower=9.0, upper=9.0)
    """
    return x if isinstance(x, Interval) else Interval.point(x)


def _end(x: object) -> End:
    if isinstance(x, float):
        return rational.end(float(x))
    return x if isinstance(x, Fraction) else rational.end(number(x))


def _in_column(x: Figures | Fraction | None, side: int) -> Figures | None:
    return rational.around(x)[side] if isinstance(x, Fraction) else x


def _both_or_neither(lower: Array, upper: Array) -> tuple[Array, Array]:
    missing = np.isnan(lower) | np.isnan(upper)
    return np.where(missing, np.nan, lower), np.where(missing, np.nan, upper)
