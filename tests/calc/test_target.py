import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.calc.interval import Interval
from lib.calc.target import (
    compound_growth_pct,
    gap_to_target,
    projected_level,
    required_growth_pct,
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


def test_years_to_train_3000_at_200_a_year():
    # In all: 3000 ÷ 200 = 15. For each of nine bases: 3000 ÷ (200 × 9) = 1.67.
    assert years_needed(total=3000.0, per_year=200.0) == 15
    assert years_needed(total=3000.0, per_year=200.0 * 9) == pytest.approx(1.67, abs=0.005)


@pytest.mark.parametrize("per_year", [0.0, -200.0, None])
def test_nothing_a_year_never_ends(per_year):
    assert math.isnan(years_needed(total=3000.0, per_year=per_year))
