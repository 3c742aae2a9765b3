"""What rows of an analyst's own do to the answers: months beside years, and a scope of their own."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from lib.catalog.overlay import LOCAL, overlaid
from lib.charts.card import Look
from lib.charts.registry import CHARTS
from lib.facts.errors import NoSuchFigure
from lib.facts.outsourcing import annual, periods_of_newest_year, plan_total, rest_of_year
from lib.facts.outsourcing_parts import types
from lib.facts.reconcile import findings_of
from lib.facts.record import Record
from lib.words.answers.emerging_sectors import answer
from lib.words.answers.five_facts import last_full_year
from lib.words.speak import Words

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


def test_years_of_ones_own_are_not_joined_with_printed_ones(monthly):
    assert [year.level.period.end.year for year in annual(monthly)] == [2023, 2024]


def test_the_plan_adds_up_the_years_of_its_own_scope(monthly, record):
    assert plan_total(monthly).before.value == plan_total(record).before.value
    # 103.2 - 22.8 - 20.6 - 21.5 = 38.3 (亿美元), as printed for the 13th Five-Year Plan and 2018 to 2020
    assert round(plan_total(monthly).before.at(8), 1) == 38.3


def test_a_whole_year_leaves_no_rest_so_the_newest_shorter_period_is_taken(record):
    """USD 1.21 bn and +78.7 % for each period, the year before at USD 2.28 bn: 22.8 − 12.1 ÷ 1.787 = 16.0289."""
    whole = with_rows(record, to(11), to(12), to(12, 2024, value=2.28, lower=2.275, upper=2.285))
    for code in ("", "2025-01_2025-12"):
        split = rest_of_year(whole, code)
        assert split.pair.level.period.code == "2025-01_2025-11"
        assert split.rest.period.code == "2024-12_2024-12"
        assert split.rest.at(8) == pytest.approx(16.0289, abs=5e-5)


def test_whole_years_alone_leave_no_rest(record):
    with pytest.raises(NoSuchFigure):
        rest_of_year(with_rows(record, to(12), to(12, 2024)), "")


def test_growth_is_drawn_for_the_newest_periods_and_the_chosen_one(monthly):
    assert len(periods_of_newest_year(monthly)) == 11

    def drawn(period: str) -> list[str]:
        card = CHARTS["growth_base"](monthly, Words("zh"), Look(period=period))
        return [text.replace("<b>", "").replace("</b>", "") for text in card.figure.layout.xaxis.ticktext]

    assert drawn("") == ["1—9月", "1—10月", "1—11月"]
    assert drawn("2025-01_2025-03") == ["1—3月", "1—10月", "1—11月"]


def test_types_are_those_of_the_longest_period_that_ends_last(record):
    month = {"period_start": date(2025, 11, 1), "period_end": date(2025, 11, 30), "basis": OWN}
    rows = [month | {"category": code} for code in ("kpo", "ito", "bpo", "total")]
    rows += [to(11, category=code) for code in ("kpo", "ito", "bpo", "total")]
    assert types(with_rows(record, *rows)).total.period.code == "2025-01_2025-11"


def test_the_last_ranked_year_stays_the_one_that_sources_rank(monthly, record):
    assert last_full_year(monthly, Words("zh")) == last_full_year(record, Words("zh"))


def test_a_register_that_this_program_added_up_is_not_compared_with_itself(record):
    sources = record.frame("sources")
    own = sources.assign(access=sources["access"].where(sources["source_id"] != "cns-2021-09-13", "own"))
    altered = Record(frames={**record.frames, "sources": own}, version=record.version, as_of=record.as_of)
    said = {row for found in findings_of(altered) for row in found.observations}
    assert JAN_AUG not in said
    assert JAN_AUG in {row for found in findings_of(record) for row in found.observations}


def test_the_share_of_a_register_is_not_called_one_of_services_trade(record):
    shares = record.frame("emerging_sectors")
    names = shares["observation_id"][
        (shares["indicator"] == "emerging_services_share") & (shares["ref_area"] == "CN-CQ")
    ]
    altered = shares.assign(basis=shares["basis"].where(~shares["observation_id"].isin(names), OWN))
    own = Record(frames={**record.frames, "emerging_sectors": altered}, version="", as_of=record.as_of)
    assert "占重庆服务外包执行额（合同台账）比重" in answer(own, Words("zh"))
    assert "of Chongqing's outsourcing executed value (contract register)" in answer(own, Words("en"))
    assert "占重庆服务贸易比重" in answer(record, Words("zh"))
