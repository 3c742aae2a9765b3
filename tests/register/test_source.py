"""A register gives the same result from wherever and in whatever form it is read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from moto.server import ThreadedMotoServer
from pyarrow.fs import S3FileSystem

from lib.register.place import place_of
from tests.register.rows import contents, enterprises, lay, roll_up, table_of

ROWS = [
    row | {"contract_id": f"合同,{row['contract_id']}-{month}"}
    for month in (1, 2, 3)
    for row in enterprises(4, month=date(2021, month, 1), executed_usd=Decimal("12.34"))
]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("expected")
    assert roll_up(lay(ROWS, folder / "r.parquet"), folder / "out", "--strict") == 0
    return contents(folder / "out")


def result(register: Path | str, folder: Path, engine: str = "duckdb") -> dict[str, bytes]:
    assert roll_up(register, folder / "out", "--engine", engine, "--strict") == 0
    return contents(folder / "out")


@pytest.mark.parametrize("engine", ["duckdb", "pandas"])
def test_hive_partitions_with_what_spark_leaves_beside_them(engine: str, tmp_path: Path, expected) -> None:
    folder = tmp_path / "register"
    folders = ds.partitioning(pa.schema([("month", pa.date32()), ("offshore", pa.bool_())]), flavor="hive")
    ds.write_dataset(table_of(ROWS), folder, format="parquet", partitioning=folders)
    (folder / "_SUCCESS").touch()
    (folder / "month=2021-01-01" / ".part.crc").write_bytes(b"crc")

    assert result(folder, tmp_path, engine) == expected


@pytest.mark.parametrize("engine", ["duckdb", "pandas"])
def test_files_of_narrower_types_and_other_columns_in_another_order(
    engine: str, tmp_path: Path, expected
) -> None:
    table = table_of(ROWS).append_column("remark", pa.array(["x"] * len(ROWS)))
    narrow = table.set_column(
        table.column_names.index("executed_usd"),
        "executed_usd",
        table["executed_usd"].cast(pa.decimal128(9, 2)),
    )
    coded = narrow.set_column(
        narrow.column_names.index("sector"), "sector", narrow["sector"].combine_chunks().dictionary_encode()
    )
    folder = tmp_path / "register"
    folder.mkdir()
    pq.write_table(coded.slice(0, 5).select(coded.column_names[::-1]), folder / "a.parquet")
    pq.write_table(table.slice(5), folder / "b.parquet")

    assert result(folder, tmp_path, engine) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_in_each_encoding(encoding: str, tmp_path: Path, expected) -> None:
    path = tmp_path / "register.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        out = csv.DictWriter(file, list(ROWS[0]))
        out.writeheader()
        out.writerows(row | {"month": f"{row['month']:%Y-%m}", "offshore": "TRUE"} for row in ROWS)

    assert result(path, tmp_path) == expected


def test_a_file_address(tmp_path: Path, expected) -> None:
    path = lay(ROWS, tmp_path / "register 2021.parquet")

    assert result(path.as_uri(), tmp_path) == expected


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    """An S3 server on this machine alone; gives the address of a bucket."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    options = f"endpoint_override={host}:{port}&scheme=http&region=us-east-1"
    files = S3FileSystem(
        access_key="key",
        secret_key="secret",
        endpoint_override=f"{host}:{port}",
        scheme="http",
        region="us-east-1",
        allow_bucket_creation=True,
    )
    files.create_dir("registers")
    pq.write_table(table_of(ROWS[:5]), "registers/parquet/a.parquet", filesystem=files)
    pq.write_table(table_of(ROWS[5:]), "registers/parquet/b.parquet", filesystem=files)
    with files.open_output_stream("registers/bad/a.parquet") as out:
        out.write(b"PAR1")
    yield f"s3://key:secret@registers/{{}}?{options}"
    server.stop()


@pytest.mark.parametrize("engine", ["duckdb", "pandas"])
def test_a_folder_in_an_s3_store(engine: str, store: str, tmp_path: Path, expected) -> None:
    assert result(store.format("parquet"), tmp_path, engine) == expected


def test_what_is_broken_or_missing_in_a_store_is_said_without_the_key(
    store: str, tmp_path: Path, capsys
) -> None:
    assert roll_up(store.format("bad"), tmp_path / "out") == 1
    with pytest.raises(SystemExit, match="2"):
        roll_up(store.format("nothing"), tmp_path / "out")

    said = capsys.readouterr()
    assert "a whole Parquet file" in said.out
    assert "there is no s3://registers/nothing" in said.err
    assert "secret" not in said.out + said.err


@pytest.mark.parametrize("text", ["ftp://host/register", "s4://bucket/register", "://"])
def test_an_address_that_cannot_be_read_is_a_wrong_call(text: str, tmp_path: Path, capsys) -> None:
    with pytest.raises(SystemExit, match="2"):
        roll_up(text, tmp_path / "out")

    assert "no address of a file system" in capsys.readouterr().err


def test_a_path_keeps_its_own_name_in_messages() -> None:
    assert place_of("lib/register").said == "lib/register"
