"""One answer whatever the shape, a number, a column or an interval of one point; and bounds that hold.

The exact answer is worked out in 60 digits from each formula as a textbook writes it.
"""

import math
from fractions import Fraction

import mpmath
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.calc.accounts import (
    balance_of_sides,
    deficit_of_sides,
    multiple,
    rate_behind_gap,
    rate_between,
    rest_of_whole,
    running_sum,
    sum_of_sides,
    sum_of_types,
)
from lib.calc.cumulative import remainder
from lib.calc.currency import cny_from_usd, usd_from_cny
from lib.calc.growth import absolute_change, growth_gap_points, growth_pct, implied_base
from lib.calc.interval import Interval
from lib.calc.lead import lead
from lib.calc.quantity import known, positive, power, root
from lib.calc.ratio import value_per_unit
from lib.calc.share import share_pct
from lib.calc.target import (
    compound_growth_pct,
    gap_to_target,
    projected_level,
    required_growth_pct,
    years_needed,
)
from tests.calc.strategies import inside, steps

amounts = st.floats(min_value=0.01, max_value=1e6)
rates = st.floats(min_value=-50, max_value=200)
periods = st.integers(min_value=1, max_value=10).map(float)

CALCULATIONS = [
    (growth_pct, {"current": amounts, "base": amounts}, lambda current, base: (current - base) / base * 100),
    (absolute_change, {"current": amounts, "base": amounts}, lambda current, base: current - base),
    (
        implied_base,
        {"current": amounts, "growth_pct": rates},
        lambda current, growth_pct: 100 * current / (100 + growth_pct),
    ),
    (
        growth_gap_points,
        {"own_pct": rates, "other_pct": rates},
        lambda own_pct, other_pct: own_pct - other_pct,
    ),
    (remainder, {"longer": amounts, "shorter": amounts}, lambda longer, shorter: longer - shorter),
    (share_pct, {"part": amounts, "whole": amounts}, lambda part, whole: 100 * part / whole),
    (value_per_unit, {"amount": amounts, "count": amounts}, lambda amount, count: amount / count),
    (
        cny_from_usd,
        {"amount_usd": amounts, "cny_per_usd": amounts},
        lambda amount_usd, cny_per_usd: amount_usd * cny_per_usd,
    ),
    (
        usd_from_cny,
        {"amount_cny": amounts, "cny_per_usd": amounts},
        lambda amount_cny, cny_per_usd: amount_cny / cny_per_usd,
    ),
    (gap_to_target, {"current": amounts, "target": amounts}, lambda current, target: target - current),
    (years_needed, {"total": amounts, "per_year": amounts}, lambda total, per_year: total / per_year),
    (sum_of_sides, {"exports": amounts, "imports": amounts}, lambda exports, imports: exports + imports),
    (
        sum_of_types,
        {"kpo": amounts, "ito": amounts, "bpo": amounts},
        lambda kpo, ito, bpo: mpmath.fsum([kpo, ito, bpo]),
    ),
    (balance_of_sides, {"exports": amounts, "imports": amounts}, lambda exports, imports: exports - imports),
    (deficit_of_sides, {"imports": amounts, "exports": amounts}, lambda imports, exports: imports - exports),
    (running_sum, {"running": amounts, "following": amounts}, lambda running, following: running + following),
    (multiple, {"end": amounts, "start": amounts}, lambda end, start: end / start),
    (
        rate_behind_gap,
        {"own_pct": rates, "gap_points": rates},
        lambda own_pct, gap_points: own_pct - gap_points,
    ),
    (
        rate_between,
        {"amount_cny": amounts, "amount_usd": amounts},
        lambda amount_cny, amount_usd: amount_cny / amount_usd,
    ),
    (rest_of_whole, {"whole": amounts, "part": amounts}, lambda whole, part: whole - part),
    (lead, {"own": amounts, "other": amounts}, lambda own, other: own - other),
    (
        compound_growth_pct,
        {"start": amounts, "end": amounts, "years": periods},
        lambda start, end, years: 100 * (mpmath.exp(mpmath.log(end / start) / years) - 1),
    ),
    (
        required_growth_pct,
        {"start": amounts, "target": amounts, "years": periods},
        lambda start, target, years: 100 * (mpmath.exp(mpmath.log(target / start) / years) - 1),
    ),
    (
        projected_level,
        {"start": amounts, "growth_pct": rates, "years": periods},
        lambda start, growth_pct, years: start * ((100 + growth_pct) / 100) ** years,
    ),
]


ROOTED = (compound_growth_pct, required_growth_pct)


def as_textbook(textbook, inputs):
    """What does the textbook give, in 60 digits?"""
    with mpmath.workdps(60):
        return textbook(**{name: mpmath.mpf(x.numerator) / x.denominator for name, x in inputs.items()})


def holds(bounds, exact):
    """Is it inside, but for the textbook's own last digits?"""
    with mpmath.workdps(60):
        lower, upper = (mpmath.mpf(end.numerator) / end.denominator for end in bounds.exact_ends)
        slack = (abs(exact) + 100) * mpmath.mpf("1e-50")
        return lower - slack <= exact <= upper + slack


def close_to(number):
    """Of a power, numpy's code for one number and for many differ in the last digit."""
    return pytest.approx([number], rel=1e-12, abs=1e-12)


each_calculation = pytest.mark.parametrize(
    ("calculation", "inputs", "textbook"),
    CALCULATIONS,
    ids=[function.__name__ for function, *_ in CALCULATIONS],
)

each_set_of_inputs = pytest.mark.parametrize(
    ("calculation", "inputs"),
    [(function, inputs) for function, inputs, _ in CALCULATIONS],
    ids=[function.__name__ for function, *_ in CALCULATIONS],
)


@each_calculation
@given(data=st.data())
def test_number_column_and_point_agree(calculation, inputs, textbook, data):
    drawn = {name: data.draw(strategy, label=name) for name, strategy in inputs.items()}

    number = calculation(**drawn)
    column = calculation(**{name: pd.Series([value]) for name, value in drawn.items()})
    point = calculation(**{name: Interval.point(value) for name, value in drawn.items()})

    # A number stands for the decimal that it is written as.
    exact = as_textbook(textbook, {name: Fraction(repr(value)) for name, value in drawn.items()})
    assert abs(number - exact) <= 1e-9 * (1 + abs(exact))
    assert holds(point, exact)
    assert column.tolist() == close_to(number)
    lower, upper = point.exact_ends
    assert lower == upper or calculation in ROOTED
    assert upper - lower <= abs(upper) / 2**60


@each_calculation
@given(data=st.data())
def test_bounds_contain_the_answer_for_any_points_inside(calculation, inputs, textbook, data):
    drawn = {
        name: Interval(*sorted((data.draw(strategy, label=name), data.draw(strategy, label=name))))
        for name, strategy in inputs.items()
    }
    points = {name: inside(interval, data.draw(steps, label=name)) for name, interval in drawn.items()}

    bounds = calculation(**drawn)

    assert holds(bounds, as_textbook(textbook, points))


@each_set_of_inputs
def test_one_missing_input_makes_the_answer_missing(calculation, inputs):
    for gap in inputs:
        filled = {name: None if name == gap else 5.0 for name in inputs}

        assert math.isnan(calculation(**filled))
        assert calculation(**{name: Interval.point(value) for name, value in filled.items()}).is_missing
        columns = {name: pd.Series([value, 5.0], dtype=float) for name, value in filled.items()}
        assert calculation(**columns).isna().tolist() == [True, False]


@each_set_of_inputs
def test_a_plain_number_may_stand_beside_intervals_and_columns(calculation, inputs):
    for lone in inputs:
        beside_points = {name: 5.0 if name == lone else Interval.point(5.0) for name in inputs}
        beside_columns = {name: 5.0 if name == lone else pd.Series([5.0]) for name in inputs}

        assert calculation(**beside_points) == calculation(**dict.fromkeys(inputs, Interval.point(5.0)))
        assert calculation(**beside_columns).tolist() == close_to(calculation(**dict.fromkeys(inputs, 5.0)))


def test_known_turns_every_shape_into_floats():
    assert known(pd.Series([1, 2])).dtype == float
    assert math.isnan(known(None))
    assert known(Interval(1, 2)) == Interval(1, 2)


def test_positive_drops_zero_and_below_row_by_row():
    assert positive(pd.Series([1.0, 0.0, -1.0])).isna().tolist() == [False, True, True]
    bounds = positive(Interval(pd.Series([1.0, 0.0]), pd.Series([2.0, 3.0])))
    assert bounds.is_missing.tolist() == [False, True]
    assert (bounds.lower[0], bounds.upper[0]) == (1, 2)


@pytest.mark.parametrize(
    ("base", "exponent", "expected"),
    [(2.0, 10.0, 1024.0), (-2.0, 3.0, -8.0), (0.0, 0.0, 1.0), (4.0, -0.5, 0.5)],
)
def test_power_by_hand(base, exponent, expected):
    assert power(base, exponent) == expected


@pytest.mark.parametrize(("base", "exponent"), [(-8.0, 0.5), (0.0, -1.0), (math.nan, 0.0), (2.0, math.nan)])
def test_a_power_without_a_value_is_missing(base, exponent):
    assert math.isnan(power(base, exponent))


def test_the_root_of_an_interval_holds_the_exact_root():
    # 3⁵ = 243, though a fifth is no double; 10³⁰⁰ is the cube of 10¹⁰⁰.
    assert root(Interval.point(243.0), 5.0) == Interval.point(3.0)
    assert root(Interval.point(1e300), 3.0).exact_ends == (10**100, 10**100)
    assert root(Interval(2, 8), 3.0).contains(2)


def test_the_root_of_a_column_of_intervals_holds_the_exact_root():
    # Of a large number, a third as a double misses the root.
    large = root(Interval(pd.Series([1e300]), pd.Series([1e300])), 3.0)

    assert Fraction(large.lower[0]) <= 10**100 <= Fraction(large.upper[0])
