"""What a figure can stand for: a closed interval, and arithmetic that never loses the true value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, final

import numpy as np
import pandas as pd

from lib.calc import outward
from lib.calc.columns import Array, Figures, elementwise


@final
@dataclass(frozen=True, slots=True)
class Interval:
    """Between which two values does the figure lie?

    `lower` and `upper` are numbers, or columns of them (one interval a row), in the unit of the figure. The
    ends belong to it; they are ±inf where it has none. An interval with a missing end is missing whole (nan,
    nan). A lower end above the upper one is refused with ValueError.

    The operators `+`, `-`, `*` and `/` take an interval, a number or a column on either side, `**` on the
    right. They round outward (see `outward`), so the exact result of exact inputs is always inside. Operands
    count as independent of each other: `x - x` is not 0.

    >>> (Interval(22.75, 22.85) - Interval(6.765, 6.775)).contains(16.03)
    True
    """

    lower: Figures
    upper: Figures

    # Without these two, a numpy number or a column on the left would calculate with each field on its own.
    __array_ufunc__: ClassVar[None] = None
    __pandas_priority__: ClassVar[int] = 5000

    def __post_init__(self) -> None:
        lower, upper = elementwise(_both_or_neither, self.lower, self.upper)
        if np.any(lower > upper):
            raise ValueError(f"an interval's lower end must not exceed its upper end: [{lower}, {upper}]")
        object.__setattr__(self, "lower", lower)
        object.__setattr__(self, "upper", upper)

    @classmethod
    def point(cls, x: Figures | None) -> Interval:
        """What does a figure stand for that is known exactly? Missing gives a missing interval.

        >>> Interval.point(9)
        Interval(lower=9.0, upper=9.0)
        """
        (value,) = elementwise(lambda array: (array,), x)
        return cls(value, value)

    @property
    def ends(self) -> tuple[float, float]:
        """What are the two ends, as plain numbers? Only for a single interval; TypeError for a column.

        >>> Interval(1, 2).ends
        (1.0, 2.0)
        """
        lower, upper = self.lower, self.upper
        if isinstance(lower, pd.Series) or isinstance(upper, pd.Series):
            raise TypeError("this Interval holds columns: take the ends of one row at a time")
        return lower, upper

    @property
    def width(self) -> Figures:
        """How far apart are the ends? inf if one is open, nan if missing.

        >>> Interval(1, 3).width
        2.0
        """
        return self.upper - self.lower

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
        (value,) = elementwise(lambda array: (array,), x)
        return (self.lower <= value) & (value <= self.upper)

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
        (a, b), (c, d) = self.ends, other.ends
        lower, upper = np.maximum(a, c), np.minimum(b, d)  # nan if either is missing
        return Interval(lower, upper) if lower <= upper else None

    def gap(self, other: Interval) -> float:
        """How far apart are the nearer ends?

        0 if they meet, nan if either is missing. Single intervals only.

        >>> Interval(1, 2).gap(Interval(5, 6))
        3.0
        """
        (a, b), (c, d) = self.ends, other.ends
        return float(np.maximum(0.0, np.maximum(c - b, a - d)))

    def __add__(self, other: Interval | Figures) -> Interval:
        y = as_interval(other)
        return Interval(*elementwise(outward.add, self.lower, self.upper, y.lower, y.upper))

    def __mul__(self, other: Interval | Figures) -> Interval:
        y = as_interval(other)
        return Interval(*elementwise(outward.multiply, self.lower, self.upper, y.lower, y.upper))

    def __truediv__(self, other: Interval | Figures) -> Interval:
        y = as_interval(other)
        return Interval(*elementwise(outward.divide, self.lower, self.upper, y.lower, y.upper))

    def __pow__(self, exponent: Interval | Figures) -> Interval:
        y = as_interval(exponent)
        return Interval(*elementwise(outward.power, self.lower, self.upper, y.lower, y.upper))

    def __neg__(self) -> Interval:
        return Interval(-self.upper, -self.lower)

    def __sub__(self, other: Interval | Figures) -> Interval:
        return self + -as_interval(other)

    def __radd__(self, other: Figures) -> Interval:
        return self + other

    def __rsub__(self, other: Figures) -> Interval:
        return -self + other

    def __rmul__(self, other: Figures) -> Interval:
        return self * other

    def __rtruediv__(self, other: Figures) -> Interval:
        return as_interval(other) / self


def as_interval(x: Interval | Figures | None) -> Interval:
    """Which interval is this? A number or a column stands for points.

    >>> as_interval(9)
    Interval(lower=9.0, upper=9.0)
    """
    return x if isinstance(x, Interval) else Interval.point(x)


def _both_or_neither(lower: Array, upper: Array) -> tuple[Array, Array]:
    missing = np.isnan(lower) | np.isnan(upper)
    return np.where(missing, np.nan, lower), np.where(missing, np.nan, upper)
