from dataclasses import replace
from datetime import date

import pytest

from lib.facts.errors import DatasetUnavailable, NoSuchFigure
from lib.facts.outsourcing_periods import growth_in, levels, of_one_year, period_codes, rest_of_year
from tests.facts.altered import with_copy, without

EXECUTED = "offshore_outsourcing_executed"
JAN_AUG = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
TOTALS = {"indicator": EXECUTED, "ref_area": "CN-CQ", "category": "total", "counterpart": "WLD"}
OFFERED = ("2021-01_2021-08", "2021-01_2021-06", "2020-01_2020-12", "2019-01_2019-12", "2018-01_2018-12")
HALF_2022 = {
    "period_start": date(2022, 1, 1),
    "period_end": date(2022, 6, 30),
    "value": 1.4,
    "lower": 1.395,
    "upper": 1.405,
    "growth": float("nan"),
}


def of_year(year):
    return TOTALS | {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}


def unavailable(record):
    fault = DatasetUnavailable(file="outsourcing.parquet", problem="missing")
    return replace(record, faults={"outsourcing": fault})


def test_each_cumulative_period_of_2021_has_its_own_base(record):
    half, eight = of_one_year(record, growth_in(record, "").level)
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


def test_the_periods_to_choose_from_are_newest_first_and_of_a_year_at_most(record):
    offered = period_codes(record)
    assert offered[-5:] == OFFERED
    assert "2016-01_2020-12" not in offered


def test_without_data_there_is_no_period_to_choose(record):
    assert period_codes(unavailable(record)) == ()
    with pytest.raises(DatasetUnavailable):
        levels(unavailable(record))


def test_a_period_that_two_sources_print_is_offered_once(record):
    twice = with_copy(record, "outsourcing", JAN_AUG, source_id="cqcom-2021-09-09")
    assert period_codes(twice) == period_codes(record)


def test_an_address_reopens_its_period_after_any_later_one_has_come(record):
    """A half-year of 2022 without growth, USD 1.4 bn, and the same again from a register of one's own."""
    later = with_copy(record, "outsourcing", JAN_AUG, **HALF_2022)
    own = with_copy(later, "outsourcing", JAN_AUG + ".copy", value=9.9, basis="contract_register")
    for grown in (later, own):
        assert period_codes(grown)[:2] == ("2022-01_2022-06", "2021-01_2021-08")
        newest, asked = growth_in(grown, ""), growth_in(grown, "2021-01_2021-08")
        assert (newest.level.at(8), newest.growth.value) == (14.0, pytest.approx(169.2308))  # 14.0 ÷ 5.2 − 1
        assert newest.base.at(8) == 5.2  # the half-year of 2021, as printed
        assert (asked.level.at(8), asked.growth.value) == (12.1, 78.7)
        assert [pair.level.at(8) for pair in of_one_year(grown, newest.level)] == [14.0]
        assert [pair.level.at(8) for pair in of_one_year(grown, asked.level)] == [5.2, 12.1]


@pytest.mark.parametrize("code", ["", "2021-01_2021-08", "2017-01_2017-12", "nonsense"])
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


def test_a_period_that_cannot_tell_gives_way_to_the_newest_that_can(record):
    later = with_copy(record, "outsourcing", JAN_AUG, **HALF_2022)
    for code in ("", "2022-01_2022-06", "2018-01_2018-12"):
        assert rest_of_year(later, code).rest.period.code == "2020-09_2020-12"


def test_without_the_year_there_is_no_rest(record):
    with pytest.raises(NoSuchFigure):
        rest_of_year(without(record, "outsourcing", **of_year(2020)), "")
