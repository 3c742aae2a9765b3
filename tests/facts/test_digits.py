import math

import pytest

from lib.calc.interval import Interval
from lib.facts.digits import shown_decimals


@pytest.mark.parametrize(
    ("value", "lower", "upper", "decimals"),
    [
        (0.67711, 0.674126, 0.680101, 2),  # half of 0.006 supports hundredths: ≈0.68
        (3.5889, 3.5543, 3.6236, 1),  # half of 0.07 supports tenths: ≈3.6
        (6.9, 6.8, 7.0, 1),  # half of 0.2 is one tenth
        (38.3, 38.1, 38.5, 1),  # a whole 38 would lie outside its own bounds
        (22.84, 22.735, 22.945, 1),  # so would 23
        (16.03, 15.95, 16.11, 1),
        (97.06, 96.83, 97.30, 0),  # 97 lies inside
    ],
)
def test_no_more_digits_than_the_bounds_support(value, lower, upper, decimals):
    assert shown_decimals(value, Interval(lower, upper)) == decimals


def test_a_point_is_shown_with_all_that_is_asked_for():
    assert shown_decimals(8.1686, Interval(8.1686, 8.1686), most=1) == 1


def test_a_value_open_above_is_shown_with_one_decimal():
    assert shown_decimals(108.757, Interval(108.749, math.inf), most=2) == 1


def test_at_most_holds_for_narrow_bounds():
    assert shown_decimals(8.1686, Interval(8.167, 8.170), most=1) == 1
