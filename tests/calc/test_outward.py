"""The corners of interval arithmetic on columns of doubles, each worked out by hand; those of one interval are exact
and stand in test_rational."""

import math
from fractions import Fraction

import pandas as pd
import pytest

from lib.calc import outward
from lib.calc.columns import elementwise
from lib.calc.interval import Interval

INF = math.inf


def column(lower, upper=None):
    """One row: an interval, or a point."""
    return Interval(pd.Series([float(lower)]), pd.Series([float(lower if upper is None else upper)]))


def row(interval):
    """What does the one row of a column hold?"""
    return interval.lower[0], interval.upper[0]


def assert_close(result, expected):
    (lower, upper), (least, most) = row(result), row(expected)
    assert lower <= least
    assert upper >= most
    assert (lower, upper) == pytest.approx((least, most), rel=1e-14, abs=0)


def test_a_sum_that_is_exact_zero_stays_zero():
    assert row(column(5) - 5) == (0, 0)


def test_a_sum_that_a_double_cannot_hold_is_widened():
    # 0.1 + 0.2 in binary is neither 0.3 nor the double that Python shows for it.
    lower, upper = row(column(0.1) + 0.2)

    assert lower < 0.1 + 0.2 < upper
    assert Fraction(lower) < Fraction(3, 10) < Fraction(upper)


def test_an_amount_that_starts_at_nothing_never_becomes_negative():
    amount = column(0, 5)

    for result in (amount * 3, amount / 3, amount + 0, amount**2):
        assert row(result)[0] == 0


def test_an_amount_that_ends_at_nothing_never_becomes_positive():
    amount = column(-5, 0)

    for result in (amount * 3, amount / 3, amount + 0, amount**3):
        assert row(result)[1] == 0


@pytest.mark.parametrize(
    ("x", "y", "product"),
    [
        (column(0, 5), column(2, INF), column(0, INF)),
        (column(0, 0), column(-INF, INF), column(0, 0)),
        (column(-1, 2), column(3, INF), column(-INF, INF)),
        (column(2, INF), column(-INF, -3), column(-INF, -6)),
    ],
)
def test_zero_times_an_open_end_is_zero(x, y, product):
    assert_close(x * y, product)


@pytest.mark.parametrize(
    ("x", "y", "quotient"),
    [
        (column(1, 2), column(0, 4), column(0.25, INF)),
        (column(1, 2), column(-0.0, 4), column(0.25, INF)),
        (column(1, 2), column(-4, 0), column(-INF, -0.25)),
        (column(-2, -1), column(0, 4), column(-INF, -0.25)),
        (column(-2, -1), column(-4, 0), column(0.25, INF)),
        (column(-1, 2), column(0, 4), column(-INF, INF)),
        (column(0, 2), column(0, 4), column(0, INF)),
        (column(1, 2), column(4, INF), column(0, 0.5)),
        (column(1, INF), column(2, INF), column(0, INF)),
    ],
)
def test_a_divisor_that_only_ends_at_zero_or_has_no_end_leaves_a_side_open(x, y, quotient):
    assert_close(x / y, quotient)


@pytest.mark.parametrize("divisor", [column(0, 0), column(-1, 1), column(-INF, INF), 0])
def test_a_divisor_with_zero_inside_gives_missing(divisor):
    assert (column(1, 2) / divisor).is_missing.all()


@pytest.mark.parametrize(
    ("base", "exponent"), [(column(-1, 2), 0.5), (column(0, 2), -1), (column(-3, -2), column(1, 2))]
)
def test_a_power_without_a_real_value_everywhere_is_missing(base, exponent):
    assert (base**exponent).is_missing.all()


@pytest.mark.parametrize(
    ("base", "exponent", "power"),
    [
        (column(-2, 1), 2, column(0, 4)),
        (column(-2, 0.5), 2, column(0, 4)),
        (column(0.5, 2), 2, column(0.25, 4)),
        (column(-3, -2), 2, column(4, 9)),
        (column(-2, 3), 3, column(-8, 27)),
        (column(-2, 3), 0, column(1, 1)),
        (column(4, INF), 0.5, column(2, INF)),
        (column(4, INF), -0.5, column(0, 0.5)),
        (column(2, 3), column(-1, 2), column(1 / 3, 9)),
    ],
)
def test_power_by_hand(base, exponent, power):
    assert_close(base**exponent, power)


@pytest.mark.parametrize("operation", [outward.add, outward.multiply, outward.divide, outward.power])
def test_missing_is_missing_at_both_ends(operation):
    # Also beside a zero, which makes nothing of any other factor, and as or to the power of zero.
    for known in (0.0, 1.0, INF):
        for ends in [(known, known, math.nan, math.nan), (math.nan, math.nan, known, known)]:
            assert all(map(math.isnan, elementwise(operation, *ends)))


def test_anything_known_to_the_power_of_zero_is_exactly_one():
    assert row(column(2, 3) ** 0) == row(column(-2, 3) ** 0) == (1, 1)


def test_a_power_is_widened_by_eight_units_of_its_precision_and_a_step():
    # 2 × 8 × 2⁻⁵² = 2⁻⁴⁸. A step below 2 is 2⁻⁵² long, a step above it 2⁻⁵¹.
    assert row(column(4) ** 0.5) == (2 - 2**-48 - 2**-52, 2 + 2**-48 + 2**-51)


@pytest.mark.parametrize("result", [column(1e308) * 10, column(10.0) ** 400])
def test_a_result_too_large_for_a_double_keeps_a_finite_lower_end(result):
    lower, upper = row(result)
    assert 1e308 < lower < INF
    assert upper == INF


@pytest.mark.parametrize("result", [column(1e-200) * 1e-200, column(1e-200) / 1e200])
def test_a_result_too_small_for_a_double_is_still_contained(result):
    lower, upper = row(result)
    assert lower <= 0
    assert 0 < upper < 1e-300


@pytest.mark.parametrize("base", [column(0.1), column(0, 0.1)])
@pytest.mark.parametrize("exponent", [400, 401])
def test_a_power_too_small_for_a_double_is_not_negative(base, exponent):
    lower, upper = row(base**exponent)

    assert lower == 0
    assert 0 < upper < 1e-300
