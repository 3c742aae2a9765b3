from datetime import date

import pytest

from lib.facts.period import Period


def test_an_address_and_its_period_are_the_same():
    period = Period.parse("2021-01_2021-08")
    assert (period.start, period.end) == (date(2021, 1, 1), date(2021, 8, 31))
    assert period.code == "2021-01_2021-08"


def test_february_ends_on_the_29th_in_a_leap_year():
    assert Period.parse("2020-01_2020-02").end == date(2020, 2, 29)
    assert Period.parse("2021-01_2021-02").end == date(2021, 2, 28)


def test_december_is_the_end_of_its_own_year():
    assert Period.parse("2020-01_2020-12").end == date(2020, 12, 31)


def test_the_year_before_a_leap_february_has_28_days():
    assert Period.parse("2020-01_2020-02").year_before().end == date(2019, 2, 28)


def test_what_is_left_of_eight_months_after_six_is_july_and_august():
    assert Period.parse("2021-01_2021-08").after(Period.parse("2021-01_2021-06")).code == "2021-07_2021-08"


def test_what_is_left_of_a_year_after_eleven_months_is_december():
    assert Period.parse("2020-01_2020-12").after(Period.parse("2020-01_2020-11")).code == "2020-12_2020-12"


@pytest.mark.parametrize("shorter", ["2021-02_2021-06", "2021-01_2021-08", "2021-01_2021-09"])
def test_only_a_first_part_can_be_taken_off(shorter):
    with pytest.raises(ValueError, match="is not the first part of 2021-01_2021-08"):
        Period.parse("2021-01_2021-08").after(Period.parse(shorter))


@pytest.mark.parametrize("text", ["2021", "2021-13_2021-14", "x", "", "2021-08_2021-01", "2021-01_2021-08_x"])
def test_what_is_no_period_is_refused(text):
    with pytest.raises(ValueError, match=r"period|month|isoformat"):
        Period.parse(text)


def test_a_point_has_no_months():
    point = Period(date(2021, 9, 13), date(2021, 9, 13))
    assert (point.is_point, point.months, point.is_year, point.code) == (True, 0, False, "2021-09-13")


def test_a_plan_of_five_years_is_no_single_year():
    plan = Period.parse("2016-01_2020-12")
    assert (plan.years, plan.months, plan.is_year) == (5, 60, False)
