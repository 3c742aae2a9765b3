"""Files as people hand them in, made here: an ODS by hand, and rows of a release in every form."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import openpyxl

HEADER = (
    "indicator", "ref_area", "counterpart", "category", "period", "value", "growth", "kind", "basis", "source_id",
    "confidence",
)  # fmt: skip
ROW = (
    "offshore_outsourcing_executed", "CN-CQ", "WLD", "total", "2021年1-8月", "12.1亿美元", "同比增长78.7%", "outcome",
    "offshore_mofcom", "cns-2021-09-13", "high",
)  # fmt: skip
JAN_AUG = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
"""The id that the codes of ROW spell. The record prints this figure as 1.21 × 10^9."""

_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def row(**cells: str) -> list[str]:
    """Which row is ROW with these cells changed?"""
    return [cells.get(name, cell) for name, cell in zip(HEADER, ROW, strict=True)]


def csv_bytes(*rows: Sequence[str], encoding: str = "utf-8") -> bytes:
    """Which CSV file holds these rows below HEADER?"""
    return "\r\n".join(",".join(cells) for cells in (HEADER, *rows)).encode(encoding)


def xlsx_bytes(
    *rows: Sequence[Any], header: Sequence[str] = HEADER, formats: Mapping[str, str] | None = None
) -> bytes:
    """Which XLSX file holds these rows? `formats` sets number formats by cell, such as F2."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "observations"
    for cells in (header, *rows):
        sheet.append(list(cells))
    for cell, form in (formats or {}).items():
        sheet[cell].number_format = form
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods_cell(text: str, attributes: str = "") -> str:
    """How does one cell stand in content.xml?"""
    return f"<table:table-cell {attributes}><text:p>{escape(text)}</text:p></table:table-cell>"


def ods_bytes(*rows: Sequence[str], header: Sequence[str] = HEADER, markup: str = "") -> bytes:
    """Which ODS file holds these rows below HEADER? `markup` is put in as further rows."""
    lines = "".join(
        f"<table:table-row>{''.join(ods_cell(cell) for cell in cells)}"
        '<table:table-cell table:number-columns-repeated="16370"/></table:table-row>'
        for cells in (header, *rows)
    )
    lines += (
        f'{markup}<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {_SPACES}><office:body><office:spreadsheet>'
        f'<table:table table:name="observations">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()}
    )


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Which ZIP file holds these parts?"""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(data: bytes, **parts: tuple[bytes, bytes]) -> bytes:
    """What is a ZIP file with bytes replaced in its parts? `sheet=(old, new)` changes what ends in sheet…xml."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    for wanted, (old, new) in parts.items():
        name = next(name for name in content if wanted in name)
        assert old in content[name]
        content[name] = content[name].replace(old, new)
    return zipped(content)


def ods_of(header: Sequence[str], *lines: Sequence[tuple[str, str]]) -> bytes:
    """Which ODS file holds these cells, each its text and its attributes, below a header?"""
    return ods_bytes(
        header=header,
        markup="".join(
            f"<table:table-row>{''.join(ods_cell(*cell) for cell in line)}</table:table-row>"
            for line in lines
        ),
    )
