"""Files that somebody might hand in, and files that nobody would."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime, time
from functools import cache
from typing import Any

import openpyxl
from hypothesis import strategies as st

from lib.catalog.__main__ import PUBLISHED
from lib.catalog.book import read_book
from lib.catalog.form import FORM_SHEETS, form_columns
from lib.catalog.schema import TABLES
from lib.catalog.template import template
from tests.catalog.files.made import HEADER, ROW, csv_bytes, ods_bytes, xlsx_bytes, zipped
from tests.catalog.files.made_xls import xls_bytes

NAMES = (
    "release.csv", "release.xlsx", "release.ods", "release.xls", "release.et",
    "observations.csv", "areas.csv", "sources.csv", "x.CSV", "é .xlsx",
)  # fmt: skip
SIGNS = "0123456789.,-+−－约近超亿万千百美元%％家人年月日至到 USDbnQH/_:=#\"'\t\n\r\0\ufeff兆¥十二"

ENCODINGS = (
    "utf-8",
    "utf-8",
    "utf-8-sig",
    "utf-8-sig",
    "gb18030",
    "gb18030",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "big5",
)

figures = st.sampled_from(
    [
        "12.1亿美元",
        "近1800家",
        "１２．１",
        "78.7%",
        "2021年1-8月",
        "2021-08",
        "12.1",
        "1,403",
        "=1+1",
        "超50%",
        "-0",
        "1e5",
    ]
)
codes = st.sampled_from(
    [*ROW, "USD", "8", "exact", "CNY", "2026.11", "target", "wld", "", "", "#", "null", "NaN"]
)
cells = st.one_of(figures, codes, st.text(alphabet=SIGNS, max_size=12), st.text(max_size=8))
columns = sorted({column.name for table in TABLES.values() for column in table.columns} | {"period", "#", ""})
headers = st.one_of(
    st.just(list(HEADER)),
    st.sampled_from([[column.name for column in table.typed_by_hand] for table in TABLES.values()]),
    st.sampled_from([[column.name for column in form_columns(name)] for name in FORM_SHEETS]),
    st.permutations(HEADER),
    st.lists(st.sampled_from(columns) | cells, min_size=1, max_size=25),
)
values = st.one_of(
    cells, st.none(), st.booleans(), st.integers(-(10**18), 10**18), st.floats(), st.dates(date(1900, 3, 1)),
    st.datetimes(datetime(1900, 3, 1)), st.times(),
)  # fmt: skip
formats = st.sampled_from(
    ["General", "0.0", "0.0%", "#,##0", "@", "yyyy-mm", 'yyyy"年"m"月"', "0.0,", "[Red]0", ";;;"]
)


def seldom(draw: st.DrawFn, times: int) -> bool:
    """Once in so many times."""
    return draw(st.integers(1, times)) == times


@st.composite
def rows(draw: st.DrawFn, content: st.SearchStrategy[Any]) -> list[list[Any]]:
    """A header and rows under it, most of them a row that is right with a few cells changed."""
    header = draw(headers) if seldom(draw, 3) else list(HEADER)
    lines: list[list[Any]] = [list(header)]
    for month in range(1, draw(st.integers(1, 4)) + 1):
        right = dict(zip(HEADER, ROW, strict=True)) | {"period": f"2021年{month}月"}
        line: list[Any] = [right.get(name, "") for name in header]
        for place in draw(st.lists(st.integers(0, len(line) - 1), max_size=2)):
            line[place] = draw(content)
        lines.append([*line, draw(content)] if seldom(draw, 12) else line)
    return lines


@st.composite
def csv_files(draw: st.DrawFn) -> bytes:
    """A CSV file in some encoding, with some separator."""
    out = io.StringIO()
    written = csv.writer(
        out,
        delimiter=draw(st.sampled_from(";\t")) if seldom(draw, 8) else ",",
        quoting=draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
        lineterminator=draw(st.sampled_from(["\n", "\r\n", "\r"])),
    )
    written.writerows(draw(rows(cells)))
    encoding = draw(st.sampled_from(ENCODINGS))
    return out.getvalue().encode(encoding, "replace")


@st.composite
def xlsx_files(draw: st.DrawFn) -> bytes:
    """A workbook with cells of every type and format."""
    book = openpyxl.Workbook()
    for number in range(2 if seldom(draw, 6) else 1):
        sheet = book.active if number == 0 else book.create_sheet()
        sheet.title = draw(st.sampled_from([*TABLES, "Sheet1", "数据"])) + ("" if number == 0 else " 2")
        for line, row in enumerate(draw(rows(values)), start=1):
            for place, value in enumerate(row, start=1):
                cell = sheet.cell(line, place)
                cell.value = _plain(value)
                cell.number_format = draw(formats) if seldom(draw, 5) else "General"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", value)
    return value.replace(tzinfo=None) if isinstance(value, datetime | time) else value


@st.composite
def ods_files(draw: st.DrawFn) -> bytes:
    """An ODS file, at times with markup that does not belong there."""
    header, *lines = draw(rows(cells.map(str)))
    return ods_bytes(
        *lines, header=header, markup=draw(st.sampled_from(["", "", "", "<", "<a/>", "<table:table-row/>"]))
    )


@st.composite
def xls_files(draw: st.DrawFn) -> bytes:
    """An old workbook with texts, and numbers in every format."""
    lines = draw(rows(cells.map(lambda text: text[:200].replace("\0", "")) | st.floats(allow_nan=False)))
    return xls_bytes(
        [
            [
                (cell, draw(formats | st.integers(0, 60))) if isinstance(cell, float) else str(cell)
                for cell in line
            ]
            for line in lines
        ],
        hidden_rows=[2] if seldom(draw, 6) else [],
        hidden_columns=[3] if seldom(draw, 6) else [],
    )


@cache
def sound() -> tuple[bytes, ...]:
    """Files that are read without a fault, to be spoilt."""
    book, _ = read_book(PUBLISHED)
    return (
        csv_bytes(ROW),
        csv_bytes(ROW, encoding="gb18030"),
        xlsx_bytes(ROW),
        ods_bytes(ROW),
        xls_bytes([HEADER, ROW]),
        template(book),
    )


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A sound file with bytes cut, changed, put in or repeated."""
    return _spoil(draw, draw(st.sampled_from(sound())))


@st.composite
def spoilt_inside(draw: st.DrawFn) -> bytes:
    """A workbook that is a sound ZIP, one of whose parts is spoilt, missing or another's."""
    data = draw(st.sampled_from([data for data in sound() if data.startswith(b"PK")]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    match draw(st.integers(0, 5)):
        case 0:
            del parts[name]
        case 1:
            parts[name] = parts[draw(st.sampled_from(sorted(parts)))]
        case _:
            parts[name] = _spoil(draw, parts[name])
    return zipped(parts)


def _spoil(draw: st.DrawFn, data: bytes) -> bytes:
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(1, 40))
        match draw(st.integers(0, 4)):
            case 0:
                data = data[:start]
            case 1:
                data = data[:start] + data[start + length :]
            case 2:
                data = data[:start] + draw(st.binary(min_size=1, max_size=6)) + data[start + 1 :]
            case 3:
                data = data[:start] + draw(cells).encode("utf-8", "replace") + data[start:]
            case _:
                data = data[:start] + data[start : start + length] * 3 + data[start + length :]
    return data


KINDS = {
    "csv": csv_files(),
    "xlsx": xlsx_files(),
    "ods": ods_files(),
    "xls": xls_files(),
    "spoilt": spoilt(),
    "spoilt inside": spoilt_inside(),
    "any bytes": st.binary(max_size=300),
}


@st.composite
def files(draw: st.DrawFn) -> tuple[str, str, bytes]:
    """A kind of file, a name and a content; seldom the name of another kind."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    data = draw(KINDS[kind])
    fitting = ".xlsx" if b"xl/workbook" in data else ".ods" if data.startswith(b"PK") else ".csv"
    fitting = draw(st.sampled_from([".xls", ".et"])) if data.startswith(b"\xd0\xcf") else fitting
    some = NAMES if seldom(draw, 10) else [name for name in NAMES if name.endswith(fitting)]
    return kind, draw(st.sampled_from(some)), data
