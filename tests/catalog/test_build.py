import hashlib
from datetime import date

import pyarrow.parquet as pq
import pytest

from lib.catalog.build import build
from lib.catalog.fault import RefusedError
from lib.catalog.schema import STORED
from lib.words.faults import fault_lines
from lib.words.speak import Words

ROWS = {
    "trade_volume": 183,
    "outsourcing": 257,
    "emerging_sectors": 52,
    "enterprises": 12,
    "talent": 22,
    "context": 6,
    "exchange_rates": 16,
}


def snapshot(folder):
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def spoil(folder, file, before, after):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_every_figure_is_in_one_dataset(built):
    rows = {name: pq.read_metadata(built / f"{name}.parquet").num_rows for name in ROWS}

    assert rows == ROWS
    assert sum(rows.values()) == 548


def test_one_file_for_each_dataset_and_table_and_nothing_else(built):
    assert {path.name for path in built.iterdir()} == {f"{name}.parquet" for name in STORED}


def test_rows_keep_the_order_of_the_csv_file(built, book):
    stored = pq.read_table(built / "sources.parquet")["source_id"].to_pylist()

    assert stored == book["sources"]["source_id"].tolist()


def test_the_anchor_is_stored_as_printed_with_its_types(built):
    table = pq.read_table(built / "outsourcing.parquet")
    (row,) = (
        row
        for row in table.to_pylist()
        if row["observation_id"] == "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
    )

    assert row == {
        "observation_id": "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08",
        "indicator": "offshore_outsourcing_executed",
        "ref_area": "CN-CQ",
        "counterpart": "WLD",
        "category": "total",
        "period_start": date(2021, 1, 1),
        "period_end": date(2021, 8, 31),
        "value": 1.21,
        "unit_mult": 9,
        "unit": "USD",
        "lower": 1.205,
        "upper": 1.215,
        "decimals": 2,
        "qualifier": "exact",
        "growth": 78.7,
        "growth_lower": 78.65,
        "growth_upper": 78.75,
        "growth_decimals": 1,
        "growth_qualifier": "exact",
        "kind": "outcome",
        "basis": "offshore_mofcom",
        "obs_status": "A",
        "source_id": "cns-2021-09-13",
        "confidence": "high",
        "note_en": "January to August cumulative; reporting is back-loaded, do not annualise.",
        "note_zh": "1—8月累计；数据集中在年末，不宜年化。",
        "release": "2026.11",
    }


def test_every_file_says_what_it_is(built, published):
    for name in STORED:
        about = pq.read_schema(built / f"{name}.parquet").metadata
        assert about[b"dataset"].decode() == name
        assert about[b"schema_version"] == b"2"
        assert about[b"data_version"] == b"2026.11"
        assert about[b"as_of"] == b"2021-09-13"
        assert about[b"description_en"]
        assert about[b"description_zh"]

    areas = pq.read_schema(built / "areas.parquet").metadata
    assert (
        areas[b"content_hash"].decode() == hashlib.sha256((published / "areas.csv").read_bytes()).hexdigest()
    )


def test_built_twice_the_files_are_the_same_to_the_byte(built, published, tmp_path):
    again = tmp_path / "again"
    build(published, again)

    for path in built.iterdir():
        assert (again / path.name).read_bytes() == path.read_bytes(), path.name


def test_saved_by_another_program_the_files_are_the_same_to_the_byte(built, folder, tmp_path):
    for path in folder.glob("*.csv"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    build(folder, tmp_path / "again")

    assert (tmp_path / "again" / "talent.parquet").read_bytes() == (built / "talent.parquet").read_bytes()


def test_a_newer_release_is_the_version_of_the_data(folder, tmp_path):
    with (folder / "releases.csv").open("a", encoding="utf-8") as file:
        file.write("2027.02,2027-02-01,Figures of 2026.,2026年数据。\n")
    build(folder, tmp_path / "data")

    assert pq.read_schema(tmp_path / "data" / "areas.parquet").metadata[b"data_version"] == b"2027.02"


def test_faults_of_every_kind_are_told_together_by_file_and_row(folder, tmp_path):
    spoil(folder, "observations.csv", "39.7,0,PERCENT,exact", "39.7%,0,PERCENT,exact")  # row 2
    spoil(folder, "observations.csv", "2,0,RANK,exact", "2,0,RANG,exact")  # row 3
    spoil(folder, "observations.csv", "8.4,8,USD,exact", "8.4,13,USD,exact")  # row 9
    spoil(folder, "sources.csv", "aimsen-10787,aimsen.com,,,zh,", "aimsen-10787,aimsen.com,,,cn,")  # row 2
    spoil(folder, "areas.csv", "340100,Hefei,合肥市,CN-AH", "340100,Hefei,合肥市,CN-AN")  # row 2
    (folder / "releases.csv").unlink()

    with pytest.raises(RefusedError) as refused:
        build(folder, tmp_path / "data")

    assert fault_lines(refused.value.faults, Words("en")) == [
        'areas.csv, row 2, column parent: found "CN-AN"; '
        "allowed: a code of areas.csv, or blank (near: CN-SN, CN-HN, CN-HA)",
        'observations.csv, row 2, column value: found "39.7%"; '
        "allowed: a number in plain digits such as 12.1",
        'observations.csv, row 3, column unit: found "RANG"; '
        "allowed: USD, CNY, PERCENT, PERCENTAGE_POINT, RANK, MULTIPLE, "
        "CNY_PER_USD, PERSONS, ENTERPRISES, BASES, MARKETS, PARKS, ZONES",
        'observations.csv, row 9, column unit_mult: found "13"; allowed: 0, 3, 4, 6, 8, 9, 12',
        'releases.csv: found "No such file or directory"; allowed: a readable file of this name',
        'sources.csv, row 2, column language: found "cn"; allowed: zh, en, ja, ru, it, ur, ko, sw',
    ]
    assert not (tmp_path / "data").exists()


def test_a_refusal_leaves_what_stood_before_untouched(data, folder):
    before = snapshot(data)
    spoil(folder, "observations.csv", "39.7,0,PERCENT,exact", "39.7,0,PERCENT,precise")

    with pytest.raises(RefusedError):
        build(folder, data)

    assert snapshot(data) == before
