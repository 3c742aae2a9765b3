import pytest

from lib.calc.interval import Interval
from lib.facts.cities import cities_of
from lib.facts.errors import NoSuchFigure
from lib.facts.ranks import cities_of_place, place_among, place_among_cities, printed_places
from tests.facts.altered import without


def test_the_national_rank_is_printed_as_9th_and_as_10th(record):
    national, regional, services = printed_places(record)
    assert [fact.value for fact in national.printed] == [9.0, 10.0]
    assert [fact.observations[0].rsplit(".", 1)[-1] for fact in national.printed] == [
        "cns-2021-09-13",
        "cqcom-briefing-2021-08",
    ]
    assert national.is_disputed
    assert [fact.value for fact in (*regional.printed, *services.printed)] == [2.0, 2.0]
    assert not regional.is_disputed
    assert not services.is_disputed


def test_with_one_source_left_there_is_no_dispute(record):
    one = without(record, "outsourcing", category="national", source_id="cns-2021-09-13")
    national = printed_places(one)[0]
    assert [fact.value for fact in national.printed] == [10.0]
    assert not national.is_disputed


def test_a_rank_that_nobody_prints_is_left_out(record):
    less = without(record, "trade_volume", indicator="services_trade_rank")
    assert {place.indicator for place in printed_places(less)} == {"offshore_outsourcing_executed_rank"}
    with pytest.raises(NoSuchFigure):
        printed_places(without(less, "outsourcing", indicator="offshore_outsourcing_executed_rank"))


def test_chongqing_is_second_of_four_by_the_printed_values(record, zh, en):
    place = place_among_cities(record, cities_of(record))
    # 22.9 > 22.8 > 9.4 > 6.0; the bounds of the first two touch at 22.85 and no more
    assert (place.value, place.lower, place.upper) == (2.0, 2.0, 2.0)
    assert (zh.fact(place), en.fact(place)) == ("第2位", "2nd")
    assert len(place.lineage()) == 4


def test_overlapping_bounds_leave_the_place_open():
    place = place_among(3)(
        own=Interval(22.7, 22.9),
        city_1=Interval(22.8, 23.0),
        city_2=Interval(9.3, 9.5),
        city_3=Interval(5.9, 6.1),
    )
    assert place == Interval(1.0, 2.0)


def test_a_year_without_one_city_has_a_place_among_the_others(record):
    fewer = without(record, "outsourcing", ref_area="420100", indicator="offshore_outsourcing_executed")
    assert cities_of_place(place_among_cities(fewer, cities_of(fewer))) == ("CN-CQ", "510100", "610100")


def test_two_cities_are_no_ranking(record):
    fewer = without(record, "outsourcing", ref_area="420100", indicator="offshore_outsourcing_executed")
    fewer = without(fewer, "outsourcing", ref_area="610100", indicator="offshore_outsourcing_executed")
    with pytest.raises(NoSuchFigure):
        place_among_cities(fewer, cities_of(fewer))
