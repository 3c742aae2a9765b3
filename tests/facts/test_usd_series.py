from datetime import date

import pytest

from lib.calc.growth import growth_pct
from lib.facts.convert import in_currency
from lib.facts.derive import ScopeMismatch, derive
from lib.facts.errors import NoSuchFigure
from lib.facts.usd_series import usd_series
from tests.facts.altered import without


def test_the_earlier_outcomes_are_those_printed_and_trusted(record):
    found = [(fact.period.code, fact.at(8)) for fact in usd_series(record).outcomes]
    # January to May 2014 (33) is of low confidence and stays out.
    assert found == [("2011-01_2011-12", 61.0), ("2014-01_2014-09", 97.0), ("2019-01_2019-08", 163.5)]


def test_the_earlier_targets_are_those_printed(record):
    found = [(fact.period.end.year, fact.at(8), fact.qualifier) for fact in usd_series(record).targets]
    assert found == [(2015, 170.0, "exact"), (2020, 300.0, "exact"), (2022, 500.0, "over")]


def test_the_yuan_total_is_of_another_scope(record):
    series = usd_series(record)
    assert (series.current.value, series.current.unit) == (67.53, "CNY")
    assert {fact.basis for fact in (*series.outcomes, *series.targets)} == {"services_trade_usd_wide"}
    assert {series.current.basis, series.goal.basis} == {"services_trade_cny"}


def test_a_rate_between_the_two_scopes_is_refused(record):
    series = usd_series(record)
    with pytest.raises(ScopeMismatch):
        derive(
            growth_pct,
            like=series.current,
            unit="PERCENT",
            current=in_currency(series.current, "USD", record),
            base=series.outcomes[-1],
        )


def test_eight_months_in_the_earlier_scope_exceed_the_whole_goal_in_the_current_one(record):
    series = usd_series(record)
    # 16.35 × 6.9081 = 112.9474; 16.345 × 6.90805 = 112.9121, 16.355 × 6.90815 = 112.9828
    assert series.newest_in_cny.value == pytest.approx(112.9474, abs=0.0001)
    assert (series.newest_in_cny.lower, series.newest_in_cny.upper) == pytest.approx(
        (112.9121, 112.9828), abs=0.0001
    )
    assert series.part_exceeds_goal


def test_a_part_that_is_smaller_does_not_exceed_the_goal(record):
    # 9.7 bn × 6.162 = 59.8 bn yuan, below the goal of 100 bn
    earlier = usd_series(without(record, "trade_volume", period_end=date(2019, 8, 31)))
    assert earlier.outcomes[-1].period.code == "2014-01_2014-09"
    assert not earlier.part_exceeds_goal


def test_without_the_yuan_total_there_is_no_break_to_show(record):
    with pytest.raises(NoSuchFigure):
        usd_series(
            without(record, "trade_volume", basis="services_trade_cny", indicator="services_trade_total")
        )
