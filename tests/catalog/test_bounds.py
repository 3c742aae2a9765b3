import math

import pandas as pd
import pytest

from lib.calc.printed import decimals
from lib.catalog.bounds import with_bounds

CQ = "cn-cq."


@pytest.fixture(scope="module")
def rows(book):
    return with_bounds(book["observations"]).set_index("observation_id")


# Each expected pair is the design's table of bounds, worked out by hand.
@pytest.mark.parametrize(
    ("key", "lower", "upper"),
    [
        # 1.21 billion: half a unit of the second decimal
        ("offshore_outsourcing_executed.total.2021-01_2021-08", 1.205, 1.215),
        # nearly 1,800: the last digit that is not zero counts hundreds
        ("services_trade_enterprises.total.2021-09-13_2021-09-13", 1750, 1800),
        # over 50 %: a share ends at the whole
        ("emerging_services_share.emerging.2021-01_2021-08", 50, 100),
        ("services_trade_total.total.2020-01_2020-12", 67.525, 67.535),
        # 9 bases were counted
        ("talent_training_bases.total.2021-09-13_2021-09-13", 9, 9),
        # over 3,000 talents: no end
        ("talent_high_end_trained.total.2021-09-13_2021-09-13", 3000, math.inf),
        # about 10 bases: half of ten either way
        ("talent_training_bases.total.2021-09-13_2021-09-13.target", 5, 15),
        # over 10 % a year is a growth rate, not a share
        ("services_trade_avg_annual_growth.total.2021-01_2025-12", 10, math.inf),
        # 2nd place is 2nd place
        ("offshore_outsourcing_executed_rank.central_west.2020-01_2020-12", 2, 2),
    ],
)
def test_the_figures_of_the_anchor_have_the_bounds_of_the_design(rows, key, lower, upper):
    found = rows.loc[CQ + key]

    assert (found["lower"], found["upper"]) == (lower, upper)


def test_growth_of_78_7_is_between_78_65_and_78_75(rows):
    found = rows.loc[CQ + "offshore_outsourcing_executed.total.2021-01_2021-08"]

    assert (found["growth_lower"], found["growth_upper"], found["growth_decimals"]) == (78.65, 78.75, 1)


def test_without_growth_its_bounds_are_missing(rows):
    found = rows.loc[CQ + "services_trade_total.total.2020-01_2020-12"]

    assert math.isnan(found["growth_lower"])
    assert math.isnan(found["growth_upper"])
    assert found["growth_decimals"] == 0


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("cn-cq.services_trade_total.total.2020-01_2020-12", 2),  # 67.53
        ("610100.offshore_outsourcing_executed.total.2020-01_2020-12", 1),  # 6.0
        ("cn.exchange_rate.total.2011-01_2011-12", 4),  # 6.4630
        ("430100.outsourcing_enterprises.total.2023-09-15_2023-09-15", 0),  # 1403
    ],
)
def test_decimals_are_those_printed(rows, key, expected):
    assert rows.loc[key, "decimals"] == expected


def test_persons_in_ten_thousands_were_rounded_not_counted(rows):
    # 13.19 million persons, printed as 1319万
    found = rows.loc["cn.outsourcing_employees_cumulative.total.2021-04-30_2021-04-30"]

    assert (found["lower"], found["upper"]) == (1318.5, 1319.5)


def test_a_deficit_as_a_negative_balance_lies_around_its_value(rows):
    found = rows.loc["cn.services_trade_balance.total.2009-01_2009-12"]

    assert (found["lower"], found["upper"]) == (-295.15, -295.05)


def test_the_bounds_of_every_figure_hold_it(rows):
    value, growth = rows["value"].astype(float), pd.to_numeric(rows["growth"])
    printed = growth.notna()

    assert ((rows["lower"] <= value) & (value <= rows["upper"])).all()
    assert (rows["growth_lower"] <= growth)[printed].all()
    assert (growth <= rows["growth_upper"])[printed].all()
    assert printed.sum() == (rows["growth_qualifier"] != "").sum()
    assert rows["decimals"].tolist() == [decimals(text) for text in rows["value"]]
