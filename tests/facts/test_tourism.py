import pytest

from lib.facts.errors import NoSuchFigure
from lib.facts.tourism import tourism_receipts
from tests.facts.altered import without


def test_fourteen_whole_years_are_printed(record):
    found = tourism_receipts(record)
    assert [fact.period.end.year for fact in found.years] == [*range(1998, 2010), 2011, 2014]
    assert [fact.at(8) for fact in found.years[-4:]] == [4.5, 5.37, 9.68, 13.54]
    assert found.years[0].at(6) == 88.0


def test_years_without_a_figure_are_gaps(record):
    assert tourism_receipts(record).gaps == (2010, 2012, 2013)


def test_parts_of_years_are_kept_apart(record):
    found = [(fact.period.code, fact.qualifier) for fact in tourism_receipts(record).parts]
    assert found == [
        ("2012-01_2012-01", "exact"),
        ("2016-01_2016-08", "over"),
        ("2018-01_2018-02", "exact"),
    ]


def test_the_growth_is_that_of_the_newest_whole_year(record):
    growth = tourism_receipts(record).growth
    assert (growth.value, growth.unit, growth.period.code) == (6.8, "PERCENT", "2014-01_2014-12")


def test_without_receipts_there_is_an_error_and_no_zero(record):
    with pytest.raises(NoSuchFigure):
        tourism_receipts(without(record, "trade_volume", indicator="inbound_tourism_receipts"))
