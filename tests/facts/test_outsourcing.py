from datetime import date

import pytest

from lib.calc.accounts import rest_of_whole, sum_of_types
from lib.facts.errors import NoSuchFigure
from lib.facts.outsourcing import (
    annual,
    contract_and_executed,
    growth_on_base,
    plan_total,
)
from lib.facts.outsourcing_parts import segments, types
from tests.facts.altered import with_copy, without

EXECUTED = "offshore_outsourcing_executed"
JAN_AUG = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
YEAR_2018 = "cn-cq.offshore_outsourcing_executed.total.2018-01_2018-12"
TOTALS = {"indicator": EXECUTED, "ref_area": "CN-CQ", "category": "total", "counterpart": "WLD"}


def of_year(year):
    return TOTALS | {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}


def test_a_base_that_is_printed_takes_the_place_of_the_implied_one(record):
    fell = growth_on_base(record, annual(record)[1].level)
    assert (fell.base.at(8), fell.base.is_derived) == (21.5, False)
    # 20.6 ÷ 21.5 − 1 = −4.186 %
    assert (round(fell.growth.value, 3), fell.growth.is_derived) == (-4.186, True)
    rose = growth_on_base(record, annual(record)[2].level)
    assert (rose.base.at(8), rose.growth.value, rose.growth.is_derived) == (20.6, 10.5, False)


def test_a_level_alone_has_neither_growth_nor_base(record):
    alone = growth_on_base(record, annual(record)[0].level)
    assert (alone.growth.is_missing, alone.base.is_missing) == (True, True)


def test_years_stand_once_with_the_growth_that_is_printed_and_that_the_levels_give(record):
    years = annual(record)
    assert [year.level.at(8) for year in years] == [21.5, 20.6, 22.8]
    assert [year.printed.is_missing for year in years] == [True, True, False]
    assert years[0].computed is None
    # 20.6 ÷ 21.5 − 1 = −4.186 %; from 20.55 ÷ 21.55 − 1 = −4.640 to 20.65 ÷ 21.45 − 1 = −3.730
    fell = years[1].computed
    assert (fell.value, fell.lower, fell.upper) == pytest.approx((-4.186, -4.640, -3.730), abs=5e-4)
    # 22.8 ÷ 20.6 − 1 = 10.680 %; from 22.75 ÷ 20.65 − 1 = 10.169 to 22.85 ÷ 20.55 − 1 = 11.192
    rose = years[2].computed
    assert (rose.value, rose.lower, rose.upper) == pytest.approx((10.680, 10.169, 11.192), abs=5e-4)
    assert years[2].printed.value == 10.5


def test_a_year_after_a_gap_has_no_computed_growth(record):
    years = annual(without(record, "outsourcing", **of_year(2019)))
    assert [year.level.period.end.year for year in years] == [2018, 2020]
    assert years[1].computed is None


def test_years_of_another_scope_do_not_join_the_series(record):
    other = with_copy(
        record,
        "outsourcing",
        YEAR_2018,
        period_start=date(2017, 1, 1),
        period_end=date(2017, 12, 31),
        basis="another_scope",
    )
    assert [year.level.period.end.year for year in annual(other)] == [2018, 2019, 2020]


def test_without_any_year_there_is_an_error(record):
    for year in (2018, 2019, 2020):
        record = without(record, "outsourcing", **of_year(year))
    with pytest.raises(NoSuchFigure):
        annual(record)


def test_the_plan_total_leaves_38_3_for_2016_and_2017(record):
    plan = plan_total(record)
    assert (plan.total.at(8), plan.growth.value) == (103.2, 77.6)
    assert [year.at(8) for year in plan.years] == [21.5, 20.6, 22.8]
    # 103.2 − 22.8 = 80.4; − 20.6 = 59.8; − 21.5 = 38.3
    assert [step.at(8) for step in plan.steps] == pytest.approx([80.4, 59.8, 38.3])
    assert plan.before.period.code == "2016-01_2017-12"
    # 103.15 − 22.85 − 20.65 − 21.55 = 38.10; 103.25 − 22.75 − 20.55 − 21.45 = 38.50
    assert plan.before.bounds_at(8) == pytest.approx((38.10, 38.50))


def test_a_year_that_is_missing_in_the_middle_is_not_taken_for_nothing(record):
    plan = plan_total(without(record, "outsourcing", **of_year(2019)))
    # 103.2 − 22.8: what is left is of all years before 2020, with or without a figure.
    assert (plan.before.period.code, round(plan.before.at(8), 1)) == ("2016-01_2019-12", 80.4)
    with pytest.raises(NoSuchFigure):
        plan_total(without(record, "outsourcing", **of_year(2020)))


def test_another_printed_year_leaves_less_for_the_others(record):
    more = with_copy(
        record,
        "outsourcing",
        YEAR_2018,
        period_start=date(2017, 1, 1),
        period_end=date(2017, 12, 31),
        value=20.0,
        lower=19.95,
        upper=20.05,
    )
    plan = plan_total(more)
    assert plan.before.period.code == "2016-01_2016-12"
    assert plan.before.at(8) == pytest.approx(18.3)  # 38.3 − 20.0


def test_the_plan_is_an_error_where_no_year_of_it_is_printed(record):
    for year in (2018, 2019, 2020):
        record = without(record, "outsourcing", **of_year(year))
    with pytest.raises(NoSuchFigure):
        plan_total(record)


def test_contract_and_executed_stand_beside_their_bases(record):
    pairs = contract_and_executed(record, ("total", "kpo"))
    assert [pair.level.at(8) for pair in pairs] == [7.2, 5.2, 5, 3.6]
    assert [pair.growth.value for pair in pairs] == [68.7, 44.89, 57, 38.4]
    # 7.2 ÷ 1.687 = 4.2679, 5.2 ÷ 1.4489 = 3.5889, 5 ÷ 1.57 = 3.1847, 3.6 ÷ 1.384 = 2.6012
    assert [pair.base.at(8) for pair in pairs] == pytest.approx([4.2679, 3.5889, 3.1847, 2.6012], abs=5e-5)
    # "5" without a decimal can be 4.5 to 5.5, "57 %" 56.5 to 57.5: 4.5 ÷ 1.575 = 2.857, 5.5 ÷ 1.565 = 3.514
    assert pairs[2].base.bounds_at(8) == pytest.approx((2.857, 3.514), abs=5e-4)


def test_a_category_with_only_one_of_the_two_stands_with_that(record):
    pairs = contract_and_executed(record, ("total", "industrial_design"))
    assert [pair.level.category for pair in pairs] == ["total", "total", "industrial_design"]


def test_three_types_add_up_to_the_printed_total_within_rounding(record):
    split = types(record)
    assert [level.at(8) for level in split.levels] == [18.2, 2.4, 2.24]
    assert [growth.value for growth in split.growths] == [8.5, 6.1, 36.9]
    # 18.2 + 2.4 + 2.24 = 22.84; 18.15 + 2.35 + 2.235 = 22.735; 18.25 + 2.45 + 2.245 = 22.945
    assert split.sum.at(8) == pytest.approx(22.84)
    assert split.sum.bounds_at(8) == pytest.approx((22.735, 22.945))
    assert split.total.at(8) == 22.8
    assert split.add_up
    # 18.2 ÷ 22.8 = 79.82 %
    assert split.share.value == pytest.approx(79.82, abs=5e-3)


def test_types_that_do_not_add_up_are_told(record):
    kpo = "cn-cq.offshore_outsourcing_executed.kpo.2020-01_2020-12"
    larger = with_copy(record, "outsourcing", kpo, value=18.9, lower=18.85, upper=18.95)
    larger = without(larger, "outsourcing", observation_id=kpo)
    assert not types(larger).add_up  # 18.85 + 2.35 + 2.235 = 23.435, over 22.85


def test_types_need_all_three_of_one_period(record):
    bpo = {"indicator": EXECUTED, "ref_area": "CN-CQ", "category": "bpo"}
    with pytest.raises(NoSuchFigure):
        types(without(record, "outsourcing", **bpo))


def test_two_segments_leave_some_of_kpo(record):
    split = segments(record)
    assert split.whole.at(8) == 3.6
    assert [part.category for part in split.parts] == ["industrial_design", "pharma_biotech_rd"]
    assert [part.at(8) for part in split.parts] == [2.5, 0.8287]
    assert [growth.value for growth in split.growths] == [82.2, 55.6]
    # 3.6 − 2.5 − 0.8287 = 0.2713; 3.55 − 2.55 − 0.82875 = 0.17125; 3.65 − 2.45 − 0.82865 = 0.37135
    assert split.rest.at(8) == pytest.approx(0.2713)
    assert split.rest.bounds_at(8) == pytest.approx((0.17125, 0.37135))


def test_a_type_without_printed_segments_is_an_error(record):
    with pytest.raises(NoSuchFigure):
        segments(record, of="ito")


def test_what_is_missing_stays_missing():
    assert rest_of_whole(whole=103.2, part=None) != rest_of_whole(whole=103.2, part=None)
    total = sum_of_types(kpo=18.2, ito=None, bpo=2.24)
    assert total != total  # only nan differs from itself
