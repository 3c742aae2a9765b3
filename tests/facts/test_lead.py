import pytest

from lib.facts.cities import cities_of, leads
from lib.facts.lead import size_of, standing
from lib.facts.record import CHONGQING

CHENGDU, WUHAN = "510100", "420100"


def test_touching_bounds_make_it_a_little_behind(record):
    newest = cities_of(record).newest
    # 22.75 to 22.85 and 22.85 to 22.95
    assert standing(own=newest[CHONGQING], other=newest[CHENGDU]) == "just_behind"
    assert standing(own=newest[CHENGDU], other=newest[CHONGQING]) == "just_ahead"


def test_bounds_apart_make_it_ahead_or_behind(record):
    newest = cities_of(record).newest
    assert standing(own=newest[CHONGQING], other=newest[WUHAN]) == "ahead"
    assert standing(own=newest[WUHAN], other=newest[CHONGQING]) == "behind"


def test_the_same_printed_figure_is_level(record):
    own = cities_of(record).newest[CHONGQING]
    assert standing(own=own, other=own) == "level"


def test_the_size_of_a_lead_has_no_sign(record):
    behind = leads(record, cities_of(record), CHENGDU)[-1]
    size = size_of(behind)
    assert size.at(8) == pytest.approx(0.1)
    assert size.bounds_at(8) == pytest.approx((0.0, 0.2), abs=1e-9)
    assert size_of(size) == size
