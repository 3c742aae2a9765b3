"""One release as several programs save it: titles above it, other signs between its cells, empty columns after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.catalog.__main__ import PUBLISHED
from lib.catalog.book import read_book
from lib.catalog.release import Release, read_release
from lib.catalog.schema import TABLES
from lib.catalog.table_file import read_table
from lib.words.faults import fault_lines, reading_line
from lib.words.speak import Words
from tests.catalog.files.made import HEADER, JAN_AUG, ROW, csv_bytes, ods_bytes, xlsx_bytes

RECORD, _ = read_book(PUBLISHED)
COMMAS = csv_bytes(ROW)
TITLE = ("重庆市服务贸易数据报送表",)


def read(name: str, data: bytes) -> Release:
    return read_release([(name, data)], RECORD)


def noted(release: Release, lang: str) -> list[str]:
    return [reading_line(note, Words(lang)) for note in release.readings]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            COMMAS.replace(b",", b";"),
            {"zh": "a.csv：单元格以分号分隔", "en": "a.csv: cells parted by semicolons"},
        ),
        (
            COMMAS.replace(b",", b"\t"),
            {"zh": "a.csv：单元格以制表符分隔", "en": "a.csv: cells parted by tabs"},
        ),
        (
            COMMAS.decode().replace(",", "\t").encode("utf-16"),
            {"zh": "a.csv：按UTF-16编码读取", "en": "a.csv: read as UTF-16"},
        ),
        (("\ufeff" + COMMAS.decode()).encode("utf-16-be"), {"zh": "a.csv：按UTF-16编码读取"}),
        (csv_bytes(ROW).replace(b"\r\n", b",,\r\n") + b",,,\r\n", {"zh": "a.csv：按UTF-8编码读取"}),
        (
            f"{TITLE[0]}\r\n\r\n".encode() + COMMAS,
            {"zh": "a.csv：表头之上的内容未读取：1行", "en": "a.csv: lines above the header, not read: 1"},
        ),
        (
            f"{TITLE[0]}\r\n\r\n".encode() + COMMAS.replace(b",", b";"),
            {"zh": "a.csv：单元格以分号分隔", "en": "a.csv: lines above the header, not read: 1"},
        ),
        (
            f"{TITLE[0]}\n".encode("gb18030") + COMMAS.decode().replace(",", "\t").encode("gb18030"),
            {"zh": "a.csv：单元格以制表符分隔", "en": "a.csv: lines above the header, not read: 1"},
        ),
    ],
)
def test_each_gives_the_same_row_and_says_how_it_was_read(data: bytes, told: dict[str, str]) -> None:
    release = read("a.csv", data)
    assert release.faults == []
    plain = read("a.csv", COMMAS)
    assert (
        release.tables["observations"].to_numpy().tolist() == plain.tables["observations"].to_numpy().tolist()
    )
    assert list(release.tables["observations"]["observation_id"]) == [JAN_AUG]
    for lang, line in told.items():
        assert line in noted(release, lang)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_title_above_the_header_of_a_sheet_is_passed_over_and_rows_keep_their_numbers(name: str) -> None:
    make = xlsx_bytes if name.endswith("xlsx") else ods_bytes
    wrong = tuple("about" if head == "period" else cell for head, cell in zip(HEADER, ROW, strict=True))
    release = read(name, make(HEADER, wrong, header=TITLE))
    [line] = fault_lines(release.faults, Words("zh"))
    assert "第3行，period列" in line
    assert any("表头之上的内容未读取：1行" in note for note in noted(release, "zh"))


def test_a_table_without_a_header_is_told_by_its_first_line() -> None:
    [fault] = read("a.csv", csv_bytes(ROW).partition(b"\r\n")[2]).faults
    assert fault.found.key == "fault.found.header"


def test_the_record_itself_is_kept_with_commas(tmp_path: Path) -> None:
    table = TABLES["observations"]
    (tmp_path / table.file).write_bytes(COMMAS.replace(b",", b";"))
    frame, faults = read_table(tmp_path / table.file, table)
    assert frame is not None
    assert frame.empty
    assert faults
