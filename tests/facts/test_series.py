import pytest

from lib.facts.errors import NoSuchFigure
from lib.facts.series import once_a_period, whole_years, years_without
from tests.facts.altered import with_copy


def test_a_period_that_three_sources_print_is_taken_once(record):
    series = once_a_period(record, "offshore_outsourcing_executed", basis="offshore_mofcom")
    codes = [fact.period.code for fact in series]
    assert codes.count("2020-01_2020-12") == 1
    assert len(codes) == len(set(codes))


def test_only_calendar_years_are_whole_years(record):
    series = once_a_period(record, "offshore_outsourcing_executed", basis="offshore_mofcom")
    # The five-year sum and the parts of 2021 are left out.
    assert [fact.period.code for fact in whole_years(series)] == [
        "2018-01_2018-12",
        "2019-01_2019-12",
        "2020-01_2020-12",
    ]


def test_a_year_between_two_figures_without_one_is_named(record):
    series = once_a_period(record, "inbound_tourism_receipts", category="travel")
    assert years_without(whole_years(series)) == (2010, 2012, 2013)


def test_the_more_trusted_of_two_is_taken(record):
    observation = "cn-cq.inbound_tourism_receipts.travel.2011-01_2011-12"
    more = with_copy(record, "trade_volume", observation, value=9.99, confidence="high")
    (fact,) = (
        fact
        for fact in once_a_period(more, "inbound_tourism_receipts", category="travel")
        if fact.period.code == "2011-01_2011-12"
    )
    assert fact.value == 9.99


def test_nothing_found_is_an_error_and_not_an_empty_series(record):
    with pytest.raises(NoSuchFigure):
        once_a_period(record, "services_trade_total", basis="nobody")
    with pytest.raises(NoSuchFigure):
        whole_years(())
