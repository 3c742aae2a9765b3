"""The table of every figure, the search in it, and the lists beside it."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest

from lib.catalog.schema import TABLES
from lib.facts.errors import DatasetUnavailable
from lib.facts.record import Record
from lib.words.answers.data import answer
from lib.words.conflict_list import conflict_list
from lib.words.dataset import COLUMNS, Listing, listing
from lib.words.dictionary import dictionary_rows
from lib.words.search import Wanted, choices, matching
from lib.words.source_list import source_list
from lib.words.speak import Words
from tests.editions import FIRST


def published(name: str) -> list[dict[str, str]]:
    with (FIRST / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def chinese(record: Record) -> Listing:
    return listing(record, Words("zh"))


@pytest.fixture(scope="module")
def english(record: Record) -> Listing:
    return listing(record, Words("en"))


def test_the_answer(record: Record, zh: Words, en: Words) -> None:
    # README of the first edition: 548 figures, 80 for Chongqing; sources.csv has 154 rows
    assert answer(record, zh) == (
        "本站548条公布数据摘自154份公开资料，其中重庆数据80条，核心资料为中国新闻社2021年9月13日的报道。"
    )
    assert answer(record, en) == (
        "The 548 published figures here, 80 of them on Chongqing, come from 154 public sources, "
        "the first of them a China News Service report of 13 September 2021."
    )


def test_without_its_first_text_the_answer_leaves_that_out(record: Record, zh: Words) -> None:
    sources = record.frames["sources"]
    others = dict(record.frames) | {"sources": sources[sources["source_id"] != "cns-2021-09-13"]}

    assert "核心资料" not in answer(replace(record, frames=others), zh)


def test_every_published_figure_has_a_line_without_gaps(chinese: Listing, english: Listing) -> None:
    wanted = {row["observation_id"] for row in published("observations")}
    for listed in (chinese, english):
        assert set(listed.texts.index) == wanted
        assert list(listed.texts.columns) == list(COLUMNS)
        for column in (
            "indicator",
            "figure",
            "period",
            "area",
            "bounds",
            "status",
            "confidence",
            "basis",
            "source",
        ):
            assert (listed.texts[column] != "").all(), column
        cells = set(listed.texts.to_numpy().ravel())
        assert not {cell for cell in cells if cell in ("nan", "None", "NaT")}


def test_a_figure_reads_as_on_the_other_pages(chinese: Listing, english: Listing) -> None:
    code = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
    line, same = chinese.texts.loc[code], english.texts.loc[code]

    assert list(line[["indicator", "figure", "growth", "period", "area", "category", "counterpart"]]) == [
        "离岸服务外包执行额", "12.1亿美元", "+78.7%", "2021年1—8月", "重庆市", "", "",
    ]  # fmt: skip
    assert list(line[["bounds", "status", "confidence", "source"]]) == [
        "12.05—12.15", "实绩", "高", "中国新闻社 2021-09-13（译文）",
    ]  # fmt: skip
    assert list(same[["figure", "period", "bounds", "confidence"]]) == [
        "USD 1.21bn", "Jan–Aug 2021", "1.205–1.215", "high",
    ]  # fmt: skip


def test_low_confidence_is_listed_and_marked(chinese: Listing) -> None:
    low = {row["observation_id"] for row in published("observations") if row["confidence"] == "low"}

    assert len(low) == 30
    assert set(chinese.texts.index[chinese.texts["confidence"] == "低（存疑）"]) == low
    assert set(chinese.codes.index[chinese.codes["low"]]) == low


def test_filters_keep_what_the_record_has(chinese: Listing) -> None:
    rows = published("observations")

    by_area = matching(chinese, Wanted(area="CN-CQ"))
    assert set(by_area.index) == {row["observation_id"] for row in rows if row["ref_area"] == "CN-CQ"}
    traded = matching(chinese, Wanted(area="BRI"))
    assert set(traded.index) == {row["observation_id"] for row in rows if row["counterpart"] == "BRI"}
    shares = matching(chinese, Wanted(unit="PERCENT", area="CN-CQ"))
    assert set(chinese.codes.loc[shares.index, "unit"]) == {"PERCENT"}
    assert 0 < len(shares) < len(by_area)
    year = matching(chinese, Wanted(period="2018"))
    assert set(year.index) == {
        row["observation_id"] for row in rows if row["period_start"][:4] <= "2018" <= row["period_end"][:4]
    }
    one = matching(
        chinese, Wanted(dataset="enterprises", indicator="services_trade_enterprises", area="CN-CQ")
    )
    assert list(chinese.texts.loc[one.index, "figure"]) == ["近1800家"]


@pytest.mark.parametrize(
    "asked", ["离岸 执行额 中国新闻社", "OFFSHORE executed china news", "１.21 离岸 cns"]
)
def test_a_search_finds_either_language_and_any_width(asked: str, chinese: Listing, english: Listing) -> None:
    code = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"

    assert code in matching(chinese, Wanted(q=asked)).index
    assert list(matching(chinese, Wanted(q=asked)).index) == list(matching(english, Wanted(q=asked)).index)


def test_a_search_takes_signs_as_they_are(chinese: Listing) -> None:
    assert matching(chinese, Wanted(q=".*(")).empty
    assert len(matching(chinese, Wanted(q="   "))) == 548


def test_choices_follow_the_dataset(chinese: Listing) -> None:
    assert set(choices(chinese, "indicator", "exchange_rates")) == {"exchange_rate"}
    assert choices(chinese, "area")[0] == "CN-CQ"
    assert {"BRI", "ASEAN"} < set(choices(chinese, "area"))
    years = choices(chinese, "year")
    assert list(years) == sorted(years, reverse=True)
    assert years[0] == "2030"


def test_lists_that_cannot_be_read_leave_codes(record: Record, zh: Words) -> None:
    gone = ("sources", "indicators", "areas", "categories", "bases")
    fault = DatasetUnavailable(file="data/x.parquet", problem="missing")
    frames = {name: frame for name, frame in record.frames.items() if name not in gone}

    line = listing(replace(record, frames=frames, faults=dict.fromkeys(gone, fault)), zh).texts.loc[
        "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
    ]

    assert (line["indicator"], line["area"], line["source"]) == (
        "offshore_outsourcing_executed", "CN-CQ", "cns-2021-09-13",
    )  # fmt: skip


def test_sources_are_linked_unless_they_are_copies(record: Record, words: Words) -> None:
    listed = {found.source_id: found for found in source_list(record, words)}

    rows = published("sources")
    assert len(listed) == len(rows) == 154
    for row in rows:
        found = listed[row["source_id"]]
        copied = row["access"] == "copy"
        assert (found.link, found.address) == (("", row["url"]) if copied else (row["url"], ""))


def test_sources_count_their_figures(record: Record, zh: Words) -> None:
    listed = source_list(record, zh)
    rows = published("observations")

    assert sum(found.figures for found in listed) == 548
    assert sum(found.on_chongqing for found in listed) == 80
    first = listed[0]
    assert (first.source_id, first.publisher, first.language, first.access) == (
        "cns-2021-09-13", "中国新闻社", "英文", "译文",
    )  # fmt: skip
    assert first.figures == sum(row["source_id"] == first.source_id for row in rows)


def test_conflicts_come_with_their_figures_contradictions_first(record: Record, zh: Words, en: Words) -> None:
    listed, english = conflict_list(record, zh), conflict_list(record, en)

    rows = published("conflicts")
    assert sorted(found.what for found in listed) == sorted(row["what_zh"] for row in rows)
    contradictions = sum(row["kind"] == "contradiction" for row in rows)
    assert {found.kind for found in listed[:contradictions]} == {"矛盾"}
    assert {found.kind for found in english[:contradictions]} == {"contradiction"}
    rank = next(found for found in english if "national rank of Chongqing's 2020" in found.what)
    assert rank.figures == (
        "Chongqing, Rank by offshore outsourcing executed value (Rank in China), 2020: 9th; "
        "Chongqing, Rank by offshore outsourcing executed value (Rank in China), 2020: 10th"
    )


def test_the_dictionary_explains_every_column_in_the_readers_language(zh: Words, en: Words) -> None:
    chinese, english = dictionary_rows(zh), dictionary_rows(en)

    columns = [(table.name, column.name) for table in TABLES.values() for column in table.columns]
    assert [(row[0], row[1]) for row in chinese] == [(row[0], row[1]) for row in english] == columns
    assert all(all(row) for row in (*chinese, *english))
    kind = columns.index(("observations", "kind"))
    assert chinese[kind][3] == "outcome（实绩）、target（目标）、estimate（预计）"
    assert english[columns.index(("observations", "source_id"))][3] == "a code of the table sources"
