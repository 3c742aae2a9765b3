import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.calc.interval import Interval
from lib.calc.target import (
    attainment_pct,
    compound_growth_pct,
    gap_to_target,
    projected_level,
    required_growth_pct,
    year_reached,
    years_needed,
)
from tests.calc.strategies import positive_figures


def test_growth_that_the_goal_for_2025_asks_for():
    # Printed: 67.53 (2020), goal 100 (2025).
    # ln(100 ÷ 67.53) = 0.39260, a fifth is 0.07852, e^0.07852 = 1.08168.
    assert required_growth_pct(start=67.53, target=100.0, years=5) == pytest.approx(8.17, abs=0.005)


def test_bounds_of_that_growth():
    # ln(100 ÷ 67.535) ÷ 5 = 0.078505 → 8.1669 %; ln(100 ÷ 67.525) ÷ 5 = 0.078534 → 8.1700 %.
    result = required_growth_pct(start=Interval(67.525, 67.535), target=100.0, years=5)

    assert result.ends == pytest.approx((8.1669, 8.1701), abs=0.0002)


def test_level_in_2025_at_10_percent_a_year():
    # 1.1^5 = 1.61051; 67.53 × 1.61051 = 108.7577.
    assert projected_level(start=67.53, growth_pct=10.0, years=5) == pytest.approx(108.76, abs=0.005)


def test_compound_growth_by_hand():
    # 100 × 1.1² = 121 and 100 × 1.2³ = 172.8.
    assert compound_growth_pct(start=100.0, end=121.0, years=2) == pytest.approx(10)
    assert compound_growth_pct(start=100.0, end=172.8, years=3) == pytest.approx(20)


def test_a_target_already_passed_asks_for_a_fall():
    # 81 ÷ 100 = 0.9².
    assert required_growth_pct(start=100.0, target=81.0, years=2) == pytest.approx(-10)


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        (0.0, 5.0, 5),
        (-5.0, 5.0, 5),
        (5.0, 0.0, 5),
        (5.0, -5.0, 5),
        (5.0, 6.0, 0),
        (5.0, 6.0, -1),
        (None, 6.0, 5),
    ],
)
def test_no_compound_growth_from_or_to_nothing_or_over_no_time(start, end, years):
    assert math.isnan(compound_growth_pct(start=start, end=end, years=years))
    assert compound_growth_pct(start=Interval.point(start), end=end, years=years).is_missing
    assert compound_growth_pct(start=pd.Series([start], dtype=float), end=end, years=years).isna().all()


@given(
    start=positive_figures,
    growth=st.floats(min_value=-50, max_value=100),
    years=st.integers(min_value=1, max_value=15),
)
def test_projecting_and_compound_growth_are_inverse(start, growth, years):
    level = projected_level(start=start, growth_pct=growth, years=years)

    assert compound_growth_pct(start=start, end=level, years=years) == pytest.approx(
        growth, rel=1e-9, abs=1e-9
    )


@given(start=positive_figures, target=positive_figures, years=st.integers(min_value=1, max_value=15))
def test_the_required_growth_arrives_at_the_target(start, target, years):
    growth = required_growth_pct(start=start, target=target, years=years)

    # A fall to a billionth leaves few digits in 1 + growth ÷ 100.
    assert projected_level(start=start, growth_pct=growth, years=years) == pytest.approx(
        target, rel=1e-12 * max(start / target, 1) * 15, abs=0
    )


def test_zero_years_project_to_the_start():
    assert projected_level(start=67.53, growth_pct=10.0, years=0) == 67.53


@pytest.mark.parametrize(
    ("start", "growth"), [(0.0, 10.0), (-1.0, 10.0), (1.0, -100.0), (1.0, -300.0), (1.0, None)]
)
def test_no_projection_from_nothing_or_through_nothing(start, growth):
    assert math.isnan(projected_level(start=start, growth_pct=growth, years=2))
    assert projected_level(start=Interval.point(start), growth_pct=growth, years=2).is_missing


def test_gap_to_the_goal_for_2025():
    # 100 − 67.53 = 32.47; past a target of 60 by 7.53.
    assert gap_to_target(current=67.53, target=100.0) == pytest.approx(32.47)
    assert gap_to_target(current=67.53, target=60.0) == pytest.approx(-7.53)
    assert math.isnan(gap_to_target(current=None, target=60.0))


def test_what_is_left_of_a_five_year_total():
    # 21.5 + 20.6 + 22.8 = 64.9; 103.2 − 64.9 = 38.3.
    assert gap_to_target(current=21.5 + 20.6 + 22.8, target=103.2) == pytest.approx(38.3)


def test_attainment_of_a_target():
    # 30 of 40 is three quarters; 50 of 40 is a quarter over.
    assert attainment_pct(outcome=30.0, target=40.0) == 75
    assert attainment_pct(outcome=50.0, target=40.0) == 125


@pytest.mark.parametrize("target", [0.0, -1.0, None])
def test_no_attainment_of_a_target_of_nothing(target):
    assert math.isnan(attainment_pct(outcome=30.0, target=target))


def test_years_to_train_3000_at_200_a_year():
    # In all: 3000 ÷ 200 = 15. For each of nine bases: 3000 ÷ (200 × 9) = 1.67.
    assert years_needed(total=3000.0, per_year=200.0) == 15
    assert years_needed(total=3000.0, per_year=200.0 * 9) == pytest.approx(1.67, abs=0.005)


@pytest.mark.parametrize("per_year", [0.0, -200.0, None])
def test_nothing_a_year_never_ends(per_year):
    assert math.isnan(years_needed(total=3000.0, per_year=per_year))


@pytest.mark.parametrize(
    ("start", "target", "growth", "expected"),
    [
        (67.53, 100.0, 10.0, 2025.0),  # 67.53 × 1.1⁴ = 98.87, × 1.1⁵ = 108.76
        (67.53, 100.0, 8.0, 2026.0),  # 67.53 × 1.08⁵ = 99.22, × 1.08⁶ = 107.16
        (100.0, 121.0, 10.0, 2022.0),  # 100 × 1.1² = 121
        (100.0, 133.1, 10.0, 2023.0),  # 100 × 1.1³ = 133.1
        (100.0, 172.8, 20.0, 2023.0),  # 100 × 1.2³ = 172.8; ln 1.728 ÷ ln 1.2 is a hair over 3 in binary
        (100.0, 100.0, -5.0, 2020.0),
        (120.0, 100.0, 0.0, 2020.0),
        (99.9, 100.0, 500.0, 2021.0),
    ],
)
def test_first_year_at_the_target(start, target, growth, expected):
    assert year_reached(start=start, start_year=2020, target=target, growth_pct=growth) == expected


@pytest.mark.parametrize(
    ("start", "target", "growth"),
    [
        (67.53, 100.0, 0.0),
        (67.53, 100.0, -3.0),
        (0.0, 100.0, 10.0),
        (-5.0, 100.0, 10.0),
        (None, 100.0, 10.0),
        (67.53, None, 10.0),
        (120.0, None, 10.0),
        (120.0, None, -3.0),
        (120.0, 100.0, None),
    ],
)
def test_a_target_never_reached_has_no_year(start, target, growth):
    assert math.isnan(year_reached(start=start, start_year=2020, target=target, growth_pct=growth))
    assert year_reached(
        start=Interval.point(start), start_year=2020, target=target, growth_pct=growth
    ).is_missing


def test_no_start_year_gives_no_year():
    assert math.isnan(year_reached(start=120.0, start_year=None, target=100.0, growth_pct=1.0))
    assert year_reached(start=Interval(1, 2), start_year=None, target=3.0, growth_pct=1.0).is_missing


def test_growth_of_over_10_percent_leaves_the_years_2021_to_2025():
    # Any jump could arrive within a year; at 10 % exactly it takes five.
    result = year_reached(
        start=Interval(67.525, 67.535), start_year=2020, target=100.0, growth_pct=Interval(10, math.inf)
    )

    assert result == Interval(2021, 2025)


def test_each_input_leaves_years_open_in_its_own_direction():
    # 70 × 1.1⁴ = 102.5 and 60 × 1.1⁶ = 106.3; 67.53 × 1.1⁵ = 108.76 and × 1.1⁶ = 119.63.
    at_10_percent = {"start_year": 2020, "growth_pct": 10.0}

    assert year_reached(start=Interval(60, 70), target=100.0, **at_10_percent) == Interval(2024, 2026)
    assert year_reached(start=67.53, target=Interval(100, 110), **at_10_percent) == Interval(2025, 2026)
    assert year_reached(
        start=67.53, start_year=Interval(2018, 2020), target=100.0, growth_pct=10.0
    ) == Interval(2023, 2025)


def test_a_worst_case_that_never_arrives_leaves_the_years_open():
    result = year_reached(start=67.53, start_year=2020, target=100.0, growth_pct=Interval(-1, 8))

    assert result == Interval(2026, math.inf)


def test_a_thousandth_more_a_year_takes_a_thousand_years_more_or_less():
    # 1.001¹⁰⁰⁰ = 2.7169 and 1.001¹⁰⁰¹ = 2.7196; ln 2.5 × 10⁶ years at a millionth, to seven digits.
    assert year_reached(start=1.0, start_year=0, target=2.7169, growth_pct=0.1) == 1000
    assert year_reached(start=1.0, start_year=0, target=2.7170, growth_pct=0.1) == 1001
    slow = year_reached(start=1.0, start_year=0, target=2.5, growth_pct=0.0001)
    assert slow == pytest.approx(916_291.2, abs=1)
    assert year_reached(start=1.0, start_year=0, target=2.0, growth_pct=5e-324) == math.inf


def test_years_of_a_column():
    result = year_reached(
        start=pd.Series([67.53, 67.53, None]),
        start_year=2020,
        target=100.0,
        growth_pct=pd.Series([10.0, -1.0, 10.0]),
    )

    assert result[0] == 2025
    assert result[1:].isna().all()


@given(
    start=st.floats(min_value=1, max_value=1000),
    target=st.floats(min_value=1, max_value=1000),
    growth=st.floats(min_value=1, max_value=50),
)
def test_the_target_is_reached_in_that_year_and_not_before(start, target, growth):
    years = year_reached(start=start, start_year=0, target=target, growth_pct=growth)

    after = projected_level(start=Interval.point(start), growth_pct=growth, years=years)
    before = projected_level(start=Interval.point(start), growth_pct=growth, years=max(years - 1, 0))
    goal = Interval.point(target).exact_ends
    assert after.exact_ends >= goal
    assert years == 0 or before.exact_ends < goal
