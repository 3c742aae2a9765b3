import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.calc.growth import (
    absolute_change,
    growth_gap_points,
    growth_pct,
    implied_base,
)
from lib.calc.interval import Interval
from tests.calc.strategies import figures, positive_figures, rates_pct


def test_growth_of_offshore_outsourcing_in_2020():
    # Printed: 20.6 (2019), 22.8 (2020). 22.8 ÷ 20.6 = 1.106796, so +10.68 %.
    assert growth_pct(current=22.8, base=20.6) == pytest.approx(10.68, abs=0.005)


def test_bounds_of_that_growth():
    # 22.75 ÷ 20.65 = 1.101695 and 22.85 ÷ 20.55 = 1.111922.
    result = growth_pct(current=Interval(22.75, 22.85), base=Interval(20.55, 20.65))

    assert result.ends == pytest.approx((10.1695, 11.1922), abs=0.0001)


@pytest.mark.parametrize("base", [0.0, -0.0, -5.0, None, math.nan])
def test_no_percentage_over_nothing_a_deficit_or_a_missing_base(base):
    assert math.isnan(growth_pct(current=3.0, base=base))
    assert growth_pct(current=pd.Series([3.0]), base=pd.Series([base], dtype=float)).isna().all()
    assert growth_pct(current=Interval.point(3), base=Interval.point(base)).is_missing


def test_no_percentage_over_a_base_that_may_be_a_deficit():
    assert growth_pct(current=Interval(1, 2), base=Interval(-1, 5)).is_missing
    assert growth_pct(current=Interval(1, 2), base=Interval(0, 5)).is_missing


def test_a_missing_current_value_has_no_growth():
    assert math.isnan(growth_pct(current=None, base=5.0))


def test_growth_divides_by_the_base_and_not_by_the_current_value():
    # From 4 to 5 is a quarter of 4, not a fifth of 5.
    assert growth_pct(current=5.0, base=4.0) == 25


def test_a_deficit_from_5_to_3_has_no_percentage_but_is_2_higher():
    assert math.isnan(growth_pct(current=-3.0, base=-5.0))
    assert absolute_change(current=-3.0, base=-5.0) == 2


def test_the_base_that_january_to_august_2021_implies():
    # Printed: 1.21, +78.7 %. 1.21 ÷ 1.787 = 0.67711.
    assert implied_base(current=1.21, growth_pct=78.7) == pytest.approx(0.6771, abs=0.00005)


def test_bounds_of_that_base():
    # 1.205 ÷ 1.7875 = 0.674126 and 1.215 ÷ 1.7865 = 0.680101.
    result = implied_base(current=Interval(1.205, 1.215), growth_pct=Interval(78.65, 78.75))

    assert result.ends == pytest.approx((0.674126, 0.680101), abs=1e-6)


def test_the_base_that_january_to_june_2021_implies():
    # Printed: 5.2, +44.89 %. 5.2 ÷ 1.4489 = 3.58893.
    assert implied_base(current=5.2, growth_pct=44.89) == pytest.approx(3.59, abs=0.005)


@pytest.mark.parametrize("growth", [-100.0, -150.0, None])
def test_no_base_explains_a_fall_of_all_or_more(growth):
    assert math.isnan(implied_base(current=1.0, growth_pct=growth))
    assert implied_base(current=Interval.point(1), growth_pct=Interval.point(growth)).is_missing


@given(base=positive_figures, growth=rates_pct)
def test_growth_and_its_inverse_return_the_base(base, growth):
    current = base * (1 + growth / 100)

    assert implied_base(current=current, growth_pct=growth) == pytest.approx(base, rel=1e-12)
    assert implied_base(current=current, growth_pct=growth_pct(current=current, base=base)) == pytest.approx(
        base, rel=1e-9
    )


@given(current=figures, base=positive_figures, unit=st.sampled_from([1e-8, 1e-4, 100.0, 1e4, 1e8]))
def test_the_unit_does_not_change_a_rate(current, base, unit):
    assert growth_pct(current=current * unit, base=base * unit) == pytest.approx(
        growth_pct(current=current, base=base), rel=1e-9, abs=1e-9
    )


def test_percentage_points_ahead_and_behind():
    # By hand: 10.5 − 8.5 = 2; −1.8 − 6.1 = −7.9.
    assert growth_gap_points(own_pct=10.5, other_pct=8.5) == 2
    assert growth_gap_points(own_pct=-1.8, other_pct=6.1) == pytest.approx(-7.9)
    assert math.isnan(growth_gap_points(own_pct=10.5, other_pct=None))
