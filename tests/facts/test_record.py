from dataclasses import replace

import pandas as pd
import pytest

from lib.facts.errors import DatasetUnavailable, NoSuchFigure
from lib.facts.period import Period
from lib.facts.record import DATASETS

JAN_AUG = Period.parse("2021-01_2021-08")
YEAR_2020 = Period.parse("2020-01_2020-12")


def test_the_record_holds_548_printed_figures(record):
    assert record.size == 548


def test_the_newest_offshore_figure_is_that_of_january_to_august_2021(record):
    fact = record.latest("offshore_outsourcing_executed")
    assert (fact.value, fact.unit_mult, fact.unit, fact.decimals) == (1.21, 9, "USD", 2)
    assert fact.period == JAN_AUG
    assert (fact.lower, fact.upper) == (1.205, 1.215)
    assert fact.observations == ("cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08",)


def test_growth_is_read_beside_its_level(record):
    growth = record.growth(record.latest("offshore_outsourcing_executed"))
    assert (growth.value, growth.unit, growth.lower, growth.upper) == (78.7, "PERCENT", 78.65, 78.75)


def test_growth_may_be_printed_by_another_source_of_the_same_figure(record):
    # The official table prints 22.8 for 2020 without a rate; the commission's release prints +10.5 % with it.
    level = record.by_id("cn-cq.offshore_outsourcing_executed.total.2020-01_2020-12.cqcom-2021-09-09")
    assert record.growth(level).value == 10.5


def test_growth_that_nobody_printed_is_missing_and_not_zero(record):
    level = record.one("offshore_outsourcing_executed", period=Period.parse("2018-01_2018-12"))
    growth = record.growth(level)
    assert growth.is_missing
    assert growth.status == "M"


def test_scopes_are_kept_apart(record):
    cny = record.latest("services_trade_total", basis="services_trade_cny")
    usd = record.latest("services_trade_total", basis="services_trade_usd_wide")
    assert (cny.value, cny.unit, cny.period) == (67.53, "CNY", YEAR_2020)
    assert (usd.value, usd.unit, usd.period.code) == (16.35, "USD", "2019-01_2019-08")


def test_low_confidence_is_left_out_unless_asked_for(record):
    rows = record.rows("services_trade_total", basis="services_trade_cny", kind="target")
    assert rows == []
    low = record.rows("services_trade_total", basis="services_trade_cny", kind="target", confidence="low")
    assert [row["value"] for row in low] == [1000]


def test_nothing_of_that_description_is_an_error_and_no_zero(record):
    with pytest.raises(NoSuchFigure):
        record.latest("services_trade_total", basis="no_such_scope")
    with pytest.raises(NoSuchFigure):
        record.one("offshore_outsourcing_executed", period=Period.parse("1999-01_1999-12"))
    with pytest.raises(NoSuchFigure):
        record.by_id("no-such-observation")
    with pytest.raises(NoSuchFigure):
        record.latest("no_such_indicator")


def test_of_two_sources_the_more_confident_and_then_the_later_is_taken(record):
    rank = record.one("offshore_outsourcing_executed_rank", period=YEAR_2020, category="national")
    assert rank.value == 9  # both medium; China News Service is dated, the copy of the release is not
    assert len(record.all("offshore_outsourcing_executed_rank", category="national")) == 2


def test_a_dataset_that_could_not_be_read_says_so_when_asked(record):
    fault = DatasetUnavailable(file="data/outsourcing.parquet", problem="damaged")
    frames = {name: frame for name, frame in record.frames.items() if name != "outsourcing"}
    broken = replace(record, frames=frames, faults={"outsourcing": fault})
    with pytest.raises(DatasetUnavailable, match=r"data/outsourcing\.parquet: damaged"):
        broken.latest("offshore_outsourcing_executed")
    assert broken.latest("services_trade_enterprises").value == 1800
    assert broken.size < 548


def test_names_come_from_the_record_in_both_languages(record):
    assert record.name("areas", "CN-CQ", "zh") == "重庆市"
    assert record.name("categories", "kpo", "en") == "Knowledge process outsourcing (KPO)"
    assert record.name("areas", "XX", "en") == "XX"


def test_every_dataset_is_there(record):
    assert not record.faults
    assert sum(len(record.frame(name)) for name in DATASETS) == 548
    assert isinstance(record.frame("sources"), pd.DataFrame)
