"""What a folder of one's own does to the published record, and what it never does."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.catalog.build import build
from lib.catalog.load import load
from lib.catalog.overlay import overlaid
from lib.facts.record import Record

JAN_AUG = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"


def rewritten(source: Path, target: Path, *, about: dict[str, str] | None = None, **cells: Any) -> None:
    """Writes the published row of January–August 2021 alone, with other cells, as an analyst's own file."""
    table = pq.read_table(source)
    (row,) = [row for row in table.to_pylist() if row["observation_id"] == JAN_AUG]
    schema = table.schema.with_metadata({"schema_version": "2"} | (about or {}))
    target.parent.mkdir(exist_ok=True)
    pq.write_table(pa.Table.from_pylist([row | cells], schema=schema), target)


def with_own(data: Path, tmp_path: Path, *, about: dict[str, str] | None = None, **cells: Any) -> Record:
    own = tmp_path / "own"
    rewritten(data / "outsourcing.parquet", own / "outsourcing.parquet", about=about, **cells)
    return load(data, own)


def test_a_row_of_ones_own_takes_the_place_of_the_published_one(data, tmp_path):
    record = with_own(data, tmp_path, value=1.35, lower=1.345, upper=1.355)
    assert record.by_id(JAN_AUG).value == 1.35
    assert record.origins == {JAN_AUG: "local"}
    assert record.size == load(data).size == 548
    assert record.version == "2026.11+local"
    assert record.row(JAN_AUG)["note_zh"].startswith("本地数据。1—8月累计")
    assert record.row(JAN_AUG)["note_en"].startswith("local data. January to August")
    assert record.local_faults == ()


def test_a_new_row_is_added_and_marked(data, tmp_path):
    record = with_own(data, tmp_path, observation_id="own.figure", value=1.35, lower=1.345, upper=1.355)
    assert record.by_id(JAN_AUG).value == 1.21
    assert record.origins == {"own.figure": "local"}
    assert record.size == 549


def test_what_was_published_anyway_stays_published(data, tmp_path):
    record = with_own(data, tmp_path)
    assert record.origins == {}
    assert record.version == "2026.11"
    # The whole published record as a folder of one's own is nothing of one's own.
    assert load(data, data).origins == {}


def test_generated_rows_are_called_so(data, tmp_path):
    record = with_own(data, tmp_path, about={"synthetic": "yes"}, value=9.9, lower=9.85, upper=9.95)
    assert record.origins == {JAN_AUG: "synthetic"}
    assert record.row(JAN_AUG)["note_zh"].startswith("模拟数据。")


def test_what_rests_on_a_row_of_ones_own_is_of_its_origin(data, tmp_path):
    record = with_own(data, tmp_path, value=1.35, lower=1.345, upper=1.355)
    assert record.origin_of([record.by_id(JAN_AUG)]) == "local"
    assert record.origin_of([record.latest("talent_training_bases")]) == ""


@pytest.mark.parametrize(
    ("column", "code", "said"),
    [
        ("source_id", "nobody-2021", "source_id nobody-2021 is not in sources"),
        ("ref_area", "XX", "ref_area XX is not in areas"),
        ("indicator", "talent_training_bases", "indicator talent_training_bases belongs to talent"),
    ],
)
def test_a_code_that_nobody_lists_keeps_the_whole_file_away(data, tmp_path, column, code, said):
    record = with_own(data, tmp_path, value=1.35, **{column: code})
    (fault,) = record.local_faults
    assert (fault.file, fault.problem, fault.detail) == ("outsourcing.parquet", "unknown_code", said)
    assert record.by_id(JAN_AUG).value == 1.21
    assert record.origins == {}


def test_a_damaged_file_of_ones_own_leaves_what_was_published(data, tmp_path):
    own = tmp_path / "own"
    rewritten(data / "outsourcing.parquet", own / "outsourcing.parquet", value=1.35)
    content = (own / "outsourcing.parquet").read_bytes()
    (own / "outsourcing.parquet").write_bytes(content[: len(content) // 2])
    record = load(data, own)
    assert [(fault.file, fault.problem) for fault in record.local_faults] == [
        ("own/outsourcing.parquet", "damaged")
    ]
    assert record.by_id(JAN_AUG).value == 1.21
    assert record.faults == {}


@pytest.mark.parametrize("is_there", [True, False])
def test_a_folder_without_datasets_is_said_to_be_one(data, tmp_path, is_there):
    own = tmp_path / "own"
    if is_there:
        own.mkdir()
    record = load(data, own)
    assert [(fault.file, fault.problem) for fault in record.local_faults] == [(str(own), "no_local")]
    assert record.size == 548


def test_half_of_one_build_and_half_of_another_are_not_shown_together(data, folder, tmp_path):
    """A build that was stopped between two files: the few of the other build are left out, and it is said."""
    path = folder / "releases.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("548 published", "548 printed"), encoding="utf-8"
    )
    build(folder, tmp_path / "other")
    shutil.copy2(tmp_path / "other" / "talent.parquet", data)
    record = load(data)
    assert not record.is_settled
    assert {name: fault.problem for name, fault in record.faults.items()} == {"talent": "outdated"}
    shutil.copytree(tmp_path / "other", data, dirs_exist_ok=True)
    assert load(data).is_settled


def test_a_list_of_ones_own_adds_names_and_renames_nothing_that_was_published(data):
    published = load(data)
    areas = published.frame("areas")
    chengdu = areas[areas["ref_area"] == "510100"].assign(name_zh="别名", name_en="Another name")
    own = pd.concat([chengdu, chengdu.assign(ref_area="500199", name_zh="新区", name_en="New district")])
    figures = published.frame("outsourcing").head(1).assign(value=99.0)
    record = overlaid(
        published, {"areas": own, "outsourcing": figures}, {"areas": "local", "outsourcing": "local"}
    )
    laid = record.frame("areas").set_index("ref_area")
    assert laid.loc["500199", "name_zh"] == "新区"
    assert laid.loc["510100", "name_zh"] == "成都市"
