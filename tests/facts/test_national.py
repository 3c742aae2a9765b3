from datetime import date

import pytest

from lib.facts.errors import NoSuchFigure
from lib.facts.national import national_total, to_digits
from tests.facts.altered import with_copy, without


def test_whole_years_of_one_scope_in_yuan(record):
    found = national_total(record)
    assert [(fact.period.end.year, fact.at(12)) for fact in found.years] == [
        (2017, 4.7),
        (2018, 5.24),
        (2020, 4.56427),
        (2021, 5.3),
        (2022, 5.98),
        (2023, 6.575),
        (2024, 7.5238),
    ]
    assert {fact.basis for fact in found.years} == {"bop_mofcom"}


def test_2019_has_no_yuan_total_and_2025_none_that_is_trusted(record):
    found = national_total(record)
    assert found.gaps == (2019,)
    assert found.years[-1].period.end.year == 2024


def test_dollars_are_worked_out_at_the_rate_of_each_year(record):
    found = national_total(record, "USD")
    first, last = found.years[0], found.years[-1]
    # 4.7 ÷ 6.7569 = 0.695585; 7.5238 ÷ 7.1957 = 1.045597
    assert first.at(12) == pytest.approx(0.695585, abs=1e-6)
    assert last.at(12) == pytest.approx(1.045597, abs=1e-6)
    assert all(fact.is_derived for fact in found.years)
    # The printed growth is that of the yuan total in either currency.
    assert found.growth.value == 14.4


@pytest.mark.parametrize(("year", "text"), [(0, "4.7"), (2, "4.56"), (5, "6.58"), (6, "7.52")])
def test_a_label_carries_two_decimals_at_most_and_none_that_was_not_printed(record, zh, year, text):
    # 4.7; 4.56427 and 7.5238 cut to two; 6.575 rounded half up
    assert zh.number(to_digits(national_total(record).years[year], 12), 12) == text


def test_cutting_digits_leaves_value_and_bounds_alone(record):
    fact = national_total(record).years[-1]
    cut = to_digits(fact, 12)
    assert (cut.value, cut.bounds, cut.observations) == (fact.value, fact.bounds, fact.observations)


def test_without_the_nation_there_is_an_error(record):
    with pytest.raises(NoSuchFigure):
        national_total(without(record, "trade_volume", ref_area="CN", basis="bop_mofcom"))


def test_a_year_whose_rate_is_not_known_yet_is_told_in_yuan_alone(record):
    newest = national_total(record).years[-1].observations[0]
    later = with_copy(
        record, "trade_volume", newest, period_start=date(2031, 1, 1), period_end=date(2031, 12, 31)
    )
    assert national_total(later).years[-1].period.end.year == 2031
    assert national_total(later, "USD").years == national_total(record, "USD").years
