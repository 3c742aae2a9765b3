"""Expected values are read from data/published, the files that people edit."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pandas as pd
import pytest

from lib.briefing.csv_dataset import COLUMNS, dataset_csv
from lib.facts.errors import DatasetUnavailable
from lib.facts.record import Record
from lib.words.dataset import observations
from lib.words.speak import Words
from lib.words.tables import as_text
from tests.editions import FIRST

EXECUTED = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"


def published(name: str) -> list[dict[str, str]]:
    with (FIRST / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def lines(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_begins_with_a_byte_order_mark_and_ends_lines_as_spreadsheets_do(record: Record, zh: Words) -> None:
    content = dataset_csv(observations(record, "talent"), record, zh)

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 23  # a head and 22 figures


def test_every_published_figure_is_there_with_its_digits(record: Record, en: Words) -> None:
    found = {line["observation_id"]: line for line in lines(dataset_csv(observations(record), record, en))}

    wanted = published("observations")
    assert len(wanted) == len(found) == 548
    same = (
        "indicator",
        "ref_area",
        "counterpart",
        "category",
        "period_start",
        "period_end",
        "value",
        "unit_mult",
    )
    for row in wanted:
        line = found[row["observation_id"]]
        for column in (
            *same,
            "unit",
            "qualifier",
            "growth_qualifier",
            "kind",
            "basis",
            "confidence",
            "source_id",
        ):
            assert line[column] == row[column], (row["observation_id"], column)
        assert line["growth"] == row["growth"]
        assert line["note"] == row["note_en"]


def test_a_figure_carries_names_bounds_and_source(record: Record, zh: Words, en: Words) -> None:
    for words, indicator, publisher, access in (
        (zh, "离岸服务外包执行额", "中国新闻社", "译文"),
        (en, "Offshore service outsourcing, executed value", "China News Service", "translation"),
    ):
        rows = [row for row in observations(record, "outsourcing") if row["observation_id"] == EXECUTED]
        cells = next(
            csv.reader(io.StringIO(dataset_csv(rows, record, words).decode("utf-8-sig").split("\r\n")[1]))
        )
        line = dict(zip(COLUMNS, cells, strict=True))
        assert line["indicator_name"] == indicator
        assert (line["value"], line["unit_mult"], line["lower"], line["upper"]) == (
            "1.21",
            "9",
            "1.205",
            "1.215",
        )
        assert (line["growth"], line["growth_lower"], line["growth_upper"]) == ("78.7", "78.65", "78.75")
        assert (line["publisher"], line["published"], line["access"]) == (publisher, "2021-09-13", access)
        assert line["link"].startswith("https://www.tellerreport.com/")


def test_the_head_is_in_the_readers_language(record: Record, zh: Words, en: Words) -> None:
    head = [dataset_csv([], record, words).decode("utf-8-sig").strip().split(",") for words in (zh, en)]

    assert head[0][:4] == ["观测编号", "数据集代码", "指标代码", "指标"]
    assert head[1] == list(COLUMNS)
    assert len(head[0]) == len(head[1]) == len(set(head[0]))


def test_no_address_of_a_copy_leaves_the_site(record: Record, words: Words) -> None:
    text = dataset_csv(observations(record), record, words).decode()

    copies = [row["url"] for row in published("sources") if row["access"] == "copy" and row["url"]]
    assert len(copies) > 50
    assert [url for url in copies if url in text] == []


def test_an_open_end_and_a_missing_growth_are_blank(record: Record, en: Words) -> None:
    rows = [
        row
        for row in observations(record)
        if row["observation_id"].startswith("cn-cq.emerging_services_share.")
    ]
    rows[0]["upper"] = float("inf")

    line = lines(dataset_csv(rows, record, en))[0]

    assert (line["qualifier"], line["value"], line["lower"], line["upper"]) == ("over", "50", "50", "")
    assert (line["growth"], line["growth_lower"], line["growth_upper"]) == ("", "", "")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-x", "@x", "\tx", "\rx"])
def test_text_that_looks_like_a_formula_is_marked_as_text(text: str, record: Record, en: Words) -> None:
    rows = observations(record, "talent")[:1]
    rows[0]["note_en"] = text

    assert lines(dataset_csv(rows, record, en))[0]["note"] == f"'{text}" == as_text(text)


def test_a_negative_number_stays_a_number(record: Record, en: Words) -> None:
    found = lines(dataset_csv(observations(record, "trade_volume"), record, en))

    negative = {line["value"] for line in found if line["value"].startswith("-")}
    assert "-549.2" in negative
    assert all(float(line["value"]) for line in found)


def test_without_the_list_of_sources_there_is_no_export(record: Record, en: Words) -> None:
    fault = DatasetUnavailable(file="data/sources.parquet", problem="missing")
    frames = {name: frame for name, frame in record.frames.items() if name != "sources"}
    broken = replace(record, frames=frames, faults={"sources": fault})

    with pytest.raises(DatasetUnavailable):
        dataset_csv(observations(broken, "talent"), broken, en)


def test_names_whose_list_is_missing_are_codes(record: Record, en: Words) -> None:
    frames: dict[str, pd.DataFrame] = {
        name: frame for name, frame in record.frames.items() if name != "areas"
    }
    broken = replace(record, frames=frames)

    assert lines(dataset_csv(observations(broken, "talent"), broken, en))[0]["area_name"] == "CN-CQ"
