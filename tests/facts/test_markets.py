from datetime import date

import pytest

from lib.facts.errors import NoSuchFigure
from lib.facts.markets import (
    against_nation,
    markets,
    shares_of_nation,
    source_markets,
    stated_gaps_that_fit_nothing,
)
from lib.facts.period import Period
from tests.facts.altered import with_copy, without

EXECUTED, CONTRACT = "offshore_outsourcing_executed", "offshore_outsourcing_contract"
FIRST_HALF = Period.parse("2021-01_2021-06")
OWN_HALF = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-06"
NATION_HALF = "cn.offshore_outsourcing_executed.total.2021-01_2021-06.usd"


def test_each_group_of_markets_stands_by_each_measure(record):
    found = markets(record)
    assert [(market.group, market.measure) for market in found] == [
        ("BRI", EXECUTED),
        ("ASEAN", EXECUTED),
        ("BRI", CONTRACT),
        ("ASEAN", CONTRACT),
    ]
    assert [market.level and market.level.at(8) for market in found] == [1.2208, 0.5278, 1.9306, None]
    assert [market.growth and market.growth.value for market in found] == [43.65, 71.8, 94.7, None]


def test_without_any_group_there_is_an_error(record):
    for group in ("BRI", "ASEAN"):
        record = without(record, "outsourcing", counterpart=group, ref_area="CN-CQ")
    with pytest.raises(NoSuchFigure):
        markets(record)


def test_81_markets_in_the_first_half_and_an_unknown_number_otherwise(record):
    assert source_markets(record, FIRST_HALF).value == 81
    assert source_markets(record, Period.parse("2021-01_2021-08")) is None


def test_growth_is_set_against_the_nation_only_on_like_terms(record):
    pairs = against_nation(record)
    assert [(pair.own.indicator, pair.own.period.code) for pair in pairs] == [
        (EXECUTED, "2020-01_2020-12"),
        (EXECUTED, "2021-01_2021-06"),
        (CONTRACT, "2021-01_2021-06"),
    ]
    assert [pair.own.value for pair in pairs] == [10.5, 44.89, 68.7]
    assert [pair.nation.value for pair in pairs] == [
        9.2,
        25.9,
        26.7,
    ]  # in dollars, not 11.4, 22.5, 22.4 in yuan
    # 10.5 − 9.2 = 1.3; 44.89 − 25.9 = 18.99; 68.7 − 26.7 = 42.0
    assert [pair.gap.value for pair in pairs] == pytest.approx([1.3, 18.99, 42.0])
    assert {pair.gap.unit for pair in pairs} == {"PERCENTAGE_POINT"}
    # 44.885 − 25.95 = 18.935; 44.895 − 25.85 = 19.045
    assert (pairs[1].gap.lower, pairs[1].gap.upper) == pytest.approx((18.935, 19.045))


def test_no_rate_of_another_scope_is_compared(record):
    other = with_copy(record, "outsourcing", NATION_HALF, basis="another_scope")
    other = without(other, "outsourcing", observation_id=NATION_HALF)
    codes = [(pair.own.indicator, pair.own.period.code) for pair in against_nation(other)]
    assert (EXECUTED, "2021-01_2021-06") not in codes


def test_a_gap_has_a_side_and_a_size(record):
    slow = with_copy(record, "outsourcing", OWN_HALF, growth=20.0, growth_lower=19.95, growth_upper=20.05)
    slow = without(slow, "outsourcing", observation_id=OWN_HALF)
    pair = against_nation(slow)[1]
    assert (pair.side, pair.gap.value, pair.size.value) == ("behind", pytest.approx(-5.9), pytest.approx(5.9))
    assert (pair.size.lower, pair.size.upper) == pytest.approx((5.8, 6.0))  # 25.85 − 20.05, 25.95 − 19.95
    assert against_nation(record)[1].side == "ahead"


def test_without_national_rates_there_is_an_error(record):
    for indicator in (EXECUTED, CONTRACT):
        record = without(record, "outsourcing", indicator=indicator, ref_area="CN")
    with pytest.raises(NoSuchFigure):
        against_nation(record)


def test_the_stated_leads_fit_no_national_rate(record):
    # 44.89 − 13.1 = 31.79 and 68.7 − 37.5 = 31.2, where the nation has 22.4 to 33.3 but neither of these
    stated = stated_gaps_that_fit_nothing(record, against_nation(record))
    assert [gap.value for gap in stated] == [13.1, 37.5]


def test_a_stated_lead_that_fits_a_rate_is_no_contradiction(record):
    fits = with_copy(
        record,
        "outsourcing",
        NATION_HALF,
        basis="another_scope",
        growth=31.8,
        growth_lower=31.75,
        growth_upper=31.85,
    )
    stated = stated_gaps_that_fit_nothing(fits, against_nation(fits))
    assert [gap.value for gap in stated] == [37.5]


def test_shares_are_as_printed_and_checked_where_both_amounts_are(record):
    shares = shares_of_nation(record)
    assert [share.printed.value for share in shares] == [2.4, 2.1, 2.1]
    assert [share.computed is None for share in shares] == [True, True, False]
    # 22.8 ÷ 1057.8 = 2.1554 %; 22.75 ÷ 1057.85 = 2.1506; 22.85 ÷ 1057.75 = 2.1602
    computed = shares[-1].computed
    assert (computed.value, computed.lower, computed.upper) == pytest.approx(
        (2.1554, 2.1506, 2.1602), abs=5e-5
    )


def test_without_printed_shares_there_is_an_error(record):
    where = {"indicator": f"{EXECUTED}_share_of_national", "ref_area": "CN-CQ"}
    with pytest.raises(NoSuchFigure):
        shares_of_nation(without(record, "outsourcing", **where))


def test_a_later_release_of_the_groups_is_taken(record):
    later = with_copy(
        record,
        "outsourcing",
        "cn-cq.offshore_outsourcing_executed.total.bri.2021-01_2021-06",
        period_end=date(2021, 12, 31),
        value=30000,
    )
    found = markets(later)
    assert [market.level and market.level.at(8) for market in found] == [3.0, None, None, None]
