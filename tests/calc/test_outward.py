"""The corners of interval arithmetic, each worked out by hand; its middle is in test_interval."""

import math

import pytest

from lib.calc import outward
from lib.calc.columns import elementwise
from lib.calc.interval import Interval

INF = math.inf


def assert_close(result, expected):
    assert result.lower <= expected.lower
    assert result.upper >= expected.upper
    assert result.ends == pytest.approx(expected.ends, rel=1e-14, abs=0)


def test_a_sum_that_is_exact_zero_stays_zero():
    assert Interval.point(5) - 5 == Interval.point(0)


def test_a_sum_that_a_double_cannot_hold_is_widened():
    # 0.1 + 0.2 in binary is neither 0.3 nor the double that Python shows for it.
    result = Interval.point(0.1) + 0.2

    assert result.lower < 0.1 + 0.2 < result.upper


def test_an_amount_that_starts_at_nothing_never_becomes_negative():
    amount = Interval(0, 5)

    for result in (amount * 3, amount / 3, amount + 0, amount**2):
        assert result.lower == 0


@pytest.mark.parametrize(
    ("x", "y", "product"),
    [
        (Interval(0, 5), Interval(2, INF), Interval(0, INF)),
        (Interval(0, 0), Interval(-INF, INF), Interval(0, 0)),
        (Interval(-1, 2), Interval(3, INF), Interval(-INF, INF)),
        (Interval(2, INF), Interval(-INF, -3), Interval(-INF, -6)),
    ],
)
def test_zero_times_an_open_end_is_zero(x, y, product):
    assert_close(x * y, product)


@pytest.mark.parametrize(
    ("x", "y", "quotient"),
    [
        (Interval(1, 2), Interval(0, 4), Interval(0.25, INF)),
        (Interval(1, 2), Interval(-0.0, 4), Interval(0.25, INF)),
        (Interval(1, 2), Interval(-4, 0), Interval(-INF, -0.25)),
        (Interval(-2, -1), Interval(0, 4), Interval(-INF, -0.25)),
        (Interval(-2, -1), Interval(-4, 0), Interval(0.25, INF)),
        (Interval(-1, 2), Interval(0, 4), Interval(-INF, INF)),
        (Interval(0, 2), Interval(0, 4), Interval(0, INF)),
        (Interval(1, 2), Interval(4, INF), Interval(0, 0.5)),
        (Interval(1, INF), Interval(2, INF), Interval(0, INF)),
    ],
)
def test_a_divisor_that_only_ends_at_zero_or_has_no_end_leaves_a_side_open(x, y, quotient):
    assert_close(x / y, quotient)


@pytest.mark.parametrize("divisor", [Interval(0, 0), Interval(-1, 1), Interval(-INF, INF), 0])
def test_a_divisor_with_zero_inside_gives_missing(divisor):
    assert (Interval(1, 2) / divisor).is_missing


@pytest.mark.parametrize(
    ("base", "exponent"), [(Interval(-1, 2), 0.5), (Interval(0, 2), -1), (Interval(-3, -2), Interval(1, 2))]
)
def test_a_power_without_a_real_value_everywhere_is_missing(base, exponent):
    assert (base**exponent).is_missing


@pytest.mark.parametrize(
    ("base", "exponent", "power"),
    [
        (Interval(-2, 1), 2, Interval(0, 4)),
        (Interval(-2, 0.5), 2, Interval(0, 4)),
        (Interval(-3, -2), 2, Interval(4, 9)),
        (Interval(-2, 3), 3, Interval(-8, 27)),
        (Interval(-2, 3), 0, Interval(1, 1)),
        (Interval(4, INF), 0.5, Interval(2, INF)),
        (Interval(4, INF), -0.5, Interval(0, 0.5)),
        (Interval(2, 3), Interval(-1, 2), Interval(1 / 3, 9)),
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
    assert Interval(2, 3) ** 0 == Interval(-2, 3) ** 0 == Interval.point(1)


def test_a_power_is_widened_by_eight_units_of_its_precision_and_a_step():
    # 2 × 8 × 2⁻⁵² = 2⁻⁴⁸. A step below 2 is 2⁻⁵² long, a step above it 2⁻⁵¹.
    assert (Interval.point(4) ** 0.5).ends == (2 - 2**-48 - 2**-52, 2 + 2**-48 + 2**-51)


@pytest.mark.parametrize("result", [Interval.point(1e308) * 10, Interval.point(10.0) ** 400])
def test_a_result_too_large_for_a_double_keeps_a_finite_lower_end(result):
    assert 1e308 < result.lower < INF
    assert result.upper == INF


@pytest.mark.parametrize("result", [Interval.point(1e-200) * 1e-200, Interval.point(1e-200) / 1e200])
def test_a_result_too_small_for_a_double_is_still_contained(result):
    assert result.lower <= 0
    assert 0 < result.upper < 1e-300


@pytest.mark.parametrize("base", [Interval.point(0.1), Interval(0, 0.1)])
@pytest.mark.parametrize("exponent", [400, 401])
def test_a_power_too_small_for_a_double_is_not_negative(base, exponent):
    result = base**exponent

    assert result.lower == 0
    assert 0 < result.upper < 1e-300
