"""What should have been printed by now: checked by hand against the CSV of the frozen first edition.

That edition is of 23 November 2026. Days of publication are those of sources.csv.
"""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from lib.facts.gaps import gaps
from lib.facts.searched import searched_until
from lib.words.gaps import CODES, gap_head, gap_rows, gaps_csv
from tests.facts.altered import with_copy
from tests.facts.vintages import TOTAL

OWN, NATION, DISTRICT, HUBEI = "CN-CQ", "CN", "CN-CQ-LJXQ", "CN-HB"
TRADE, OFFSHORE = "services_trade_total", "offshore_outsourcing_executed"
AVERAGE = "services_trade_avg_annual_growth"
YEAR, EIGHT_MONTHS = "2020-01_2020-12", "2021-01_2021-08"


def found(record):
    return {(gap.ref_area, gap.indicator, gap.unit, gap.period.code): gap for gap in gaps(record)}


@pytest.mark.parametrize(
    ("ref_area", "indicator", "unit", "period", "due", "last", "goals"),
    [
        # 2020 was printed on 13 September 2021, 256 days after it ended; so much after the end of each year.
        (OWN, TRADE, "CNY", "2025-01_2025-12", date(2026, 9, 13), YEAR, [("estimate", 100)]),
        (OWN, TRADE, "CNY", "2024-01_2024-12", date(2025, 9, 13), YEAR, []),
        (OWN, TRADE, "CNY", "2023-01_2023-12", date(2024, 9, 12), YEAR, []),  # 2024 has 29 February
        (OWN, TRADE, "CNY", "2021-01_2021-12", date(2022, 9, 13), YEAR, []),
        # Goals in dollars: no outcome of those years in dollars was printed; due since the day after.
        (OWN, TRADE, "USD", "2022-01_2022-12", date(2023, 1, 1), "2019-01_2019-08", [("target", 500)]),
        (OWN, TRADE, "USD", "2020-01_2020-12", date(2021, 1, 1), "2019-01_2019-08", [("target", 30)]),
        (OWN, TRADE, "USD", "2015-01_2015-12", date(2016, 1, 1), "2019-01_2019-08", [("target", 170)]),
        # Whole years of offshore outsourcing: 9 and 13 September 2021, the earlier is the middle of three years.
        (OWN, OFFSHORE, "USD", "2021-01_2021-12", date(2022, 9, 13), YEAR, []),
        # January to August was printed once, 13 days after it: the newest is what to look for.
        (OWN, OFFSHORE, "USD", "2026-01_2026-08", date(2026, 9, 13), EIGHT_MONTHS, []),
        (OWN, "emerging_services_share", "PERCENT", "2026-01_2026-08", date(2026, 9, 13), EIGHT_MONTHS, []),
        # Counts as of the day of their report.
        (OWN, "services_trade_enterprises", "ENTERPRISES", "2026-09-13", date(2026, 9, 13), "2021-09-13", []),
        (OWN, "talent_training_bases", "BASES", "2026-09-13", date(2026, 9, 13), "2021-09-13", []),
        # Nothing was printed of what was expected of a period as a whole.
        (OWN, AVERAGE, "PERCENT", "2021-01_2025-12", date(2026, 1, 1), None, [("estimate", 10)]),
        (HUBEI, TRADE, "USD", "2025-01_2025-12", date(2026, 1, 1), None, [("target", 160)]),
    ],
)  # fmt: skip
def test_a_figure_to_look_for(record, ref_area, indicator, unit, period, due, last, goals):
    gap = found(record)[ref_area, indicator, unit, period]

    assert gap.due == due
    assert (gap.last.period.code if gap.last else None) == last
    assert [(goal.kind, goal.value) for goal in gap.goals] == goals


def test_what_was_printed_is_not_looked_for(record):
    codes = found(record)

    assert (OWN, TRADE, "CNY", "2020-01_2020-12") not in codes
    # 11 % was printed for 2019, for which 15 % is a goal in a later edition; 2025–2029 is not over.
    assert not [code for code in codes if code[1] == "services_trade_growth"]
    assert not [code for code in codes if code[3].endswith("2029-12")]
    # Dated by their article, plans for talent name no year.
    assert not [code for code in codes if code[1].startswith("talent_high_end")]
    # January to May of a year is moot once its whole year is printed.
    assert (NATION, TRADE, "CNY", "2023-01_2023-05") not in codes


def test_an_outcome_closes_its_gap_whoever_prints_it(record):
    printed = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    later = with_copy(record, "trade_volume", TOTAL, value=103.84, lower=103.835, upper=103.845, **printed)

    assert (OWN, TRADE, "CNY", "2025-01_2025-12") in found(record)
    left = [code[3] for code in found(later) if code[:3] == (OWN, TRADE, "CNY")]
    assert left == [f"{year}-01_{year}-12" for year in (2024, 2023, 2022, 2021)]


def test_nothing_is_due_that_nobody_could_have_printed(record):
    until = searched_until(record)
    assert until == date(2026, 11, 23)
    assert all(gap.period.end < gap.due <= until or gap.period.is_point for gap in gaps(record))
    early = record.frame("releases").assign(date="2021-09-14")
    assert gaps(replace(record, frames={**record.frames, "releases": early}))[0].reason == "goal"


def test_the_list_reads_in_both_languages(record, zh, en):
    assert gap_rows(record, zh)[0] == [
        "重庆市服务进出口总额（2025年）",
        "预计1000亿元，期限已过",
        "2026年9月13日起",
        "重庆市服务进出口总额（2020年）：675.3亿元",
        "中国新闻社 2021-09-13（译文）",
        "9月前后",
    ]
    assert gap_rows(record, en)[0][:4] == [
        "Chongqing: Services trade, imports plus exports, 2025",
        "its estimate of CNY 100bn has passed",
        "since 13 September 2026",
        "Chongqing: Services trade, imports plus exports, 2020: CNY 67.53bn",
    ]
    assert len(gap_rows(record, zh)) == len(gap_rows(record, en)) == len(gaps(record))


def test_the_file_holds_codes_and_words(record, en):
    head, first, *_ = csv.reader(io.StringIO(gaps_csv(record, en)))
    assert head == [*CODES, *gap_head(en)]
    assert first[:7] == [TRADE, OWN, "total", "CNY", "2025-01-01", "2025-12-31", "2026-09-13"]
