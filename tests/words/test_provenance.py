import csv
import io

import pytest

from lib.facts.goal import goal_path
from lib.facts.outsourcing import growth_on_base
from lib.words.provenance import (
    as_of,
    as_printed,
    entry,
    formula_with_names,
    formula_with_numbers,
    sources_of,
)
from lib.words.tables import CSV_COLUMNS, csv_bytes, screen_rows


@pytest.fixture
def pair(record):
    return growth_on_base(record, record.latest("offshore_outsourcing_executed"))


def test_a_printed_figure_is_quoted_in_its_own_digits(record, zh, en):
    executed = record.latest("offshore_outsourcing_executed")
    assert as_printed(executed, en) == "1.21 × 10⁹ USD"
    assert as_printed(executed, zh) == "1.21 × 10⁹ 美元"
    assert as_printed(record.latest("services_trade_enterprises"), zh) == "近 1800 家"


def test_a_derived_figure_shows_its_formula_with_names_and_with_numbers(pair, zh, en):
    assert formula_with_names(pair.base, zh) == "本期 ÷ (1 + 增速 ÷ 100)"
    assert formula_with_numbers(pair.base, zh) == "12.1 ÷ (1 + 78.7 ÷ 100)"
    assert formula_with_numbers(pair.base, en) == "1.21 ÷ (1 + 78.7 ÷ 100)"


def test_the_panel_names_formula_numbers_bounds_and_what_is_taken_for_granted(record, pair, en):
    told = dict(entry(pair.base, record, en))
    assert told["With numbers"] == "1.21 ÷ (1 + 78.7 ÷ 100) → ≈USD 0.68bn"
    assert told["Possible range"] == "0.674–0.680"
    assert told["Takes for granted"] == "The same period a year earlier is counted in the same scope."
    assert told["Source"].startswith("China News Service, 2021-09-13 (translation)")


def test_every_panel_of_the_goal_can_be_written(record, words):
    path = goal_path(record)
    for fact in (
        path.outcome,
        path.goal,
        path.gap,
        path.needed,
        path.stated,
        *path.needed_path,
        *path.stated_path,
    ):
        for name, text in entry(fact, record, words):
            assert name
            assert text
            assert "nan" not in text


def test_a_copy_is_named_without_a_link(record, zh, en):
    first_half = next(
        fact
        for fact in record.all("offshore_outsourcing_executed", category="total")
        if fact.period.code == "2021-01_2021-06"
    )
    (source,) = sources_of([first_half], record, zh)
    assert source.line == "重庆日报（人民网重庆频道） 2021-08-09（转载）"
    assert source.url == ""
    assert "(read on a copy)" in sources_of([first_half], record, en)[0].line


def test_a_translation_is_linked(record, pair, en):
    (source,) = sources_of([pair.level], record, en)
    assert source.url.startswith("https://www.tellerreport.com/business/2021-09-13-chongqing")


def test_sources_are_named_once_each(record, zh):
    path = goal_path(record)
    assert len(sources_of((path.outcome, path.goal, path.needed), record, zh)) == 1


def test_as_of_is_the_newest_day_that_a_source_was_published(record, pair):
    assert str(as_of([pair.level], record)) == "2021-09-13"


def test_of_an_undated_source_its_period_counts(record):
    # The dated count is that of January 2014; the count of the end of 2016 stands in a source without a date.
    counts = record.all("outsourcing_enterprises", ref_area="CN", category="total")
    assert as_of(counts, record).year >= 2016


def test_the_year_of_a_goal_is_not_a_day_of_speaking(record):
    assert str(as_of([goal_path(record).goal], record)) == "2021-09-13"


def test_the_table_says_figure_bounds_status_and_source(record, pair, zh):
    (row,) = screen_rows([("上年同期", pair.base)], record, zh)
    assert row == [
        "上年同期",
        "2020年1—8月",
        "约6.8亿美元",
        "6.74—6.80",
        "测算值",
        "中国新闻社 2021-09-13（译文）",
    ]


def test_the_csv_opens_in_a_spreadsheet_and_carries_everything(record, pair, words):
    data = csv_bytes([("level", pair.level), ("base", pair.base)], record, words)
    assert data.startswith(b"\xef\xbb\xbf")
    head, level, base = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert len(head) == len(CSV_COLUMNS) == len(level) == len(base)
    at = CSV_COLUMNS.index
    assert level[at("value")] == "1.21"
    assert (level[at("lower")], level[at("upper")], level[at("unit_mult")]) == ("1.205", "1.215", "9")
    assert base[at("value")] == "0.68"
    assert base[at("observation_ids")] == "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
    assert base[at("links")].startswith("https://www.tellerreport.com/")


def test_text_that_a_spreadsheet_would_run_is_marked_as_text(record, pair, en):
    data = csv_bytes([("=1+1", pair.level), ("@x", pair.level), ("-cmd", pair.level)], record, en)
    labels = [line[0] for line in csv.reader(io.StringIO(data.decode("utf-8-sig")))][1:]
    assert labels == ["'=1+1", "'@x", "'-cmd"]
