"""Registers that are damaged or not registers at all: a clear message, exit 1, and nothing is touched."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.register.sample import tables
from tests.register.rows import contents, enterprises, lay, roll_up, table_of

ROWS = enterprises(4)


def changed(name: str, column: pa.Array | None) -> pa.Table:
    table = table_of(ROWS)
    place = table.column_names.index(name)
    return table.remove_column(place) if column is None else table.set_column(place, name, column)


WRONG: dict[str, tuple[pa.Table, str]] = {
    "money as floats": (changed("executed_usd", pa.array([1.0] * 4)), "column executed_usd"),
    "money with three decimals": (
        changed("executed_usd", pa.array([Decimal("1.000")] * 4, pa.decimal128(18, 3))),
        "decimal128(18, 3)",
    ),
    "money too wide": (
        changed("contract_usd", pa.array([Decimal(10) ** 30] * 4, pa.decimal128(38, 2))),
        "column contract_usd",
    ),
    "month as text": (changed("month", pa.array(["2021-01"] * 4)), "column month"),
    "month as a time": (changed("month", pa.array([0] * 4, pa.timestamp("us"))), "column month"),
    "offshore as numbers": (changed("offshore", pa.array([1] * 4)), "column offshore"),
    "a nested id": (changed("contract_id", pa.array([["C"]] * 4)), "column contract_id"),
    "no district": (changed("district", None), "column district"),
    "sector twice": (table_of(ROWS).append_column("sector", pa.array(["finance"] * 4)), "column sector"),
    "no row": (table_of([]), "no row can be used"),
    "nothing but nulls": (table_of([dict.fromkeys(ROWS[0])]), "no row can be used"),
}


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    assert roll_up(lay(ROWS, folder / "sound.parquet"), folder / "out") == 0
    return folder / "out"


@pytest.fixture
def refused(result: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Rolls up over a result that stands, and gives back the lines of the refusal."""
    shutil.copytree(result, tmp_path / "out")
    before = contents(tmp_path / "out")
    capsys.readouterr()

    def run(register: Path, *options: str) -> str:
        assert roll_up(register, tmp_path / "out", *options) == 1
        assert contents(tmp_path / "out") == before
        assert not list(tmp_path.glob(".out-*"))
        return capsys.readouterr().out

    return run


@pytest.mark.parametrize("fault", WRONG)
def test_a_file_of_other_columns_is_refused(fault: str, refused, tmp_path: Path) -> None:
    table, said = WRONG[fault]
    path = tmp_path / "wrong.parquet"
    pq.write_table(table, path)

    assert said in refused(path)


def test_a_file_cut_off_anywhere_is_refused(refused, tmp_path: Path) -> None:
    whole = tmp_path / "whole.parquet"
    pq.write_table(next(tables(300)), whole)
    data = whole.read_bytes()
    cut = tmp_path / "cut.parquet"

    for length in np.linspace(0, len(data) - 1, 25).astype(int):
        cut.write_bytes(data[:length])
        assert "allowed: a whole Parquet file" in refused(cut), length


def damaged(path: Path) -> Iterator[Path]:
    """A register with eight bytes of a page turned over, here and there; its footer is sound."""
    pq.write_table(next(tables(200)), path, compression="zstd", write_page_checksum=True)
    with pq.ParquetFile(path) as file:
        group = file.metadata.row_group(0)
        columns = [group.column(number) for number in (0, 1, 9, 10)]
        starts = [column.dictionary_page_offset or column.data_page_offset for column in columns]
        ends = [start + column.total_compressed_size for start, column in zip(starts, columns, strict=True)]
    sound = path.read_bytes()
    for end in ends:
        at = end - 12
        path.write_bytes(sound[:at] + bytes(byte ^ 0xFF for byte in sound[at : at + 8]) + sound[at + 8 :])
        yield path


def test_a_page_that_fails_its_checksum_is_refused(refused, tmp_path: Path) -> None:
    for path in damaged(tmp_path / "damaged.parquet"):
        assert str(path) in refused(path, "--engine", "pandas")


def test_damage_that_duckdb_reads_over_never_ends_in_a_traceback(tmp_path: Path, capsys) -> None:
    for path in damaged(tmp_path / "damaged.parquet"):
        status = roll_up(path, tmp_path / "out")

        said = capsys.readouterr().out
        refusal = ("Nothing was changed", "allowed: a whole Parquet file", "no row can be used")
        assert any(text in said for text in (("200 rows read = ",) if status == 0 else refusal))
        assert status in (0, 1)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.parquet", b"", "a whole Parquet file"),
        ("text.parquet", b"contract_id,month\n", "a whole Parquet file"),
        ("empty.csv", b"", "no such column"),
        ("page.csv", b"<!DOCTYPE html><html></html>", "no such column"),
        ("nul.csv", b"\x00\x00\x00", "no such column"),
        ("bytes.csv", b"contract_id\n\xff\xfe\xff", "neither UTF-8 nor GB18030"),
        ("wide.csv", ",".join(map(str, range(300_000))).encode(), "no such column"),
        ("book.xlsx", b"PK\x03\x04", "one .parquet or .csv file"),
        ("none", b"", "one .parquet or .csv file"),
    ],
)
def test_what_is_no_register_is_refused(
    name: str, content: bytes, said: str, refused, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert said in refused(path)


def written(path: Path, rows: list[dict[str, object]], encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        out = csv.DictWriter(file, list(rows[0]))
        out.writeheader()
        out.writerows(rows)
    return path


def test_a_column_that_is_missing_or_twice_in_a_csv_is_refused(refused, tmp_path: Path) -> None:
    path = written(tmp_path / "r.csv", ROWS)
    lines = path.read_text(encoding="utf-8")
    path.write_text(lines.replace("district", "sector", 1), encoding="utf-8")

    said = refused(path)

    assert 'r.csv, row 1, column district: found "no such column"' in said
    assert 'r.csv, row 1, column sector: found "twice"' in said


def test_a_folder_of_csv_and_parquet_is_refused(refused, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    lay(ROWS, folder / "a.parquet")
    written(folder / "b.csv", ROWS)

    assert "a folder of one kind alone" in refused(folder)


UNREADABLE = [
    {"executed_usd": "12,1"},
    {"executed_usd": "1e3"},
    {"executed_usd": "9" * 40},
    {"executed_usd": "1.005"},
    {"executed_usd": "NaN"},
    {"executed_usd": "=1+1"},
    {"month": "2021-13"},
    {"signed_on": "2021-02-30"},
    {"signed_on": "30.01.2021"},
    {"offshore": "yes"},
]


def test_csv_cells_that_cannot_be_read_reject_their_rows_and_keep_their_text(tmp_path: Path, capsys) -> None:
    bad = [ROWS[0] | {"contract_id": f"bad {number}"} | cell for number, cell in enumerate(UNREADABLE)]
    path = written(tmp_path / "r.csv", [*ROWS, *bad])

    assert roll_up(path, tmp_path / "out") == 0

    assert "unreadable: 10 rows" in capsys.readouterr().out
    kept = [row["raw"] for row in pq.read_table(tmp_path / "out" / "rejected").to_pylist()]
    for number, cell in enumerate(UNREADABLE):
        [raw] = [text for text in kept if f"bad {number}" in text]
        assert next(iter(cell.values())) in raw


def test_a_csv_row_shifted_by_a_cell_is_rejected_whole(tmp_path: Path, capsys) -> None:
    path = written(tmp_path / "r.csv", ROWS)
    lines = path.read_text(encoding="utf-8").splitlines()
    shifted = [lines[1].replace("C0", "C8,", 1), lines[1].replace("C0,", "", 1)]
    path.write_text("\n".join([*lines, *shifted]) + "\n", encoding="utf-8")

    assert roll_up(path, tmp_path / "out") == 0

    assert "6 rows read = 4 used + 2 rejected" in capsys.readouterr().out
    assert {row["rule"] for row in pq.read_table(tmp_path / "out" / "rejected").to_pylist()} == {"unreadable"}
