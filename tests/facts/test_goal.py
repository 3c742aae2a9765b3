import math
from dataclasses import replace

import pytest

from lib.facts.errors import NoSuchFigure
from lib.facts.goal import goal_path, later_path
from tests.facts.altered import without


def test_the_path_starts_at_the_printed_outcome_and_ends_at_the_printed_goal(record):
    path = goal_path(record)
    assert (path.outcome.value, path.outcome.unit_mult, path.outcome.unit) == (67.53, 9, "CNY")
    assert (path.goal.value, path.goal.unit_mult, path.goal.period.code) == (100.0, 9, "2025-01_2025-12")
    # The unofficial restatement of the goal is of low confidence and not used.
    assert path.goal.observations == ("cn-cq.services_trade_total.total.2025-01_2025-12.estimate",)


def test_the_goal_needs_8_17_percent_a_year_shown_as_8_2(record, zh, en):
    needed = goal_path(record).needed
    # (100 ÷ 67.53)^(1/5) = 1.480823^0.2; 1.0817^5 = 1.48096, 1.0816^5 = 1.48027.
    assert needed.value == pytest.approx(8.17, abs=0.005)
    assert (zh.bare(needed), en.bare(needed)) == ("8.2%", "8.2%")


def test_the_goal_is_a_line_so_that_only_the_outcome_rounds(record):
    needed = goal_path(record).needed
    # (100 ÷ 67.535)^0.2 and (100 ÷ 67.525)^0.2, by logarithms 8.1669 and 8.1701.
    assert needed.lower == pytest.approx(8.1669, abs=0.0002)
    assert needed.upper == pytest.approx(8.1701, abs=0.0002)


def test_the_stated_growth_leads_to_at_least_108_8(record, zh, en):
    end = goal_path(record).stated_path[-1]
    # 67.53 × 1.1⁵ = 67.53 × 1.61051 = 108.7577; over 10 % has no upper end.
    assert end.value == pytest.approx(108.7577, abs=0.0001)
    assert end.lower == pytest.approx(67.525 * 1.61051, abs=1e-9)
    assert math.isinf(end.upper)
    assert (zh.fact(end), en.fact(end)) == ("至少1088亿元", "at least CNY 108.8bn")


def test_a_level_is_given_for_every_year_to_the_goal(record):
    path = goal_path(record)
    for levels in (path.needed_path, path.stated_path):
        assert [level.period.end.year for level in levels] == [2021, 2022, 2023, 2024, 2025]
        assert {level.status for level in levels} == {"F"}
    assert path.needed_path[-1].value == pytest.approx(100.0)


def test_the_gap_is_32_47(record):
    # 100 − 67.53
    assert goal_path(record).gap.value == pytest.approx(32.47)


def test_without_a_goal_there_is_no_path(record):
    with pytest.raises(NoSuchFigure):
        goal_path(without(record, "trade_volume", kind="estimate"))


def test_the_later_plan_runs_from_the_goal_to_2029(record):
    later = later_path(record)
    assert (later.growth.value, later.growth.lower, later.growth.upper) == (6.0, 5.5, 6.5)
    assert [level.period.end.year for level in later.levels] == [2026, 2027, 2028, 2029]
    end = later.levels[-1]
    # 100 × 1.06⁴ = 126.2477; 1.055⁴ = 1.2388247, 1.065⁴ = 1.2864664
    assert end.value == pytest.approx(126.2477, abs=0.0001)
    assert (end.lower, end.upper) == pytest.approx((123.88247, 128.64664), abs=0.0001)


def test_the_later_path_is_of_its_own_scope_and_says_what_it_assumes(record):
    for level in later_path(record).levels:
        assert level.basis == "services_trade_scope_unstated"
        assert level.status == "F"
        assert level.derivation is not None
        assert level.derivation.assumptions == ("later_plan_starts_at_goal",)


def test_a_plan_that_ends_with_the_goal_leads_nowhere(record):
    frame = record.frame("trade_volume")
    plan = frame["basis"] == "services_trade_scope_unstated"
    goal_year = frame.loc[frame["period_end"].map(lambda day: day.year) == 2025, "period_end"].iloc[0]
    shorter = frame.assign(period_end=frame["period_end"].mask(plan, goal_year))
    with pytest.raises(NoSuchFigure, match="beyond 2025"):
        later_path(replace(record, frames=dict(record.frames) | {"trade_volume": shorter}))
