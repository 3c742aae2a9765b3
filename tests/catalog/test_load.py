import os
import shutil
from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.catalog.folder import version_of
from lib.catalog.load import load
from lib.catalog.schema import STORED
from lib.facts.errors import DatasetUnavailable
from lib.facts.period import Period


def rewrite(path, change):
    """Stores a file again after a change to its table, as some other program would."""
    pq.write_table(change(pq.read_table(path)), path)


def with_metadata(table, changes):
    return table.replace_schema_metadata({**(table.schema.metadata or {}), **changes})


def test_everything_that_was_published_is_loaded(built):
    record = load(built)

    assert record.faults == {}
    assert set(record.frames) == set(STORED)
    assert record.version == "2026.11"
    assert record.as_of == date(2021, 9, 13)


def test_columns_have_the_types_that_pages_rely_on(built):
    rows = load(built).frame("outsourcing")

    assert {type(day) for day in rows["period_start"]} == {date}
    assert {type(text) for text in rows["note_zh"]} == {str}
    assert rows["value"].dtype == rows["growth"].dtype == np.dtype("float64")
    assert rows["unit_mult"].dtype == rows["growth_decimals"].dtype == np.dtype("int64")
    assert rows.loc[rows["growth_qualifier"] == "", "growth"].isna().all()


def test_the_record_answers_from_what_was_loaded(built):
    record = load(built)
    eight_months = record.one("offshore_outsourcing_executed", period=Period.parse("2021-01_2021-08"))

    assert (eight_months.value, eight_months.bounds.ends, eight_months.decimals) == (1.21, (1.205, 1.215), 2)
    assert record.latest("services_trade_total").status == "B"
    assert record.name("areas", "CN-CQ", "zh") == "重庆市"


@pytest.mark.parametrize("name", STORED)
@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        (lambda path: path.unlink(), "missing"),
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_bytes(path.read_bytes()[:-40]), "damaged"),
        (lambda path: path.write_bytes(b"observation_id,value\n"), "damaged"),
    ],
    ids=["missing", "empty", "truncated", "not Parquet"],
)
def test_one_bad_file_is_named_and_the_others_load(data, name, harm, problem):
    harm(data / f"{name}.parquet")

    record = load(data)

    assert set(record.faults) == {name}
    assert set(record.frames) == set(STORED) - {name}
    fault = record.faults[name]
    assert (fault.file, fault.problem) == (f"data/{name}.parquet", problem)
    assert fault.detail
    with pytest.raises(DatasetUnavailable):
        record.frame(name)


def test_a_file_without_rows_is_empty(data):
    path = data / "talent.parquet"
    rewrite(path, lambda table: table.slice(0, 0))

    fault = load(data).faults["talent"]

    assert str(fault) == "data/talent.parquet: empty the file has no rows"


def test_a_file_of_another_schema_version_is_outdated(data):
    path = data / "talent.parquet"
    rewrite(path, lambda table: with_metadata(table, {b"schema_version": b"0"}))

    fault = load(data).faults["talent"]

    assert (fault.problem, fault.detail) == ("outdated", "schema version 0, this program reads 2")


def test_a_file_that_some_other_program_wrote_is_outdated(data):
    pd.DataFrame({"a": [1]}).to_parquet(data / "talent.parquet")

    fault = load(data).faults["talent"]

    assert (fault.problem, fault.detail) == ("outdated", "schema version none, this program reads 2")


@pytest.mark.parametrize(
    ("change", "detail"),
    [
        (lambda table: table.drop_columns(["basis"]), "its columns differ: basis"),
        (lambda table: table.rename_columns({"basis": "scope"}), "its columns differ: basis, scope"),
        (
            lambda table: table.set_column(7, "value", table["value"].cast(pa.float32())),
            "its columns differ: value",
        ),
        (lambda table: table.select(table.column_names[::-1]), "its columns differ: order"),
    ],
    ids=["dropped", "renamed", "other type", "other order"],
)
def test_a_file_of_other_columns_is_outdated(data, change, detail):
    path = data / "talent.parquet"
    about = pq.read_schema(path).metadata
    rewrite(path, lambda table: with_metadata(change(table), about))

    fault = load(data).faults["talent"]

    assert (fault.problem, fault.detail) == ("outdated", detail)


def test_a_flipped_byte_in_the_rows_is_damage_not_another_figure(data):
    path = data / "exchange_rates.parquet"
    content = bytearray(path.read_bytes())
    content[200] ^= 0xFF
    path.write_bytes(content)

    assert load(data).faults["exchange_rates"].problem == "damaged"


def test_a_folder_that_is_not_there_has_nothing(tmp_path):
    record = load(tmp_path / "nowhere")

    assert record.frames == {}
    assert set(record.faults) == set(STORED)
    assert (record.version, record.as_of) == ("", date.min)


def test_the_version_changes_when_a_file_does(data):
    before = version_of(data)
    assert version_of(data) == before

    path = data / "talent.parquet"
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))
    touched = version_of(data)
    path.unlink()

    assert len({before, touched, version_of(data)}) == 3


def test_the_version_of_a_missing_folder_is_that_of_nothing(tmp_path, data):
    shutil.rmtree(data)

    assert version_of(data) == version_of(tmp_path / "nowhere")


def test_words_about_a_file_that_cannot_be_read_do_not_date_the_record(data):
    rewrite(
        data / "areas.parquet", lambda table: with_metadata(table, {b"as_of": b"\xff", b"data_version": b"9"})
    )

    record = load(data)

    assert record.faults == {}
    assert (record.version, record.as_of) == ("2026.11", date(2021, 9, 13))
