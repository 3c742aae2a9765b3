"""Files that must not be read, of every kind, most of them made at many places of a sound one."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, time
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tests.catalog.files.made import (
    HEADER,
    ROW,
    changed,
    csv_bytes,
    ods_bytes,
    ods_cell,
    row,
    xlsx_bytes,
    zipped,
)

Broken = Iterator[tuple[str, bytes | None]]
"""A name and what is in the file; None is a folder of that name."""

KINDS: dict[str, Callable[[], Broken]] = {}
XLSX, ODS, CSV = "release.xlsx", "release.ods", "release.csv"


def kind(make: Callable[[], Broken]) -> Callable[[], Broken]:
    KINDS[make.__name__] = make
    return make


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@kind
def cut_off() -> Broken:
    for name, data in ((XLSX, xlsx_bytes(ROW)), (ODS, ods_bytes(ROW))):
        for percent in range(3, 100, 4):
            yield name, data[: len(data) * percent // 100]


@kind
def bytes_flipped_in_a_packed_part() -> Broken:
    for name, data, wanted in (
        (XLSX, xlsx_bytes(ROW), "xl/worksheets/sheet1.xml"),
        (ODS, ods_bytes(ROW), "content.xml"),
    ):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            part = archive.getinfo(wanted)
        start = part.header_offset + 30 + len(wanted)
        for place in range(start, start + part.compress_size, part.compress_size // 10):
            yield name, data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]


@kind
def xml_cut_off_inside() -> Broken:
    for name, data, wanted in (
        (XLSX, xlsx_bytes(ROW), "xl/worksheets/sheet1.xml"),
        (XLSX, xlsx_bytes(ROW), "xl/workbook.xml"),
        (ODS, ods_bytes(ROW), "content.xml"),
    ):
        parts = parts_of(data)
        for percent in range(5, 100, 15):
            content = parts[wanted]
            yield name, zipped({**parts, wanted: content[: len(content) * percent // 100]})


@kind
def a_part_gone_or_of_another_kind() -> Broken:
    parts = parts_of(xlsx_bytes(ROW))
    for gone in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"):
        yield XLSX, zipped({name: content for name, content in parts.items() if name != gone})
    yield XLSX, zipped({"readme.txt": b"no workbook"})
    yield ODS, zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"})
    yield XLSX, ods_bytes(ROW)
    yield ODS, xlsx_bytes(ROW)
    yield XLSX, changed(xlsx_bytes(ROW), Content_Types=(b"</Types>", b'<Default Extension="bin" ContentType='
                        b'"application/vnd.ms-office.vbaProject"/></Types>'))  # fmt: skip


@kind
def xml_entities() -> Broken:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    for bomb in (
        f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd">',
    ):
        for name, data, wanted in (
            (XLSX, xlsx_bytes(ROW), "xl/worksheets/sheet1.xml"),
            (XLSX, xlsx_bytes(ROW), "xl/workbook.xml"),
            (XLSX, xlsx_bytes(ROW), "xl/styles.xml"),
            (ODS, ods_bytes(ROW), "content.xml"),
        ):
            parts = parts_of(data)
            body = parts[wanted].partition(b"?>")[2] or parts[wanted]
            yield name, zipped({**parts, wanted: bomb.encode() + body})
            text = f'<?xml version="1.0" encoding="UTF-16"?>{bomb}{body.decode()}'
            yield name, zipped({**parts, wanted: text.encode("utf-16")})


@kind
def locked_by_a_password_or_of_old_excel() -> Broken:
    for name in (XLSX, ODS, CSV):
        yield name, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
    for name, data in ((XLSX, xlsx_bytes(ROW)), (ODS, ods_bytes(ROW))):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            start = archive.start_dir
        yield name, data[: start + 8] + b"\x01\x00" + data[start + 10 :]


@kind
def bombs() -> Broken:
    for name, sound, wanted in (
        (XLSX, xlsx_bytes(ROW), "xl/worksheets/sheet1.xml"),
        (ODS, ods_bytes(ROW), "content.xml"),
    ):
        parts = parts_of(sound)
        yield name, unpacks_to(110_000_000, wanted)
        # A directory that states 100 bytes for a part of 60 million.
        data = unpacks_to(60_000_000, wanted)
        place = data.rindex(b"PK\x01\x02") + 24
        yield name, data[:place] + struct.pack("<L", 100) + data[place + 4 :]
        yield name, zipped({**parts, wanted: parts[wanted].replace(b"</", b"<x/>" * 200_000 + b"</", 1)})
        yield name, zipped({**parts, **{f"part{number}.xml": b"<x/>" for number in range(1001)}})
        for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w", method) as archive:
                for part, content in parts.items():
                    archive.writestr(part, content)
            yield name, out.getvalue()
    yield CSV, b"a," * 10_000_001
    styles = b'<cellXfs count="1">' + b"<xf/>" * 200_000
    yield XLSX, changed(xlsx_bytes(ROW), styles=(b'<cellXfs count="1">', styles))


def unpacks_to(size: int, part: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", b"<x/>")
        with archive.open(part, "w") as stream:
            for _ in range(size // 10_000_000):
                stream.write(bytes(10_000_000))
    return out.getvalue()


@kind
def far_too_wide_or_long() -> Broken:
    yield CSV, ",".join(f"c{number}" for number in range(1_000_000)).encode()
    yield CSV, csv_bytes(ROW) + b"\r\n" + b"," * 30_000 + b"x"
    yield CSV, csv_bytes(*[ROW] * 50_001)
    header = "".join(f"<c><v>{number}</v></c>" for number in range(300)).encode()
    yield XLSX, changed(xlsx_bytes(), sheet1=(b"<sheetData>", b"<sheetData><row>" + header + b"</row>"))
    million = b"<c><v>1</v></c>" * 1_000_000
    yield XLSX, changed(xlsx_bytes(), sheet1=(b"<sheetData>", b"<sheetData><row>" + million + b"</row>"))
    for cells in (300, 1_000_000):
        markup = f"<table:table-row>{ods_cell('c') * cells}</table:table-row>"
        yield ODS, ods_bytes(ROW, markup=markup)
    repeated = ods_cell("c", 'table:number-columns-repeated="99999999"')
    yield ODS, ods_bytes(ROW, markup=f"<table:table-row>{repeated}</table:table-row>")
    yield ODS, ods_bytes(ROW, markup="<table:table-row></table:table-row>" * 100_001)
    yield CSV, csv_bytes(row(value="1" * 40_000))
    yield ODS, ods_bytes(row(value="1" * 40_000))


@kind
def formulas() -> Broken:
    for place, name in enumerate(HEADER):
        if place % 2:
            yield XLSX, xlsx_bytes(row(**{name: "=1+1"}))
        else:
            cell = ods_cell("2", 'table:formula="of:=1+1" office:value-type="float" office:value="2"')
            cells = "".join(
                cell if other == name else ods_cell(text) for other, text in zip(HEADER, ROW, strict=True)
            )
            yield ODS, ods_bytes(markup=f"<table:table-row>{cells}</table:table-row>")
    for formula in (
        "='[other.xlsx]Sheet1'!A1",
        "=cmd|'/c calc'!A1",
        '=HYPERLINK("http://192.0.2.1")',
        "=WEBSERVICE(1)",
    ):
        yield XLSX, xlsx_bytes(row(value=formula))
    for error in ("#N/A", "#REF!", "#DIV/0!"):
        yield XLSX, xlsx_bytes(row(value=error))


@kind
def wrong_types() -> Broken:
    values: tuple[Any, ...] = (True, time(9, 30), date(2021, 8, 31), -1.5)
    for place, name in enumerate(column for column in HEADER if column not in ("period", "growth")):
        yield XLSX, xlsx_bytes(row(**{name: values[place % len(values)]}))
    for value, form in (
        (12.149, "0.0"),
        (12.1, "0.0,"),
        (12.1, "0.0E+00"),
        (0.787, "0%"),
        (44439.5, "yyyy-mm-dd"),
    ):
        yield XLSX, xlsx_bytes(row(value=value), formats={"F2": form})
    cell = ods_cell("12.1", 'office:value-type="float" office:value="12.149"')
    cells = "".join(
        cell if name == "value" else ods_cell(text) for name, text in zip(HEADER, ROW, strict=True)
    )
    yield ODS, ods_bytes(markup=f"<table:table-row>{cells}</table:table-row>")


@kind
def shifted_columns() -> Broken:
    for place in range(len(ROW)):
        yield CSV, csv_bytes((*ROW[:place], "", *ROW[place:]))
        yield CSV, csv_bytes((*ROW[:place], *ROW[place + 1 :]))
    yield CSV, csv_bytes((*ROW[1:], ROW[0]))
    yield XLSX, xlsx_bytes((*ROW[1:], ROW[0]))
    yield ODS, ods_bytes((*ROW[1:], ROW[0]))


@kind
def other_encodings_and_bad_bytes() -> Broken:
    for encoding in ("gb18030", "utf-8"):
        data = csv_bytes(ROW, encoding=encoding)
        for place in range(0, len(data), len(data) // 8):
            yield CSV, data[:place] + b"\xff" + data[place:]
    for encoding in ("utf-16-le", "utf-16-be", "utf-32", "utf-7"):
        yield CSV, csv_bytes(ROW, encoding=encoding)
    for sign in ("\0", "\x1b[2J", "\x08", "\ufffe"):
        yield CSV, csv_bytes(row(value=f"12.1亿{sign}美元"))
    yield CSV, csv_bytes(ROW) + bytes(500)
    yield CSV, csv_bytes(ROW).replace(b",", b"\0,")


@kind
def nothing_in_it() -> Broken:
    for name in (CSV, XLSX, ODS):
        yield name, b""
        yield name, b"\r\n"
        yield name, None
    yield CSV, b"\xef\xbb\xbf"
    yield CSV, csv_bytes()
    yield XLSX, xlsx_bytes()
    yield ODS, ods_bytes()
    yield CSV, b",,,\r\n" * 20


@kind
def another_file_under_a_known_name() -> Broken:
    out = io.BytesIO()
    pq.write_table(pa.table({name: [text] for name, text in zip(HEADER, ROW, strict=True)}), out)
    others = (
        out.getvalue(), b"%PDF-1.7\n1 0 obj", b"\x89PNG\r\n\x1a\n" + bytes(50), b"<html><table><tr><td>1",
        b'{"value": 12.1}', b"\x1f\x8b\x08\x00" + bytes(20), b"SQLite format 3\0" + bytes(50),
    )  # fmt: skip
    for data in others:
        yield CSV, data
        yield XLSX, data
    yield CSV, xlsx_bytes(ROW)
    yield "release.xls", b"\xd0\xcf\x11\xe0"
    yield "release.parquet", out.getvalue()


@kind
def headers() -> Broken:
    for name in HEADER:
        if name != "growth":
            place = HEADER.index(name)
            yield (
                XLSX,
                xlsx_bytes(ROW[:place] + ROW[place + 1 :], header=HEADER[:place] + HEADER[place + 1 :]),
            )
    yield XLSX, xlsx_bytes((*ROW, "1"), header=(*HEADER, "colour"))
    yield XLSX, xlsx_bytes((*ROW, "1"), header=(*HEADER, "value"))
    yield XLSX, xlsx_bytes((*ROW, "2021-01-01"), header=(*HEADER, "period_start"))
    yield CSV, csv_bytes(ROW).replace(b"total", b'"total')
    yield CSV, csv_bytes(ROW).replace(b"total", b'"to"tal')


@kind
def periods_that_mix_or_mislead() -> Broken:
    for period in (
        "2021-1-8", "1-8月", "21年1-8月", "2021.1", "01/08/2021", "十三五时期", "2021年13月", "2021年8-1月",
        "2021-02-30", "2021-01-15/2021-08-15", "", "2021-08; 2021-09", "今年前8月", "2021年1-8月, 2020年1-8月",
    ):  # fmt: skip
        yield CSV, csv_bytes(row(period=f'"{period}"'))
    mixed = [*HEADER, "period_start", "period_end"]
    yield XLSX, xlsx_bytes((*ROW, "2021-01-01", "2021-08-31"), header=mixed)


@kind
def figures_that_mislead() -> Broken:
    for value in (
        "10-12亿美元", "12亿1000万美元", "十二亿美元", "5兆美元", "$5亿", "5亿港元", "12.1",
        "1,21亿美元", "n/a", "1e9美元",
    ):  # fmt: skip
        yield CSV, csv_bytes(row(value=f'"{value}"'))


@kind
def codes_that_are_not_known() -> Broken:
    for name in HEADER:
        if name not in ("period", "value", "growth"):
            yield CSV, csv_bytes(row(**{name: "S13"}))
    yield CSV, csv_bytes(ROW, ROW)
    yield CSV, csv_bytes(row(value="12.1万美元"))
