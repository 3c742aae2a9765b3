"""Counts of enterprises, and the value for each, as the record prints them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lib.facts import enterprises
from lib.facts.errors import NoSuchFigure
from lib.facts.record import Record
from tests.facts.altered import with_copy, without


def test_nearly_1800_is_fewer_than_1800(record: Record) -> None:
    count = enterprises.enterprise_count(record)
    assert (count.value, count.qualifier, count.lower, count.upper) == (1800, "nearly", 1750, 1800)


def test_counts_elsewhere_are_grouped_by_what_is_counted(record: Record) -> None:
    found = [
        (count.ref_area, count.indicator, count.period.code, count.value, count.qualifier)
        for count in enterprises.counts_elsewhere(record)
    ]
    assert found == [
        ("510100", "services_trade_enterprises", "2017-11-07", 2600, "over"),
        ("430100", "outsourcing_enterprises", "2023-09-15", 1403, "exact"),
        ("CN-HA", "outsourcing_enterprises", "2017-03-02", 1288, "exact"),
        ("420100", "key_services_trade_enterprises", "2025-09-28", 130, "over"),
    ]


def test_an_area_of_low_confidence_alone_is_left_out(record: Record) -> None:
    frame = record.frame("enterprises").copy()
    frame.loc[frame["ref_area"] == "430100", "confidence"] = "low"
    changed = replace(record, frames=dict(record.frames) | {"enterprises": frame})
    assert "430100" not in {count.ref_area for count in enterprises.counts_elsewhere(changed)}


def test_fewer_enterprises_mean_more_for_each(record: Record) -> None:
    each = enterprises.value_per_enterprise(record).each
    # 67.53 bn ÷ 1,800 = 37.5167 m. Least: 67.525 bn ÷ 1,800 = 37.5139 m. Most: 67.535 bn ÷ 1,750 = 38.5914 m.
    assert each.at(6) == pytest.approx(37.5167, abs=0.0001)
    assert each.bounds_at(6) == pytest.approx((37.5139, 38.5914), abs=0.0001)
    assert each.lower < each.value < each.upper
    assert each.unit == "CNY_PER_ENTERPRISE"
    assert each.derivation is not None
    assert each.derivation.assumptions == ("value_and_count_differ_in_date",)


def test_the_shown_average_lies_within_its_bounds(record: Record) -> None:
    each = enterprises.value_per_enterprise(record).each
    assert each.lower <= round(each.value, each.decimals) + 5e-5
    assert round(each.value, each.decimals) <= each.upper


def test_without_a_count_there_is_no_average_and_no_zero(record: Record) -> None:
    with pytest.raises(NoSuchFigure):
        enterprises.value_per_enterprise(
            without(record, "enterprises", indicator="services_trade_enterprises", ref_area="CN-CQ")
        )


def test_the_ends_of_a_count_are_exact(record: Record) -> None:
    lower, upper = enterprises.ends_of(enterprises.enterprise_count(record))
    assert [(end.value, end.lower, end.upper, end.qualifier) for end in (lower, upper)] == [
        (1750, 1750, 1750, "exact"),
        (1800, 1800, 1800, "exact"),
    ]


def test_the_nation_is_taken_at_year_ends_alone(record: Record) -> None:
    counts = enterprises.national_year_ends(record)
    # April 2014 and the 31 demonstration cities are other figures.
    assert [(count.period.end.year, count.at(0), count.qualifier) for count in counts] == [
        (2012, 21159, "exact"),
        (2013, 24818, "exact"),
        (2014, 28127, "exact"),
        (2016, 40000, "about"),
    ]
    # "About 40,000" is 40,000 give or take half of 10,000.
    assert counts[-1].bounds_at(0) == (35000, 45000)


def test_2015_is_missing_and_nothing_fills_it(record: Record) -> None:
    assert enterprises.missing_years(enterprises.national_year_ends(record)) == (2015,)


def test_a_record_without_year_ends_says_so(record: Record) -> None:
    with pytest.raises(NoSuchFigure):
        enterprises.national_year_ends(without(record, "enterprises", ref_area="CN"))


def test_a_part_of_a_year_is_never_divided_among_enterprises(record: Record) -> None:
    half = {"period_start": date(2022, 1, 1), "period_end": date(2022, 6, 30), "value": 41.21}
    later = with_copy(record, "trade_volume", "cn-cq.services_trade_total.total.2020-01_2020-12", **half)
    assert enterprises.value_per_enterprise(later).total.period.end.year == 2020


def test_of_over_1800_the_average_is_at_most_what_1800_give(record: Record) -> None:
    day = date(2025, 12, 31)
    over = {"value": 1800.0, "lower": 1800.0, "upper": float("inf"), "qualifier": "over"}
    count = "cn-cq.services_trade_enterprises.total.2021-09-13_2021-09-13"
    later = with_copy(record, "enterprises", count, **over, period_start=day, period_end=day)
    found = enterprises.value_per_enterprise(later)
    # 67.535 bn ÷ 1,800 = 37.5194 m
    assert found.as_least is False
    assert found.said.at(6) == pytest.approx(37.5194, abs=0.0001)
