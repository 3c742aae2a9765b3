import math

import pandas as pd
import pytest

from lib.calc.accounts import (
    at_least,
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
from lib.calc.interval import Interval


def test_both_sides_add_up_and_their_difference_is_a_deficit_of_imports():
    # 1.54 + 3.16 = 4.70; 1.54 − 3.16 = −1.62.
    assert sum_of_sides(exports=1.54, imports=3.16) == pytest.approx(4.7)
    assert balance_of_sides(exports=1.54, imports=3.16) == pytest.approx(-1.62)
    assert deficit_of_sides(exports=1.54, imports=3.16) == pytest.approx(1.62)


def test_bounds_of_a_deficit():
    # 3.155 − 1.545 = 1.61 and 3.165 − 1.535 = 1.63; the balance is the same below zero.
    sides = {"exports": Interval(1.535, 1.545), "imports": Interval(3.155, 3.165)}

    assert deficit_of_sides(**sides).ends == pytest.approx((1.61, 1.63))
    assert balance_of_sides(**sides).ends == pytest.approx((-1.63, -1.61))


def test_the_three_types_of_2020():
    # 18.2 + 2.4 + 2.24 = 22.84.
    assert sum_of_types(kpo=18.2, ito=2.4, bpo=2.24) == pytest.approx(22.84)


def test_a_part_is_the_least_that_the_whole_can_be():
    assert at_least(part=Interval(5.15, 5.25)) == Interval(5.15, math.inf)
    assert at_least(part=5) == 5
    assert type(at_least(part=5)) is float


def test_of_a_missing_part_nothing_is_known():
    assert math.isnan(at_least(part=None))
    assert at_least(part=Interval.point(None)).is_missing


def test_the_first_three_years_of_the_plan():
    # 21.5 + 20.6 = 42.1; 42.1 + 22.8 = 64.9.
    assert running_sum(running=running_sum(running=21.5, following=20.6), following=22.8) == pytest.approx(
        64.9
    )


def test_nineteen_times_as_much():
    # 22.8 ÷ 1.2 = 19.
    assert multiple(end=22.8, start=1.2) == pytest.approx(19)


@pytest.mark.parametrize("first", [0.0, -1.2])
def test_no_multiple_of_nothing_or_of_a_deficit(first):
    assert math.isnan(multiple(end=22.8, start=first))
    assert multiple(end=Interval.point(22.8), start=Interval.point(first)).is_missing


def test_a_lead_of_13_1_points_leaves_31_8_percent():
    # 44.89 − 13.1 = 31.79.
    assert rate_behind_gap(own_pct=44.89, gap_points=13.1) == pytest.approx(31.79)


def test_the_rate_between_yuan_and_dollars():
    # 7302 ÷ 1057.8 = 6.9030; there is none from a deficit or from nothing.
    assert rate_between(amount_cny=7302.0, amount_usd=1057.8) == pytest.approx(6.903, abs=0.0005)
    assert rate_between(amount_cny=7302.0, amount_usd=pd.Series([0.0, -1057.8])).isna().all()


def test_what_is_left_of_the_plan_after_2020():
    # 103.2 − 22.8 = 80.4; bounds: 103.15 − 22.85 = 80.3 and 103.25 − 22.75 = 80.5.
    assert rest_of_whole(whole=103.2, part=22.8) == pytest.approx(80.4)
    assert rest_of_whole(whole=Interval(103.15, 103.25), part=Interval(22.75, 22.85)).ends == pytest.approx(
        (80.3, 80.5)
    )
