import math
import operator
from dataclasses import FrozenInstanceError
from fractions import Fraction

import mpmath
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.calc import rational
from lib.calc.interval import Interval, as_interval
from tests.calc.strategies import divisors, figures, inside, intervals, positive_figures, steps

mpmath.iv.prec = mpmath.mp.prec = (
    400  # the oracle: 120 digits, its own outward rounding far below what is asked
)


def exactly(end):
    """An end for the oracle, of which a rational one has two: the closest below and above."""
    return mpmath.iv.mpf(end.numerator) / end.denominator


def oracle(interval):
    lower, upper = map(exactly, interval.exact_ends)
    return mpmath.iv.mpf([lower.a, upper.b])


def assert_holds_tightly(ours, tight, *, within):
    """Ours is the oracle's result, to a part of it; what the oracle rounds is far smaller."""
    ends = (mpmath.mpf(end.numerator) / end.denominator for end in ours.exact_ends)
    for end, mpi in zip(ends, tight._mpi_, strict=True):
        right = mpmath.mp.make_mpf(mpi)
        assert abs(end - right) <= mpmath.mpf(within) * max(abs(right), 1)


@pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.mul], ids=lambda o: o.__name__)
@given(x=intervals(), y=intervals())
def test_sum_difference_and_product_agree_with_mpmath(operation, x, y):
    assert_holds_tightly(operation(x, y), operation(oracle(x), oracle(y)), within="1e-90")


@given(x=intervals(), y=divisors)
def test_quotient_agrees_with_mpmath(x, y):
    assert_holds_tightly(x / y, oracle(x) / oracle(y), within="1e-90")


@given(x=intervals(ends=positive_figures), exponent=st.floats(min_value=-8, max_value=8))
def test_real_power_of_a_positive_base_agrees_with_mpmath(x, exponent):
    assert_holds_tightly(x**exponent, oracle(x) ** exactly(rational.end(exponent)), within="1e-12")


@given(x=intervals(ends=positive_figures), p=intervals(ends=st.floats(min_value=-5, max_value=5)))
def test_power_with_an_interval_as_exponent_agrees_with_mpmath(x, p):
    corners = [
        (mpmath.mpf(base.numerator) / base.denominator) ** (mpmath.mpf(y.numerator) / y.denominator)
        for base in x.exact_ends
        for y in p.exact_ends
    ]
    assert_holds_tightly(x**p, mpmath.iv.mpf([min(corners), max(corners)]), within="1e-12")


@given(x=intervals(), exponent=st.integers(min_value=0, max_value=9))
def test_whole_power_of_any_base_agrees_with_mpmath(x, exponent):
    assert_holds_tightly(x**exponent, oracle(x) ** exponent, within="1e-90")


@given(x=intervals(), y=divisors, at_x=steps, at_y=steps)
def test_bounds_contain_the_exact_result_of_any_points_inside(x, y, at_x, at_y):
    a, b = inside(x, at_x), inside(y, at_y)

    for result, exact in [(x + y, a + b), (x - y, a - b), (x * y, a * b), (x / y, a / b)]:
        lower, upper = result.exact_ends
        assert lower <= exact <= upper
        assert result.contains(exact)


@given(x=figures, y=positive_figures)
def test_a_number_on_either_side_counts_as_a_point(x, y):
    assert Interval.point(x) + y == Interval.point(x) + Interval.point(y) == x + Interval.point(y)
    assert Interval.point(x) - y == Interval.point(x) - Interval.point(y) == x - Interval.point(y)
    assert Interval.point(x) * y == Interval.point(x) * Interval.point(y) == x * Interval.point(y)
    assert Interval.point(x) / y == Interval.point(x) / Interval.point(y) == x / Interval.point(y)


@pytest.mark.parametrize(
    "operation", [operator.add, operator.sub, operator.mul, operator.truediv], ids=lambda o: o.__name__
)
def test_columns_calculate_as_their_rows_do(operation):
    x = Interval(pd.Series([1.0, -2.0, np.nan]), pd.Series([3.0, 5.0, np.nan]))
    y = pd.Series([2.0, 4.0, 8.0])

    wide = Interval(y, y + 1)

    for result, expected in [
        (operation(x, y), [operation(Interval(1, 3), 2), operation(Interval(-2, 5), 4)]),
        (
            operation(x, wide),
            [operation(Interval(1, 3), Interval(2, 3)), operation(Interval(-2, 5), Interval(4, 5))],
        ),
        (operation(y[:1], x), [operation(2, Interval(1, 3))]),
    ]:
        for row, interval in enumerate(expected):
            lower, upper = interval.ends
            assert lower - 1e-14 <= result.lower[row] <= lower
            assert upper <= result.upper[row] <= upper + 1e-14
        assert result.is_missing[2]


def test_a_numpy_number_on_the_left_makes_an_interval_and_no_array():
    assert np.float64(2) * Interval(1, 3) == 2 * Interval(1, 3)


@pytest.mark.parametrize(
    "operation",
    [operator.add, operator.sub, operator.mul, operator.truediv, operator.pow],
    ids=lambda o: o.__name__,
)
@pytest.mark.parametrize("missing", [None, math.nan])
def test_missing_makes_the_result_missing(operation, missing):
    known, unknown = Interval(1, 2), Interval.point(missing)

    assert operation(known, unknown).is_missing
    assert operation(unknown, known).is_missing


def test_missing_to_the_power_of_zero_is_missing_and_not_one():
    assert (Interval.point(None) ** 0).is_missing


@pytest.mark.parametrize("ends", [(math.nan, 5), (5, math.nan)])
def test_one_missing_end_makes_an_interval_missing_whole(ends):
    assert np.isnan(Interval(*ends).ends).all()
    column = Interval(*(pd.Series([end, 5.0]) for end in ends))
    assert (column.lower.isna().tolist(), column.upper.isna().tolist()) == ([True, False], [True, False])


def test_ends_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="lower end must not exceed its upper end"):
        Interval(2, 1)


def test_one_row_with_ends_the_wrong_way_round_is_refused():
    with pytest.raises(ValueError, match="lower end must not exceed its upper end"):
        Interval(pd.Series([1.0, 5.0]), pd.Series([2.0, 4.0]))


def test_an_interval_stays_as_it_is():
    interval = Interval(1, 2)

    with pytest.raises(FrozenInstanceError):
        interval.upper = 9
    assert {interval: "the same"}[Interval(1, 2)] == "the same"


def test_an_interval_shows_its_two_ends():
    assert repr(Interval(1, 2)) == "Interval(lower=1.0, upper=2.0)"


def test_negation_swaps_the_ends_and_keeps_them_exact():
    assert -Interval(-1, 3) == Interval(-3, 1)
    assert (-Interval(Fraction(1, 3), 1)).exact_ends == (-1, Fraction(-1, 3))


@pytest.mark.parametrize(
    ("x", "expected"), [(1.0, True), (2.0, True), (1.5, True), (0.9, False), (2.1, False), (math.nan, False)]
)
def test_both_ends_belong_to_an_interval(x, expected):
    assert Interval(1, 2).contains(x) is expected


def test_contains_answers_row_by_row():
    column = Interval(pd.Series([1.0, 5.0]), pd.Series([2.0, 6.0]))

    assert column.contains(1.5).tolist() == [True, False]
    assert column.contains(column.lower).all()
    assert column.contains(column.upper).all()


def test_missing_contains_nothing():
    assert Interval.point(None).contains(1.0) is False


@pytest.mark.parametrize(
    ("x", "y", "overlap", "gap"),
    [
        (Interval(1, 3), Interval(2, 4), Interval(2, 3), 0.0),
        (Interval(1, 4), Interval(2, 3), Interval(2, 3), 0.0),
        (Interval(1, 2), Interval(2, 3), Interval(2, 2), 0.0),
        (Interval(1, 3), Interval.point(2), Interval(2, 2), 0.0),
        (Interval.point(2), Interval.point(2), Interval(2, 2), 0.0),
        (Interval(1, 2), Interval(5, 9), None, 3.0),
        (Interval(-math.inf, 2), Interval(1, math.inf), Interval(1, 2), 0.0),
    ],
)
def test_meeting_overlap_and_gap_tell_the_same_story(x, y, overlap, gap):
    for first, second in [(x, y), (y, x)]:
        assert first.overlap(second) == overlap
        assert first.meets(second) is (overlap is not None)
        assert first.gap(second) == gap


def test_missing_meets_nothing_and_has_no_gap():
    known, unknown = Interval(1, 2), Interval.point(None)

    for first, second in [(known, unknown), (unknown, known), (unknown, unknown)]:
        assert first.overlap(second) is None
        assert first.meets(second) is False
        assert math.isnan(first.gap(second))


def test_width_of_a_point_an_open_and_a_missing_interval():
    assert Interval.point(9).width == 0
    assert Interval(50, math.inf).width == math.inf
    assert math.isnan(Interval.point(None).width)


def test_the_width_of_a_single_interval_is_exact_and_a_column_has_one_for_each_row():
    assert Interval(6.8, 7).width == 0.2
    assert Interval(pd.Series([1.0, 5.0]), pd.Series([2.0, 9.0])).width.tolist() == [1, 4]


def test_the_ends_of_a_column_are_not_two_numbers():
    with pytest.raises(TypeError, match="one row at a time"):
        _ = Interval(pd.Series([1.0]), pd.Series([2.0])).ends


def test_an_interval_of_rationals_is_exact():
    interval = Interval(Fraction(1, 3), Fraction(2, 3))

    assert interval.exact_ends == (Fraction(1, 3), Fraction(2, 3))
    assert interval.ends == (1 / 3, 2 / 3)
    assert Interval.point(Fraction(34, 5)) == Interval.point(6.8)
    assert interval != Interval(*interval.ends)


def test_ends_that_differ_by_less_than_a_double_are_told_apart():
    third = Interval.point(1) / 3

    assert not third.meets(Interval.point(1 / 3))
    assert third.contains(Fraction(1, 3))
    assert not third.contains(1 / 3)
    assert (third * 3).contains(1.0)


def test_a_single_interval_beside_a_column_has_the_doubles_around_its_ends():
    # A third lies between two doubles; a row of zeros adds a step to each end but none to zero.
    beside = (Interval.point(1) / 3) * pd.Series([1.0, 0.0])

    assert Fraction(beside.lower[0]) < Fraction(1, 3) < Fraction(beside.upper[0])
    assert (beside.lower[1], beside.upper[1]) == (0, 0)
    wide = Interval(Fraction(1, 3), Fraction(2, 3)) + pd.Series([0.0])
    assert wide.lower[0] == pytest.approx(1 / 3)
    assert wide.upper[0] == pytest.approx(2 / 3)


def test_a_rational_end_beside_a_column_is_rounded_outward():
    above, below = Interval(Fraction(1, 3), pd.Series([1.0])), Interval(pd.Series([0.0]), Fraction(2, 3))

    assert Fraction(above.lower[0]) < Fraction(1, 3)
    assert Fraction(below.upper[0]) > Fraction(2, 3)


def test_the_exact_ends_of_a_column_are_not_two_numbers():
    with pytest.raises(TypeError, match="one row at a time"):
        _ = Interval(pd.Series([1.0]), pd.Series([2.0])).exact_ends


def test_text_is_no_interval():
    with pytest.raises(TypeError, match="cannot calculate with '5'"):
        as_interval("5")
