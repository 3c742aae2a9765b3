import pytest

from lib.facts.cities import (
    SHARE,
    cities_of,
    leads,
    national_value,
    share_by_national_total,
)
from lib.facts.errors import NoSuchFigure
from lib.facts.record import CHONGQING
from tests.facts.altered import with_copy, without

OWN_2020 = "cn-cq.offshore_outsourcing_executed.total.2020-01_2020-12.cqcom-2021-09-09"
CHENGDU, WUHAN, XIAN = "510100", "420100", "610100"
CHENGDU_2020 = "510100.offshore_outsourcing_executed.total.2020-01_2020-12"


def test_four_cities_over_three_years_as_the_table_prints_them(record):
    cities = cities_of(record)
    assert cities.years == (2018, 2019, 2020)
    printed = {
        code: [None if fact is None else fact.at(8) for fact in cities.of(code)]
        for code in (CHONGQING, CHENGDU, WUHAN, XIAN)
    }
    assert printed == {
        CHONGQING: [21.5, 20.6, 22.8],
        CHENGDU: [19.9, 20.3, 22.9],
        WUHAN: [None, 8.4, 9.4],
        XIAN: [8.8, 6.4, 6.0],
    }


def test_one_year_comes_from_one_table_though_three_sources_print_chongqing(record):
    assert cities_of(record).newest[CHONGQING].observations == (OWN_2020,)


def test_of_two_tables_as_wide_the_later_published_is_taken(record):
    more = record
    for observation in (OWN_2020, CHENGDU_2020):
        # China News Service of 13 September 2021 is four days younger than the table.
        more = with_copy(more, "outsourcing", observation, source_id="cns-2021-09-13", value=99.0)
    assert cities_of(more).newest[CHONGQING].value == 22.8  # two cities against four
    for area in (WUHAN, XIAN):
        more = without(
            more, "outsourcing", ref_area=area, period_end=cities_of(record).newest[area].period.end
        )
    assert cities_of(more).newest[CHENGDU].value == 99.0  # two against two


def test_a_year_with_chongqing_alone_is_left_out(record):
    alone = record
    for area in (CHENGDU, WUHAN, XIAN):
        day = cities_of(record).newest[area].period.end
        alone = without(alone, "outsourcing", ref_area=area, period_end=day)
    assert cities_of(alone).years == (2018, 2019)


def test_figures_of_another_scope_are_not_taken(record):
    other = with_copy(
        record, "outsourcing", CHENGDU_2020, basis="outsourcing_mofcom", source_id="cns-2021-09-13"
    )
    assert cities_of(other).newest[CHENGDU].at(8) == 22.9


def test_without_the_other_cities_there_is_nothing_to_compare(record):
    alone = record
    for area in (CHENGDU, WUHAN, XIAN):
        alone = without(alone, "outsourcing", ref_area=area, indicator="offshore_outsourcing_executed")
    with pytest.raises(NoSuchFigure):
        cities_of(alone)


def test_chongqing_was_ahead_of_chengdu_until_2019(record):
    found = leads(record, cities_of(record), CHENGDU)
    # 21.5 − 19.9, 20.6 − 20.3, 22.8 − 22.9; each may be off by 0.05 + 0.05
    assert [fact.at(8) for fact in found] == pytest.approx([1.6, 0.3, -0.1])
    assert [fact.bounds_at(8)[0] for fact in found] == pytest.approx([1.5, 0.2, -0.2])
    assert [fact.bounds_at(8)[1] for fact in found] == pytest.approx([1.7, 0.4, 0.0], abs=1e-9)


def test_printed_shares_leave_out_what_the_text_lacks(record):
    shares = cities_of(record, SHARE)
    printed = {
        year: {code: fact.value for code, fact in found.items()} for year, found in shares.by_year.items()
    }
    assert printed == {
        2018: {CHONGQING: 2.4, CHENGDU: 2.2},
        2019: {CHONGQING: 2.1, CHENGDU: 2.1, WUHAN: 0.8, XIAN: 0.7},
        2020: {CHONGQING: 2.1, CHENGDU: 2.1, WUHAN: 0.8, XIAN: 0.6},
    }


def test_the_ministrys_total_gives_another_last_digit(record):
    cities = cities_of(record)
    assert national_value(record, cities).at(8) == 1057.8
    found = share_by_national_total(record, cities)
    # 22.8, 22.9, 9.4 and 6.0 ÷ 1057.8
    assert found[CHONGQING].value == pytest.approx(2.1554, abs=0.0001)
    assert found[CHENGDU].value == pytest.approx(2.1649, abs=0.0001)
    assert found[WUHAN].value == pytest.approx(0.8886, abs=0.0001)
    assert found[XIAN].value == pytest.approx(0.5672, abs=0.0001)
    # 22.75 ÷ 1057.85 = 2.1506: above 2.15, so that 2.1 cannot be its rounding
    assert found[CHONGQING].lower == pytest.approx(2.1506, abs=0.0001)
