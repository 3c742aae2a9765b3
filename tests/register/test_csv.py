"""A register in CSV as offices have it: each line is used or refused by its number, on every engine alike."""

from __future__ import annotations

import csv
import gzip
import io
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.register.headers import CHINESE
from lib.register.lines import GB18030, GOOD, UTF8, lines_of
from lib.register.schema import NAMES
from tests.register.rows import contents, enterprises, figures, lay, roll_up

ROWS = enterprises(60, executed_usd=Decimal("100.50"))
TOTAL = {"indicator": "outsourcing_executed", "category": "total", "counterpart": "WLD"}
ENGINES = ("duckdb", "pandas")


def text_of(rows: list[dict[str, object]], **how: object) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n", **how)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def changed(places: dict[int, tuple[str, str]]) -> str:
    """The 60 rows, with something put in place of something else in a line, counted from 1."""
    lines = text_of(ROWS).splitlines()
    for place, (old, new) in places.items():
        assert old in lines[place - 1]
        lines[place - 1] = lines[place - 1].replace(old, new, 1)
    return "\n".join(lines) + "\n"


STRAY = {
    "one that is never closed": ({6: ("C4", '"C4')}, [6]),
    "two, forty lines apart": ({6: ("C4", '"C4'), 46: ("500112", '500112"')}, [6, 46]),
    "one within a cell": ({6: ("SG", 'S"G')}, [6]),
    "one after a closed cell": ({6: ("SG", '"S"G')}, [6]),
    "in the last line": ({61: ("100.50", '"100.50')}, [61]),
    "a line break within a quoted cell": ({6: ("C4", '"C4\nhere"')}, [6, 7]),
    "a carriage return within a cell": ({6: ("C4", "C\r4")}, [6]),
    "a cell too many": ({6: ("SG", "SG,")}, [6]),
    "a cell too few": ({6: ("SG,", "")}, [6]),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("kind", STRAY)
def test_a_line_that_cannot_be_parted_is_refused_by_its_number_and_no_other(
    kind: str, engine: str, tmp_path: Path, capsys
) -> None:
    places, refused = STRAY[kind]
    path = tmp_path / "r.csv"
    path.write_text(changed(places), encoding="utf-8", newline="")
    lines = path.read_bytes().count(b"\n")

    assert roll_up(path, tmp_path / "out", "--engine", engine) == 0

    said = capsys.readouterr().out
    good = lines - 1 - len(refused)
    assert f"{lines - 1} rows read = {good} used + {len(refused)} rejected" in said
    for line in refused:
        assert f"r.csv, row {line}: found" in said
    kept = pq.read_table(tmp_path / "out" / "rejected").to_pylist()
    assert sorted((row["file"], row["line"]) for row in kept) == [("r.csv", line) for line in refused]
    # Each sound row has 100.50.
    total = Decimal("100.50") * good
    assert figures(tmp_path / "out", **TOTAL) == {"2021-01_2021-01": f"{total}"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text('a",\r\n 合', max_size=12), min_size=1, max_size=8), st.sampled_from((UTF8, GB18030)))
def test_no_line_is_lost_whatever_stands_in_it(texts: list[str], encoding: str) -> None:
    text = "\n".join(texts) + "\n"
    with TemporaryDirectory() as folder:
        path = Path(folder, "r.csv")
        path.write_bytes(text.encode(encoding))
        found = list(lines_of(path, encoding, is_packed=False))

    assert sum(len(lines.flags(2)) for lines in found) == text.count("\n")
    for lines in found:
        for place, flag in enumerate(lines.flags(2)):
            if flag == GOOD:
                [cells] = csv.reader([lines.line(place)], strict=True)
                assert len(cells) == 2


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("sign", "said"),
    [
        (";", {"zh": "单元格以分号分隔", "en": "cells parted by semicolons"}),
        ("\t", {"zh": "单元格以制表符分隔", "en": "cells parted by tabs"}),
    ],
    ids=["semicolons", "tabs"],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_cells_may_be_parted_by_what_a_program_wrote_and_that_is_said(
    sign: str, said: dict[str, str], lang: str, engine: str, tmp_path: Path, capsys
) -> None:
    path = tmp_path / "r.csv"
    lines = text_of(ROWS, delimiter=sign).splitlines()
    lines[5] = lines[5].replace("C4", f'"C{sign}4"')  # a quoted cell may hold the sign
    lines[7] += sign  # a cell too many
    lines[9] = lines[9].replace("C8", '"C8')  # a mark that is not closed
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")

    assert roll_up(path, tmp_path / "out", "--engine", engine, "--lang", lang) == 0

    out = capsys.readouterr()
    assert f"r.csv{'：' if lang == 'zh' else ': '}{said[lang]}" in out.out + out.err
    assert figures(tmp_path / "out", **TOTAL) == {"2021-01_2021-01": f"{Decimal('100.50') * 58}"}


def test_a_line_of_tabs_alone_is_a_row_of_blank_cells_and_refused(tmp_path: Path, capsys) -> None:
    path = tmp_path / "r.csv"
    text = text_of(ROWS, delimiter="\t")
    path.write_text(text + "\t" * (len(NAMES) - 1) + "\n", encoding="utf-8", newline="")

    assert roll_up(path, tmp_path / "out") == 0

    assert "61 rows read = 60 used + 1 rejected" in capsys.readouterr().out


CHINESE_CELLS = {
    "signed_on": "2021年1月15日",
    "month": "2021年1月",
    "business_type": "信息技术外包",
    "sector": "金融",
    "client_area": "新加坡",
    "district": "渝北区",
    "offshore": "是",
    "contract_usd": "1,000.00",
}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_register_as_an_office_types_it_gives_what_its_codes_give(
    engine: str, tmp_path: Path, capsys
) -> None:
    typed = [{CHINESE[name]: value for name, value in (row | CHINESE_CELLS).items()} for row in ROWS]
    with gzip.open(tmp_path / "台账.csv.gz", "wt", encoding="gb18030", newline="") as file:
        file.write(text_of(typed))
    assert roll_up(lay(ROWS, tmp_path / "r.parquet"), tmp_path / "codes", "--engine", engine, "--strict") == 0
    capsys.readouterr()

    status = roll_up(
        tmp_path / "台账.csv.gz", tmp_path / "out", "--engine", engine, "--strict", "--lang", "zh"
    )

    said = capsys.readouterr().out
    assert status == 0
    assert contents(tmp_path / "out") == contents(tmp_path / "codes")
    assert "台账.csv.gz：按GB18030编码读取" in said
    assert "业务类型：“信息技术外包”读作ito" in said
    assert "合同额：“1,000.00”读作1000.00" in said


SPELLED = [
    ("month", "2021/1/1"),
    ("month", "2021/1"),
    ("month", "202101"),
    ("month", "２０２１年１月"),
    ("signed_on", "2021/1/5"),
    ("signed_on", "20210105"),
    ("business_type", "ITO"),
    ("business_type", " ito（信息技术外包）"),
    ("client_area", "sg"),
    ("client_area", "中国香港"),
    ("client_area", "香港"),
    ("district", "渝北"),
    ("district", "重庆市渝北区"),
    ("offshore", "TRUE"),
    ("executed_usd", "100.5"),
    ("executed_usd", "US$100.50"),
    ("executed_usd", "１００．５０"),
]


def test_what_is_spelled_otherwise_and_can_be_read_in_one_way_only_is_read(tmp_path: Path, capsys) -> None:
    odd = [row | dict([cell]) for row, cell in zip(ROWS, SPELLED, strict=False)]
    (tmp_path / "r.csv").write_text(text_of([*odd, *ROWS[len(odd) :]]), encoding="utf-8")

    assert roll_up(tmp_path / "r.csv", tmp_path / "out", "--strict") == 0

    # 60 × 100.50
    assert figures(tmp_path / "out", **TOTAL) == {"2021-01_2021-01": "6030.00"}


UNREAD = [
    ("month", "2021.1", "a month such as 2021-08"),  # October, or January?
    ("month", "Aug-21", "a month such as 2021-08"),
    ("signed_on", "2021-02-30", "a date such as 2021-08-31"),
    ("offshore", "或许", "true or false"),
    ("executed_usd", "￥100", "dollars and cents such as 1200.50"),
    ("executed_usd", "1,00.5", "dollars and cents such as 1200.50"),
    ("contract_usd", "1e3", "dollars and cents such as 1200.50"),
]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_cell_that_cannot_be_read_is_named_with_its_column_and_line_and_what_is_allowed(
    engine: str, tmp_path: Path, capsys
) -> None:
    odd = [row | {column: typed} for row, (column, typed, _) in zip(ROWS, UNREAD, strict=False)]
    many = [row | {"executed_usd": "12,1"} for row in ROWS[20:35]]
    rows = [*odd, *ROWS[len(odd) : 20], *many, *ROWS[35:]]
    text = text_of([{CHINESE[name]: value for name, value in row.items()} for row in rows])
    (tmp_path / "r.csv").write_text(text, encoding="utf-8")

    assert roll_up(tmp_path / "r.csv", tmp_path / "out", "--engine", engine) == 0

    said = capsys.readouterr().out
    for line, (column, typed, allowed) in enumerate(UNREAD, start=2):
        assert f'r.csv, row {line}, column {CHINESE[column]}: found "{typed}"; allowed: {allowed}' in said
    # Lines 22 to 36 have 12,1; two cells of 执行额 came before them: eight are shown and seven are not.
    assert said.count('"12,1"') == 8
    assert "and 7 more" in said
    assert "60 rows read = 38 used + 22 rejected" in said


def test_other_headers_are_named_by_a_map_in_either_order(tmp_path: Path) -> None:
    theirs = {name: f"{name}（甲）" for name in NAMES if name != "contract_usd"} | {
        "contract_usd": "合同金额(美元)"
    }
    rows = [{"序号": number} | {theirs[name]: row[name] for name in NAMES} for number, row in enumerate(ROWS)]
    (tmp_path / "r.csv").write_text(text_of(rows), encoding="gb18030")
    ours_first = "".join(f"{ours},{name}\n" for ours, name in theirs.items())
    theirs_first = "原表头,台账列\n" + "".join(f"{name},{ours}\n" for ours, name in theirs.items())

    for number, text in enumerate((ours_first, theirs_first)):
        (tmp_path / "map.csv").write_text(text, encoding="gb18030")
        out = tmp_path / f"out{number}"

        assert roll_up(tmp_path / "r.csv", out, "--columns", str(tmp_path / "map.csv"), "--strict") == 0

        assert figures(out, **TOTAL) == {"2021-01_2021-01": "6030.00"}


def test_amounts_in_ten_thousands_are_read_by_their_header_and_other_units_are_refused(
    tmp_path: Path, capsys
) -> None:
    def laid(unit: str, contract: str, executed: str) -> Path:
        names = CHINESE | {"contract_usd": f"合同额（{unit}）", "executed_usd": f"执行额（{unit}）"}
        rows = [row | {"contract_usd": contract, "executed_usd": executed} for row in ROWS]
        path = tmp_path / f"{unit}.csv"
        path.write_text(text_of([{names[key]: cell for key, cell in row.items()} for row in rows]), "utf-8")
        return path

    assert roll_up(laid("万美元", "1,000", "0.010050"), tmp_path / "out", "--strict") == 0
    # 0.010050 万美元 are 100.50 dollars; times 60.
    assert figures(tmp_path / "out", **TOTAL) == {"2021-01_2021-01": "6030.00"}

    capsys.readouterr()
    assert roll_up(laid("万元", "1000", "1"), tmp_path / "other") == 1
    assert "column executed_usd" in capsys.readouterr().out
    mapped = tmp_path / "map.csv"
    mapped.write_text("contract_usd,合同额（万元）\nexecuted_usd,执行额（万元）\n", encoding="utf-8")
    assert roll_up(tmp_path / "万元.csv", tmp_path / "other", "--columns", str(mapped)) == 1
    assert "an amount in dollars" in capsys.readouterr().out


@pytest.mark.parametrize("engine", ENGINES)
def test_hive_folders_of_packed_and_plain_csv_with_what_is_no_part_of_it(
    engine: str, tmp_path: Path, capsys
) -> None:
    rows = [row | {"month": date(2021, month, 1)} for month in (1, 2) for row in ROWS]
    assert roll_up(lay(rows, tmp_path / "r.parquet"), tmp_path / "whole", "--strict") == 0
    folder = tmp_path / "register"
    for month, name in ((1, "month=2021-01"), (2, "月份=2021年2月")):
        (folder / name).mkdir(parents=True)
        part = [
            {key: cell for key, cell in row.items() if key != "month"}
            for row in rows
            if row["month"].month == month
        ]
        data = text_of(part).encode()
        file, packed = ("a.csv.gz", gzip.compress(data)) if month == 1 else ("a.CSV", data)
        (folder / name / file).write_bytes(packed)
    (folder / "~$a.csv").write_bytes(b"\x05lock")
    (folder / "Thumbs.db").write_bytes(b"x")
    capsys.readouterr()

    assert roll_up(folder, tmp_path / "out", "--engine", engine, "--strict") == 0

    assert "passed over, no part of the register: Thumbs.db and ~$a.csv" in capsys.readouterr().out
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_a_packed_file_that_is_cut_off_or_there_twice_is_refused(tmp_path: Path, capsys) -> None:
    folder = tmp_path / "register"
    folder.mkdir()
    packed = gzip.compress(text_of(ROWS).encode())
    (folder / "r.csv.gz").write_bytes(packed[:-20])
    assert roll_up(folder, tmp_path / "out") == 1
    assert "r.csv.gz: found" in capsys.readouterr().out

    (folder / "r.csv.gz").write_bytes(packed)
    (folder / "r.csv").write_text(text_of(ROWS), encoding="utf-8")
    assert roll_up(folder, tmp_path / "out") == 1
    assert "each file once, packed or not" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_lines_end_as_windows_old_macs_and_others_end_them_and_blank_ones_are_told(
    end: str, tmp_path: Path, capsys
) -> None:
    text = text_of(ROWS) + "\n  \n" + ",".join(["X"]) + "\n"
    (tmp_path / "r.csv").write_bytes(text.replace("\n", end).rstrip().encode())

    assert roll_up(tmp_path / "r.csv", tmp_path / "out") == 0

    said = capsys.readouterr().out
    assert "61 rows read = 60 used + 1 rejected" in said
    assert "r.csv: 2 blank lines passed over" in said
    assert 'r.csv, row 64: found "X"' in said


def test_a_file_larger_than_a_block_is_read_alike_with_a_stray_mark_at_each_end(
    tmp_path: Path, capsys, monkeypatch
) -> None:
    monkeypatch.setattr("lib.register.lines._BLOCK", 1000)
    (tmp_path / "r.csv").write_text(changed({3: ("C1", '"C1'), 58: ("SG", 'SG"')}), encoding="utf-8")

    assert roll_up(tmp_path / "r.csv", tmp_path / "out") == 0

    said = capsys.readouterr().out
    assert "60 rows read = 58 used + 2 rejected" in said
    assert "r.csv, row 3: found" in said
    assert "r.csv, row 58: found" in said


def test_a_refusal_is_said_in_chinese_too(tmp_path: Path, capsys) -> None:
    (tmp_path / "r.csv").write_text(changed({6: ("C4", '"C4'), 8: ("2021-01-15", "2021-02-30")}), "utf-8")
    assert roll_up(tmp_path / "r.csv", tmp_path / "out", "--lang", "zh") == 0
    said = capsys.readouterr().out
    assert "r.csv，第6行：" in said
    assert "引号只用于单元格首尾，并在同一行内成对" in said
    assert "r.csv，第8行，signed_on列：" in said
    assert "日期，如2021-08-31、2021年8月31日" in said

    (tmp_path / "s.csv").write_text("合同编号,备注\n1,2\n", encoding="gb18030")
    assert roll_up(tmp_path / "s.csv", tmp_path / "out", "--lang", "zh") == 1
    assert "表头须有一列month或月份" in capsys.readouterr().out
