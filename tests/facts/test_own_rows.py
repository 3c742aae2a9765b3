"""What rows of an analyst's own do to the answers: months beside years, and a scope of their own."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from lib.catalog.overlay import LOCAL, overlaid
from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.draw.plotly import figure_of
from lib.facts.outsourcing import EXECUTED, annual, plan_total
from lib.facts.outsourcing_parts import types
from lib.facts.outsourcing_periods import growth_in, of_one_year, rest_of_year
from lib.facts.reconcile import findings_of
from lib.facts.record import Record
from lib.words.answers.emerging_sectors import answer
from lib.words.answers.five_facts import last_full_year
from lib.words.answers.overview import answer as overview
from lib.words.speak import Words
from tests.facts.altered import without

JAN_AUG = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
OWN = "contract_register"


def with_rows(record: Record, *rows: dict[str, object]) -> Record:
    """The record with copies of January–August 2021, each with other cells and a name of its own."""
    table = record.frame("outsourcing").drop(columns="revised")
    base = table[table["observation_id"] == JAN_AUG]
    copies = [base.assign(observation_id=f"own.{number}", **row) for number, row in enumerate(rows)]
    new = pd.concat(copies, ignore_index=True)
    bases = record.frame("bases")
    own = {"outsourcing": new, "bases": pd.concat([bases, bases.head(1).assign(basis=OWN)])}
    return overlaid(record, own, dict.fromkeys(own, LOCAL))


def to(month: int, year: int = 2025, **cells: object) -> dict[str, object]:
    """January to the end of a month (the 28th of it would do: only whole months are periods)."""
    end = (pd.Timestamp(year, month, 1) + pd.offsets.MonthEnd(1)).date()
    return {"period_start": date(year, 1, 1), "period_end": end, "basis": OWN, **cells}


@pytest.fixture(scope="module")
def monthly(record: Record) -> Record:
    return with_rows(record, *(to(month) for month in range(1, 12)), to(12, 2024), to(12, 2023))


def years(record: Record, code: str) -> list[int]:
    """Which years stand in one scope with a period?"""
    return [year.level.period.end.year for year in annual(record, like=growth_in(record, code).level)]


def test_years_of_ones_own_are_not_joined_with_printed_ones_and_do_not_take_their_place(monthly, record):
    assert years(monthly, "2025-01_2025-11") == [2023, 2024]
    assert [year.level.period.end.year for year in annual(monthly)] == [2018, 2019, 2020]
    assert growth_in(monthly, "").level.period.code == "2021-01_2021-08"


def test_the_plan_adds_up_the_years_of_its_own_scope(monthly, record):
    assert plan_total(monthly).before.value == plan_total(record).before.value
    # 103.2 - 22.8 - 20.6 - 21.5 = 38.3 (亿美元), as printed for the 13th Five-Year Plan and 2018 to 2020
    assert round(plan_total(monthly).before.at(8), 1) == 38.3


def test_a_whole_year_leaves_no_rest_so_the_newest_shorter_period_is_taken(record):
    """USD 1.21 bn and +78.7 % for each period, the year before at USD 2.28 bn: 22.8 − 12.1 ÷ 1.787 = 16.0289."""
    whole = with_rows(record, to(11), to(12), to(12, 2024, value=2.28, lower=2.275, upper=2.285))
    split = rest_of_year(whole, "2025-01_2025-12")
    assert split.pair.level.period.code == "2025-01_2025-11"
    assert split.rest.period.code == "2024-12_2024-12"
    assert split.rest.at(8) == pytest.approx(16.0289, abs=5e-5)
    assert rest_of_year(whole, "").pair.level.period.code == "2021-01_2021-08"


def test_whole_years_leave_the_rest_to_the_newest_part_of_a_year(record):
    split = rest_of_year(with_rows(record, to(12), to(12, 2024)), "")
    assert split.rest.period.code == "2020-09_2020-12"


def test_growth_is_drawn_for_the_newest_periods_and_the_chosen_one(monthly):
    newest = "2025-01_2025-11"
    assert len(of_one_year(monthly, growth_in(monthly, newest).level)) == 11

    def drawn(period: str) -> list[str]:
        card = CHARTS["growth_base"](monthly, Words("zh"), Look(period=period))
        return [text.replace("<b>", "").replace("</b>", "") for text in figure_of(card).layout.xaxis.ticktext]

    assert drawn(newest) == ["1—9月", "1—10月", "1—11月"]
    assert drawn("2025-01_2025-03") == ["1—3月", "1—10月", "1—11月"]


def test_types_are_those_of_the_longest_period_that_ends_last(record):
    month = {"period_start": date(2025, 11, 1), "period_end": date(2025, 11, 30), "basis": OWN}
    rows = [month | {"category": code} for code in ("kpo", "ito", "bpo", "total")]
    rows += [to(11, category=code) for code in ("kpo", "ito", "bpo", "total")]
    assert types(with_rows(record, *rows)).total.period.code == "2020-01_2020-12"
    unsplit = without(record, "outsourcing", indicator=EXECUTED, category="bpo", ref_area="CN-CQ")
    assert types(with_rows(unsplit, *rows)).total.period.code == "2025-01_2025-11"


def test_the_last_ranked_year_stays_the_one_that_sources_rank(monthly, record):
    assert last_full_year(monthly, Words("zh")) == last_full_year(record, Words("zh"))


def test_a_register_that_this_program_added_up_is_not_compared_with_itself(record):
    sources = record.frame("sources")
    own = sources.assign(access=sources["access"].where(sources["source_id"] != "cns-2021-09-13", "own"))
    altered = Record(frames={**record.frames, "sources": own}, version=record.version, as_of=record.as_of)
    said = {row for found in findings_of(altered) for row in found.observations}
    assert JAN_AUG not in said
    assert JAN_AUG in {row for found in findings_of(record) for row in found.observations}


def test_the_share_of_a_register_never_takes_the_place_of_the_published_one(record):
    shares = record.frame("emerging_sectors")
    emerging = (shares["indicator"] == "emerging_services_share") & (shares["ref_area"] == "CN-CQ")
    later = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31), "basis": OWN, "value": 47.47}
    added = shares[emerging].head(1).assign(observation_id="own.share", lower=47.465, upper=47.475, **later)
    frames = {**record.frames, "emerging_sectors": pd.concat([shares, added], ignore_index=True)}
    own = Record(frames=frames, version="", as_of=record.as_of, origins={"own.share": "synthetic"})
    for words in (Words("zh"), Words("en")):
        assert answer(own, words) == answer(record, words)
        assert overview(own, words) == overview(record, words)


def test_a_sentence_on_rows_of_ones_own_says_so_inside_of_it(record):
    own = Record(
        frames=record.frames, version="", as_of=record.as_of,
        origins={"cn-cq.services_trade_total.total.2020-01_2020-12": "local", JAN_AUG: "synthetic"},
    )  # fmt: skip
    assert overview(own, Words("zh")) == (
        "2020年，全市服务进出口总额675.3亿元，居中西部第2位（本地数据）。"
        "2021年1—8月，离岸服务外包执行额12.1亿美元，同比增长78.7%（模拟数据）；新兴领域占全市服务贸易比重超过50%。"
    )
    assert "2nd in central and western China (local data). In January" in overview(own, Words("en"))
