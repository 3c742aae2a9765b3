from dataclasses import replace
from fractions import Fraction

import pytest

from lib.calc.accounts import multiple, running_sum
from lib.calc.growth import growth_pct, implied_base
from lib.calc.target import compound_growth_pct, projected_level, required_growth_pct
from lib.facts.convert import in_currency
from lib.facts.derive import ScopeMismatch, as_goal, derive
from lib.facts.errors import NoSuchFigure
from lib.facts.goal import goal_path
from lib.facts.period import Period

Y2019, Y2020 = Period.parse("2019-01_2019-12"), Period.parse("2020-01_2020-12")


def test_the_base_that_a_printed_growth_implies_carries_its_bounds(record):
    level = record.latest("offshore_outsourcing_executed")
    base = derive(implied_base, like=level, current=level, growth_pct=record.growth(level))
    # 1.21 / 1.787 = 0.677; 1.205 / 1.7875 = 0.67413; 1.215 / 1.7865 = 0.68010
    assert base.value == pytest.approx(0.677112, abs=1e-6)
    assert (base.lower, base.upper) == (pytest.approx(0.674126, abs=1e-6), pytest.approx(0.680101, abs=1e-6))
    assert (base.decimals, base.qualifier, base.unit, base.unit_mult) == (2, "derived", "USD", 9)
    assert base.lineage() == ("cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08",)


def test_amounts_in_different_powers_of_ten_are_brought_together(record):
    new = record.one("offshore_outsourcing_executed", period=Y2020)  # 2.28 × 10⁹ or 22.8 × 10⁸
    old = record.one("offshore_outsourcing_executed", period=Y2019)  # 20.6 × 10⁸
    growth = derive(growth_pct, like=new, unit="PERCENT", current=new, base=old)
    assert growth.value == pytest.approx(10.6796, abs=1e-3)  # 22.8 / 20.6 − 1
    assert growth.unit_mult == 0


def test_what_is_worked_out_stays_exact_over_every_step(record):
    level = record.latest("offshore_outsourcing_executed")  # 1.21 × 10⁹, which may be 1.205 to 1.215
    third = derive(multiple, like=level, end=level, start=3.0)
    two = derive(running_sum, like=level, running=third, following=third)
    whole = derive(running_sum, like=level, running=two, following=third)
    assert (third.value, third.exact) == (1.21 / 3, Fraction(121, 300))
    assert (whole.value, whole.exact) == (1.21, Fraction("1.21"))
    assert whole.bounds.exact_ends == (Fraction("1.205"), Fraction("1.215"))
    assert third.interval_at(8).exact_ends == (Fraction("12.05") / 3, Fraction("12.15") / 3)
    assert third.point_at(8).exact_ends == (Fraction("12.1") / 3,) * 2
    assert third.opposite().point_at(9).exact_ends == (-Fraction(121, 300),) * 2
    assert replace(third, value=0.4).point_at(9).exact_ends == (Fraction("0.4"),) * 2


def test_a_root_is_kept_far_below_the_last_digit_of_a_double(record):
    level = record.latest("offshore_outsourcing_executed")
    none = derive(compound_growth_pct, like=level, unit="PERCENT", start=level, end=level, years=3)
    over = derive(compound_growth_pct, like=level, unit="PERCENT", start=level, end=2.0, years=3)
    assert (none.value, none.exact) == (0, 0)
    assert over.value == pytest.approx(18.2356, abs=5e-5)  # (2 ÷ 1.21)^(1 ÷ 3) = 1.182356
    assert abs((1 + over.exact / 100) ** 3 - 2 / Fraction("1.21")) < Fraction(1, 10**22)


def test_figures_of_different_scope_are_never_compared(record):
    cny = record.latest("services_trade_total", basis="services_trade_cny")
    usd = record.latest("services_trade_total", basis="services_trade_usd_wide")
    with pytest.raises(ScopeMismatch, match="services_trade_cny, services_trade_usd_wide"):
        derive(growth_pct, like=cny, unit="PERCENT", current=cny, base=usd)


def test_the_goal_needs_8_17_percent_a_year(record):
    path = goal_path(record)
    # (100 / 67.53) ** (1 / 5) = 1.0817; the goal is a line, the outcome may be 67.525 to 67.535
    assert path.needed.value == pytest.approx(8.17, abs=0.005)
    assert path.needed.upper - path.needed.lower < 0.004
    assert path.needed.derivation.assumptions == ("goal_is_a_line",)
    assert path.gap.value == pytest.approx(32.47)  # 100 − 67.53


def test_the_stated_growth_would_lead_to_at_least_108_8(record):
    path = goal_path(record)
    end = path.stated_path[-1]
    assert end.value == pytest.approx(108.76, abs=0.005)  # 67.53 × 1.1⁵
    assert end.qualifier == "at_least"
    assert end.status == "F"
    assert [level.period.end.year for level in path.stated_path] == [2021, 2022, 2023, 2024, 2025]


def test_the_needed_path_ends_at_the_goal(record):
    path = goal_path(record)
    assert path.needed_path[-1].value == pytest.approx(100)


def test_a_goal_is_a_line_and_no_measurement(record):
    goal = goal_path(record).goal
    assert (goal.lower, goal.upper) == (99.5, 100.5)
    assert (as_goal(goal).lower, as_goal(goal).upper) == (100, 100)


def test_a_missing_input_gives_a_missing_figure(record):
    level = record.one("offshore_outsourcing_executed", period=Period.parse("2018-01_2018-12"))
    base = derive(implied_base, like=level, current=level, growth_pct=record.growth(level))
    assert base.is_missing


def test_currency_is_converted_at_the_average_of_the_year_and_says_so(record):
    cny = record.latest("services_trade_total", basis="services_trade_cny")
    usd = in_currency(cny, "USD", record)
    assert usd.value == pytest.approx(67.53 / 6.9042)  # 9.781
    assert (usd.unit, usd.unit_mult) == ("USD", 9)
    assert usd.derivation.assumptions == ("annual_average_rate",)
    assert "cn.exchange_rate.total.2020-01_2020-12" in usd.lineage()
    assert in_currency(cny, "CNY", record) is cny


def test_a_year_without_a_rate_is_an_error(record):
    cny = record.latest("services_trade_total", basis="services_trade_cny")
    with pytest.raises(NoSuchFigure):
        in_currency(cny, "USD", record, rate_year=1990)


def test_a_derivation_of_derivations_names_every_observation(record):
    end = goal_path(record).needed_path[0]
    assert len(end.lineage()) == 2  # the outcome of 2020 and the goal for 2025
    again = derive(required_growth_pct, like=end, unit="PERCENT", start=end, target=end, years=1)
    assert again.lineage() == end.lineage()
    assert derive(projected_level, like=end, start=end, growth_pct=again, years=1).lineage() == end.lineage()
