from dataclasses import replace
from datetime import date

import pytest

from lib.calc.accounts import rest_of_whole, sum_of_types
from lib.facts.errors import DatasetUnavailable, NoSuchFigure
from lib.facts.outsourcing import (
    annual,
    contract_and_executed,
    growth_in,
    period_codes,
    periods_of_newest_year,
    plan_total,
    rest_of_year,
)
from lib.facts.outsourcing_parts import segments, types
from tests.facts.altered import with_copy, without

EXECUTED = "offshore_outsourcing_executed"
JAN_AUG = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
YEAR_2018 = "cn-cq.offshore_outsourcing_executed.total.2018-01_2018-12"
TOTALS = {"indicator": EXECUTED, "ref_area": "CN-CQ", "category": "total", "counterpart": "WLD"}


def of_year(year):
    return TOTALS | {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}


def unavailable(record):
    fault = DatasetUnavailable(file="outsourcing.parquet", problem="missing")
    return replace(record, faults={"outsourcing": fault})


def test_each_cumulative_period_of_2021_has_its_own_base(record):
    half, eight = periods_of_newest_year(record)
    assert (half.level.at(8), half.growth.value) == (5.2, 44.89)
    assert (eight.level.at(8), eight.growth.value) == (12.1, 78.7)
    # 5.2 ÷ 1.4489 = 3.5889; from 5.15 ÷ 1.44895 = 3.5543 to 5.25 ÷ 1.44885 = 3.6236
    assert half.base.at(8) == pytest.approx(3.5889, abs=5e-5)
    assert half.base.bounds_at(8) == pytest.approx((3.5543, 3.6236), abs=5e-5)
    # 12.1 ÷ 1.787 = 6.7711; from 12.05 ÷ 1.7875 = 6.7413 to 12.15 ÷ 1.7865 = 6.8010
    assert eight.base.at(8) == pytest.approx(6.7711, abs=5e-5)
    assert eight.base.bounds_at(8) == pytest.approx((6.7413, 6.8010), abs=5e-5)
    assert eight.base.period.code == "2020-01_2020-08"
    assert eight.base.lineage() == (JAN_AUG,)


def test_the_periods_to_choose_from_are_newest_first(record):
    assert period_codes(record) == ("2021-01_2021-08", "2021-01_2021-06")


def test_without_data_there_is_no_period_to_choose(record):
    assert period_codes(unavailable(record)) == ()
    with pytest.raises(DatasetUnavailable):
        periods_of_newest_year(unavailable(record))


def test_a_period_that_two_sources_print_is_offered_once(record):
    twice = with_copy(record, "outsourcing", JAN_AUG, source_id="cqcom-2021-09-09")
    assert period_codes(twice) == ("2021-01_2021-08", "2021-01_2021-06")


def test_a_period_without_a_printed_growth_is_left_out(record):
    later = with_copy(
        record, "outsourcing", JAN_AUG, period_end=date(2021, 9, 30), growth=float("nan"), value=1.5
    )
    assert period_codes(later) == ("2021-01_2021-08", "2021-01_2021-06")


@pytest.mark.parametrize("code", ["", "2021-01_2021-08", "2019-01_2019-12", "nonsense"])
def test_any_other_code_means_the_newest_period(record, code):
    assert growth_in(record, code).level.period.code == "2021-01_2021-08"


def test_a_chosen_period_is_the_one_given(record):
    assert growth_in(record, "2021-01_2021-06").level.at(8) == 5.2


def test_the_rest_of_2020_is_the_year_less_what_growth_implies(record):
    split = rest_of_year(record, "")
    assert split.year.at(8) == 22.8
    assert split.rest.period.code == "2020-09_2020-12"
    # 22.8 − 6.7711 = 16.0289; from 22.75 − 6.8010 = 15.9490 to 22.85 − 6.7413 = 16.1087
    assert split.rest.at(8) == pytest.approx(16.0289, abs=5e-5)
    assert split.rest.bounds_at(8) == pytest.approx((15.9490, 16.1087), abs=5e-5)
    # 16.0289 ÷ 22.8 = 70.30 %; from 15.9490 ÷ 22.85 = 69.80 to 16.1087 ÷ 22.75 = 70.81
    assert split.share.value == pytest.approx(70.30, abs=5e-3)
    assert (split.share.lower, split.share.upper) == pytest.approx((69.80, 70.81), abs=5e-3)


def test_the_first_half_leaves_more_of_2020(record):
    split = rest_of_year(record, "2021-01_2021-06")
    assert split.rest.period.code == "2020-07_2020-12"
    # 22.8 − 3.5889 = 19.2111
    assert split.rest.at(8) == pytest.approx(19.2111, abs=5e-5)


def test_without_the_year_there_is_no_rest(record):
    with pytest.raises(NoSuchFigure):
        rest_of_year(without(record, "outsourcing", **of_year(2020)), "")


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
    with pytest.raises(NoSuchFigure):
        plan_total(without(record, "outsourcing", **of_year(2019)))


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


def test_a_category_with_only_one_of_the_two_is_left_out(record):
    pairs = contract_and_executed(record, ("total", "industrial_design"))
    assert [pair.level.category for pair in pairs] == ["total", "total"]
    with pytest.raises(NoSuchFigure):
        contract_and_executed(record, ("industrial_design",))


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
