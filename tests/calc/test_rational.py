"""The corners of exact interval arithmetic, each worked out by hand; its middle is in test_interval."""

import math
import sys
from fractions import Fraction

import mpmath
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lib.calc import rational
from lib.calc.interval import Interval

INF = math.inf


def test_a_difference_of_two_printed_figures_is_itself():
    # In doubles 7.0 − 6.8 is 0.20000000000000018.
    assert (Interval.point(7.0) - 6.8).exact_ends == (Fraction(1, 5), Fraction(1, 5))
    # 22.75 − 6.775 = 15.975 and 22.85 − 6.765 = 16.085.
    assert (Interval(22.75, 22.85) - Interval(6.765, 6.775)).exact_ends == (
        Fraction(15975, 1000),
        Fraction(16085, 1000),
    )


def test_a_third_three_times_is_one():
    assert Interval.point(1) / 3 * 3 == Interval.point(1)
    assert (Interval.point(1) / 3).exact_ends == (Fraction(1, 3), Fraction(1, 3))
    assert (Interval.point(1) / 3).ends == (1 / 3, 1 / 3)


def test_an_amount_that_starts_at_nothing_never_becomes_negative():
    amount = Interval(0, 5)

    for result in (amount * 3, amount / 3, amount + 0, amount**2):
        assert result.exact_ends[0] == 0


@pytest.mark.parametrize(
    ("x", "y", "total"),
    [
        (Interval(1, INF), Interval(2, 3), Interval(3, INF)),
        (Interval(1, INF), Interval(-INF, 3), Interval(-INF, INF)),
        (Interval(-INF, 1), Interval(-INF, 3), Interval(-INF, 4)),
        (Interval.point(Fraction(10) ** 400), Interval(0, INF), Interval(Fraction(10) ** 400, INF)),
    ],
)
def test_a_sum_with_an_open_end_is_open(x, y, total):
    assert x + y == y + x == total


@pytest.mark.parametrize(
    ("x", "y", "product"),
    [
        (Interval(-1, 2), Interval(-3, 5), Interval(-6, 10)),
        (Interval(-3, -2), Interval(-5, -4), Interval(8, 15)),
        (Interval(0, 5), Interval(2, INF), Interval(0, INF)),
        (Interval(0, 0), Interval(-INF, INF), Interval(0, 0)),
        (Interval(-1, 2), Interval(3, INF), Interval(-INF, INF)),
        (Interval(2, INF), Interval(-INF, -3), Interval(-INF, -6)),
        (Interval(2, INF), Interval(3, INF), Interval(6, INF)),
        (Interval(-INF, -2), Interval(-INF, -3), Interval(6, INF)),
    ],
)
def test_zero_times_an_open_end_is_zero(x, y, product):
    assert x * y == y * x == product


@pytest.mark.parametrize(
    ("x", "y", "quotient"),
    [
        (Interval(1, 2), Interval(4, 5), Interval(0.2, 0.5)),
        (Interval(1, 2), Interval(-5, -4), Interval(-0.5, -0.2)),
        (Interval(1, 2), Interval(0, 4), Interval(0.25, INF)),
        (Interval(1, 2), Interval(-0.0, 4), Interval(0.25, INF)),
        (Interval(1, 2), Interval(-4, 0), Interval(-INF, -0.25)),
        (Interval(-2, -1), Interval(0, 4), Interval(-INF, -0.25)),
        (Interval(-2, -1), Interval(-4, 0), Interval(0.25, INF)),
        (Interval(-1, 2), Interval(0, 4), Interval(-INF, INF)),
        (Interval(0, 2), Interval(0, 4), Interval(0, INF)),
        (Interval(1, 2), Interval(4, INF), Interval(0, 0.5)),
        (Interval(1, 2), Interval(-INF, -4), Interval(-0.5, 0)),
        (Interval(1, INF), Interval(2, INF), Interval(0, INF)),
    ],
)
def test_a_divisor_that_only_ends_at_zero_or_has_no_end_leaves_a_side_open(x, y, quotient):
    assert x / y == quotient


@pytest.mark.parametrize("divisor", [Interval(0, 0), Interval(-1, 1), Interval(-INF, INF), 0])
def test_a_divisor_with_zero_inside_gives_missing(divisor):
    assert (Interval(1, 2) / divisor).is_missing


@pytest.mark.parametrize(
    ("base", "exponent"),
    [
        (Interval(-1, 2), 0.5),
        (Interval(0, 2), -1),
        (Interval(0, 2), 0.5),
        (Interval(-3, -2), Interval(1, 2)),
        (Interval(-3, -2), INF),
    ],
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
        (Interval(2, 3), 1, Interval(2, 3)),
        (Interval(4, INF), 0, Interval(1, 1)),
        (Interval(4, 4), -0.5, Interval(0.5, 0.5)),
        (Interval(4, 8), -2, Interval(1 / 64, 1 / 16)),
        (Interval(0.25, 4), 1.5, Interval(0.125, 8)),
        (Interval(2, 4), Interval(-1, 2), Interval(0.25, 16)),
        (Interval.point(1.1), 5, Interval.point(1.61051)),  # in doubles 1.6105100000000006
        (Interval.point(0.1), 401, Interval.point(Fraction(1, 10**401))),
    ],
)
def test_power_by_hand(base, exponent, power):
    assert base**exponent == power


@pytest.mark.parametrize(
    ("base", "exponent", "least", "most"), [(Interval(4, INF), 0.5, 2, INF), (Interval(4, INF), -0.5, 0, 0.5)]
)
def test_a_root_of_what_has_no_end_has_none(base, exponent, least, most):
    lower, upper = (base**exponent).exact_ends

    assert (lower, upper) == (least, most)


@pytest.mark.parametrize(
    ("base", "degree", "root"),
    [
        (243, 5, 3),
        (Fraction(1, 8), 3, Fraction(1, 2)),
        (Fraction(9, 4), 2, Fraction(3, 2)),
        (10**300, 3, 10**100),
        (1, 7, 1),
    ],
)
def test_a_root_that_is_rational_is_exact(base, degree, root):
    x, y = Fraction(base), Fraction(1, degree)

    assert rational.power(x, x, y, y) == (root, root)


@given(
    base=st.fractions(min_value=Fraction(1, 10**6), max_value=10**9, max_denominator=10**6),
    degree=st.integers(min_value=2, max_value=rational.MOST_DEGREE),
)
@example(base=4 - Fraction(1, 2**200), degree=2)
@example(base=Fraction(17, 31), degree=2)
@example(base=Fraction(2**301), degree=2)
def test_a_root_lies_between_its_ends_and_they_are_closer_than_doubles_are(base, degree):
    lower, upper = rational.power(base, base, Fraction(1, degree), Fraction(1, degree))

    assert lower**degree <= base <= upper**degree
    assert upper - lower <= lower / 2**79


@pytest.mark.parametrize(
    ("base", "exponent"),
    [
        (Fraction(1001, 1000), Fraction(20_000)),
        (Fraction(2), Fraction(rational.MOST_BITS)),
        (Fraction(2), Fraction(1, rational.MOST_DEGREE + 1)),
        (Fraction(3), Fraction(1, 10**6)),
        (1 + Fraction(1, 2**1000), Fraction(101)),
    ],
)
def test_a_power_too_long_to_be_exact_is_rounded_outward(base, exponent):
    lower, upper = rational.power(base, base, exponent, exponent)

    with mpmath.workdps(60):
        true = mpmath.exp(
            mpmath.log(mpmath.mpf(base.numerator) / base.denominator)
            * exponent.numerator
            / exponent.denominator
        )
        assert mpmath.mpf(float(lower)) < true < mpmath.mpf(float(upper))
    assert all(end == INF or isinstance(end, Fraction) for end in (lower, upper))
    assert upper == INF or Fraction(0) < upper - lower < lower / 10**9


@pytest.mark.parametrize(
    ("base", "exponent", "is_short"),
    [
        (Fraction(3, 2), Fraction(50_000), True),  # two bits each
        (Fraction(3, 2), Fraction(50_001), False),
        (Fraction(2, 3), Fraction(-50_001), False),
        (Fraction(1, 4), Fraction(50_000), False),  # three bits
        (Fraction(1, 2), Fraction(-50_000), True),
        (Fraction(2), Fraction(1, 100), True),
        (Fraction(2), Fraction(1, 101), False),
    ],
)
def test_what_is_worked_out_in_whole_numbers(base, exponent, is_short):
    assert rational.is_short(base, exponent) is is_short


def test_the_doubles_around_a_number():
    below, above = rational.around(Fraction(1, 3))

    assert Fraction(below) < Fraction(1, 3) < Fraction(above)
    assert math.nextafter(below, INF) == above
    assert rational.around(Fraction(1, 4)) == (0.25, 0.25)
    assert rational.around(-(Fraction(10) ** 400)) == (-INF, -sys.float_info.max)
    assert rational.around(Fraction(10) ** 400) == (sys.float_info.max, INF)
    assert rational.around(INF) == (INF, INF)


@pytest.mark.parametrize(
    ("interval", "ends"),
    [
        (Interval.point(1e308) * 10, (sys.float_info.max, INF)),
        (Interval.point(-1e308) * 10, (-INF, -sys.float_info.max)),
        (Interval.point(1e-200) * 1e-200, (0.0, 5e-324)),
        (Interval.point(-1e-200) * 1e-200, (-5e-324, 0.0)),
        (Interval.point(0.0) * 5, (0.0, 0.0)),
    ],
)
def test_past_the_range_of_doubles_the_ends_are_those_outside(interval, ends):
    assert interval.ends == ends


@pytest.mark.parametrize("side", [math.nan, INF, -INF])
def test_what_is_no_decimal_stays_as_it_is(side):
    assert rational.end(side) is side
    assert rational.is_missing(side) is math.isnan(side)
    assert rational.is_missing(Fraction(0)) is False
