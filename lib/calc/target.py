"""Goals: what they ask for, how far off they are, and when they would be reached."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import cast

import numpy as np
import pandas as pd

from lib.calc.columns import Array, elementwise
from lib.calc.formula import formula
from lib.calc.interval import Interval, as_interval
from lib.calc.quantity import Quantity, known, positive, power, root
from lib.calc.rational import End, end, is_short


@formula("(({end} ÷ {start})^(1 ÷ {years}) − 1) × 100")
def compound_growth_pct(
    *, start: Quantity | float | None, end: Quantity | float | None, years: Quantity | float | None
) -> Quantity:
    """By how many percent a year did the figure grow on average, compounded, over these years?

    `start` and `end` in one unit. Missing if any input is, or if any is zero or negative. Compound annual
    growth rate, the geometric mean of the yearly factors (common definition).

    >>> round(compound_growth_pct(start=100.0, end=161.051, years=5.0), 6)
    10.0
    """
    return (root(positive(end) / positive(start), positive(years)) - 1.0) * 100.0


@formula("(({target} ÷ {start})^(1 ÷ {years}) − 1) × 100")
def required_growth_pct(
    *, start: Quantity | float | None, target: Quantity | float | None, years: Quantity | float | None
) -> Quantity:
    """By how many percent a year must the figure grow, compounded, to be at the target in these years?

    Negative if it is past the target. Missing as in `compound_growth_pct`, whose formula it shares.

    >>> round(required_growth_pct(start=67.53, target=100.0, years=5.0), 2)
    8.17
    """
    return compound_growth_pct(start=start, end=target, years=years)


@formula("{start} × (1 + {growth_pct} ÷ 100)^{years}")
def projected_level(
    *, start: Quantity | float | None, growth_pct: Quantity | float | None, years: Quantity | float | None
) -> Quantity:
    """Where would the figure be after these years, growing by the same percentage each year?

    In the unit of `start`. Missing if any input is, if the start is zero or negative, and for a fall of 100 %
    or more a year. Zero years give the start. A projection, not a forecast: compound interest (common
    definition).

    >>> round(projected_level(start=67.53, growth_pct=10.0, years=5.0), 2)
    108.76
    """
    return positive(start) * power(positive(known(growth_pct) / 100.0 + 1.0), known(years))


@formula("{target} − {current}")
def gap_to_target(*, current: Quantity | float | None, target: Quantity | float | None) -> Quantity:
    """How much is still to go, in the figure's own unit? Negative once past the target. Missing if either is.

    >>> round(gap_to_target(current=67.53, target=100.0), 2)
    32.47
    """
    return known(target) - known(current)


@formula("{outcome} ÷ {target} × 100")
def attainment_pct(*, outcome: Quantity | float | None, target: Quantity | float | None) -> Quantity:
    """What percentage of the target was reached? Over 100: exceeded.

    Missing if either is, or if the target is zero or negative.

    >>> attainment_pct(outcome=30.0, target=40.0)
    75.0
    """
    return known(outcome) / positive(target) * 100.0


@formula("{total} ÷ {per_year}")
def years_needed(*, total: Quantity | float | None, per_year: Quantity | float | None) -> Quantity:
    """How many years does a total take at so many a year?

    Missing if either is, or if the yearly number is zero or negative: it would never end.

    >>> years_needed(total=3000.0, per_year=200.0)
    15.0
    """
    return known(total) / positive(per_year)


@formula("{start_year} + min n: {start} × (1 + {growth_pct} ÷ 100)ⁿ ≥ {target}")
def year_reached(
    *,
    start: Quantity | float | None,
    start_year: Quantity | float | None,
    target: Quantity | float | None,
    growth_pct: Quantity | float | None,
) -> Quantity:
    """In which calendar year is the target first reached, growing by the same percentage each year?

    A whole number of years counted from `start_year`, the year of `start`; `start_year` itself if the target
    is already reached. Missing if any input is, if the start is zero or negative, and if it is below the
    target without growing. Of intervals, from the year of the best case to that of the worst: inf if the
    worst never arrives, missing if the best doesn't.

    >>> year_reached(start=67.53, start_year=2020, target=100.0, growth_pct=10.0)
    2025.0
    """
    if (
        isinstance(start, Interval)
        or isinstance(start_year, Interval)
        or isinstance(target, Interval)
        or isinstance(growth_pct, Interval)
    ):
        return _years_between(*map(as_interval, (start, start_year, target, growth_pct)))
    return cast("Quantity", elementwise(_years, start, start_year, target, growth_pct)[0])


def _years_between(start: Interval, start_year: Interval, target: Interval, growth_pct: Interval) -> Interval:
    level = positive(start)
    each = (level, start_year, target, growth_pct)
    if any(isinstance(given.lower, pd.Series) for given in each):
        (soonest,) = elementwise(_years, level.upper, start_year.lower, target.lower, growth_pct.upper)
        (latest,) = elementwise(_years, level.lower, start_year.upper, target.upper, growth_pct.lower)
    else:
        (low, high), (first, last), (near, far), (slow, fast) = (given.exact_ends for given in each)
        soonest, latest = _year(high, first, near, fast), _year(low, last, far, slow)
    return Interval(*elementwise(_never_if_missing, soonest, latest))


def _years(*columns: Array) -> tuple[Array]:
    return (np.vectorize(lambda *row: _year(*map(end, row)), otypes=[np.float64])(*columns),)


def _year(start: End, start_year: End, target: End, growth_pct: End) -> float:
    is_known = all(given == given for given in (start_year, target, growth_pct))  # nan differs from itself
    if not is_known or not start > 0:
        return math.nan
    if start >= target:
        return float(start_year)
    return float(start_year + _years_to(target / start, growth_pct)) if growth_pct > 0 else math.nan


def _years_to(multiple: End, growth_pct: End) -> float:
    """After how many whole years has a figure multiplied so often? Past `is_short` the logarithm alone tells."""
    if isinstance(growth_pct, float) or isinstance(multiple, float):  # only what has no end is one
        return 1.0 if isinstance(growth_pct, float) else math.inf
    a_year = math.log1p(growth_pct / 100)
    all_years = math.log(multiple.numerator) - math.log(multiple.denominator)
    estimate = all_years / a_year if a_year else math.inf
    factor = 1 + growth_pct / 100
    if math.isinf(estimate) or not is_short(factor, Fraction(math.ceil(estimate))):
        return float(np.ceil(estimate))
    years = max(math.ceil(estimate) - 1, 1)
    while factor**years < multiple:
        years += 1
    return years


def _never_if_missing(best: Array, worst: Array) -> tuple[Array, Array]:
    return best, np.where(np.isnan(worst), np.inf, worst)
