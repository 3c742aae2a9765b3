"""The coverage map of Chongqing, cell by cell as read by hand from the list of its figures in the first edition."""

from __future__ import annotations

import csv
import io
import math
from datetime import date

import pytest

from lib.facts.coverage import areas_of, coverage
from lib.facts.record import Record
from lib.site.markup.coverage import coverage_html
from lib.words.coverage import coverage_csv
from lib.words.names import Names
from lib.words.speak import Words
from tests.facts.altered import with_copy

SEARCHED = date(2026, 11, 23)
JAN_AUG = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
BY_HAND = [
    ("services_trade_total", 2014, "part"),  # January to May and to September
    ("services_trade_total", 2015, "goal"),
    ("services_trade_total", 2016, "none"),
    ("services_trade_total", 2019, "part"),  # January to August
    ("services_trade_total", 2020, "outcome"),  # CNY 67.53 bn, beside a goal in dollars
    ("services_trade_total", 2021, "none"),
    ("services_trade_total", 2025, "goal"),
    ("services_trade_total", 2026, "ahead"),
    ("offshore_outsourcing_executed", 2017, "part"),  # within the sum over 2016 to 2020
    ("offshore_outsourcing_executed", 2018, "outcome"),
    ("offshore_outsourcing_executed", 2020, "outcome"),  # 2.28 bn and 22.8亿 are one amount
    ("offshore_outsourcing_executed", 2021, "part"),
    ("offshore_outsourcing_executed", 2022, "none"),
    ("offshore_outsourcing_executed_rank", 2020, "disagree"),  # 9th and 10th
    ("emerging_services_share", 2021, "part"),  # January to August
    ("services_trade_enterprises", 2021, "outcome"),  # nearly 1,800 on a day
    ("talent_training_bases", 2021, "outcome"),
    ("talent_high_end_trained", 2021, "goal"),
]


@pytest.mark.parametrize(("indicator", "year", "state"), BY_HAND)
def test_cells_are_what_was_read_by_hand(record: Record, indicator: str, year: int, state: str) -> None:
    cell = coverage(record, "CN-CQ", searched=SEARCHED).cell(indicator, year)
    assert cell.state == state
    assert bool(cell.observations) == (state not in ("none", "ahead"))


def test_every_figure_of_the_area_stands_in_each_year_that_it_touches(shipped: Record) -> None:
    for area in areas_of(shipped)[:3]:
        found = coverage(shipped, area, searched=SEARCHED)
        named = {name for _, cells in found.rows for cell in cells for name in cell.observations}
        held = {
            row for frame in shipped.frames.values() if "observation_id" in frame
            for row in frame.loc[frame["ref_area"] == area, "observation_id"]
        }  # fmt: skip
        assert named == held


def test_a_value_kept_back_and_one_that_cannot_be_are_told_apart(record: Record) -> None:
    nothing = {"value": math.nan, "lower": math.nan, "upper": math.nan, "obs_status": "M"}
    year = {"period_start": date(2023, 1, 1), "period_end": date(2023, 12, 31)}
    kept = with_copy(record, "outsourcing", JAN_AUG, **year, **nothing)
    indicator = "offshore_outsourcing_executed"
    assert coverage(kept, "CN-CQ", searched=SEARCHED).cell(indicator, 2023).state == "withheld"
    other = with_copy(record, "outsourcing", JAN_AUG, value=1.5, lower=1.495, upper=1.505)
    assert coverage(other, "CN-CQ", searched=SEARCHED).cell(indicator, 2021).state == "disagree"


def test_the_file_has_a_line_for_each_cell_and_the_map_a_link_for_each_with_figures(
    record: Record, words: Words
) -> None:
    found, say = coverage(record, "CN-CQ", searched=SEARCHED), Names.of(record, words.lang)
    lines = list(csv.reader(io.StringIO(coverage_csv(found, say, words).decode("utf-8-sig"))))
    cells = [cell for _, cells in found.rows for cell in cells]
    assert len(lines) == 1 + len(cells)
    shown = coverage_html(
        found, say, words, lambda cell: f"./data?indicator={cell.indicator}&period={cell.year}"
    )
    assert shown.count("<a ") == sum(bool(cell.observations) for cell in cells)
    assert words("data.coverage.state.disagree") in shown


def test_an_area_without_figures_has_an_empty_map(record: Record) -> None:
    assert coverage(record, "XX", searched=SEARCHED).rows == ()
