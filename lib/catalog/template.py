"""A workbook to type a new release into: drop-down lists, an example, and every column explained."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from lib.catalog.book import Book
from lib.catalog.column import Column
from lib.catalog.form import FORM_SHEETS, REMARK, form_allows, form_columns
from lib.catalog.schema import TABLES

EXAMPLE_MARK = "# 示例，本行不读取 EXAMPLE, this row is not read"
_EXAMPLE: Mapping[str, Mapping[str, str]] = {
    "observations": {
        "indicator": "offshore_outsourcing_executed",
        "ref_area": "CN-CQ",
        "counterpart": "WLD",
        "category": "total",
        "period": "2021年1-8月",
        "value": "12.1亿美元",
        "growth": "同比增长78.7%",
        "kind": "outcome",
        "basis": "offshore_mofcom",
        "source_id": "cns-2021-09-13",
        "confidence": "high",
    },
    "sources": {
        "source_id": "cns-2021-09-13",
        "publisher_en": "China News Service",
        "publisher_zh": "中国新闻社",
        "language": "en",
        "published": "2021-09-13",
        "url": "https://example.org/2021-09-13",
        "access": "translation",
    },
    "releases": {
        "release": "2026.11",
        "date": "2026-11-23",
        "note_en": "What this edition adds.",
        "note_zh": "本版新增内容。",
    },
}
_OPEN_LISTS = ("source_id", "release")
"""A release brings these along: a code that is not in the list is questioned, not barred."""

_ROWS = 2000
_NAMES = ("name_zh", "name_en")
Codes = dict[str, tuple[str, str]]


def template(book: Book) -> bytes:
    """Which XLSX file takes a new release of this record?

    One sheet for figures, sources and editions, each with an example that is never read; one sheet that
    explains every column and one that names every code, in both languages. Every cell is text, so that
    what is typed keeps its last zero and 1-8 does not become a date.
    """
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    styles = {
        "head": workbook.add_format(
            {"bold": True, "bg_color": "#14568F", "font_color": "#FFFFFF", "num_format": "@"}
        ),
        "example": workbook.add_format(
            {"italic": True, "font_color": "#6B7785", "bg_color": "#F5F0E1", "num_format": "@"}
        ),
        "text": workbook.add_format({"num_format": "@"}),
        "wrapped": workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
    }
    sheets = {name: workbook.add_worksheet(name) for name in FORM_SHEETS}
    explained, named = workbook.add_worksheet("说明 explained"), workbook.add_worksheet("代码 codes")
    hidden = workbook.add_worksheet("lists")
    hidden.hide()
    lists = _lists(book)
    ranges = _write_lists(hidden, lists)
    for name, sheet in sheets.items():
        _write_form(sheet, name, ranges, styles)
    _write_table(explained, _explained(), (14, 18, 9, 60, 60, 60, 60), styles)
    _write_table(named, _named(lists), (18, 44, 44, 44), styles)
    workbook.close()
    return out.getvalue()


def _lists(book: Book) -> dict[str, Codes]:
    """The codes that each column with a list may hold, with their names in Chinese and English."""
    lists: dict[str, Codes] = {}
    for table in FORM_SHEETS:
        for column in form_columns(table):
            if column.codes and not column.separator:
                lists[column.name] = {code: (zh, en) for code, (en, zh) in column.codes.items() if code}
            elif column.refers:
                lists[column.name] = _codes_of(book, column.refers)
    return lists


def _codes_of(book: Book, table: str) -> Codes:
    rows, key = book[table], TABLES[table].key
    named = (
        _NAMES
        if set(_NAMES) <= set(rows.columns)
        else ("title", "publisher_en")
        if table == "sources"
        else ()
    )
    shown = named or ("note_zh", "note_en")
    return {str(row[key]): (str(row[shown[0]]), str(row[shown[1]])) for _, row in rows.iterrows()}


def _write_lists(sheet: Any, lists: Mapping[str, Codes]) -> dict[str, str]:
    ranges = {}
    for place, (name, codes) in enumerate(lists.items()):
        sheet.write_column(0, place, [name, *codes])
        letter = xl_col_to_name(place)
        ranges[name] = f"=lists!${letter}$2:${letter}${len(codes) + 1}"
    return ranges


def _write_form(sheet: Any, table: str, ranges: Mapping[str, str], styles: Mapping[str, Any]) -> None:
    columns = form_columns(table)
    sheet.write_row(0, 0, [REMARK, *(column.name for column in columns)], styles["head"])
    example = _EXAMPLE[table]
    cells = [EXAMPLE_MARK, *(example.get(column.name, "") for column in columns)]
    sheet.write_row(1, 0, cells, styles["example"])
    sheet.set_column(0, 0, 14, styles["text"])
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(columns, start=1):
        sheet.set_column(place, place, max(12, len(column.name) + 3), styles["text"])
        rule: dict[str, Any] = {
            "validate": "any",
            "input_title": column.name[:32],
            "input_message": f"{column.zh}\n{column.en}\n{form_allows(table, column)[1]}"[:255],
        }
        if column.name in ranges:
            rule |= {
                "validate": "list",
                "source": ranges[column.name],
                "ignore_blank": True,
                "error_type": "warning" if column.name in _OPEN_LISTS else "stop",
                "error_title": column.name[:32],
                "error_message": "请从下拉列表选择代码。Choose a code from the list.",
            }
        sheet.data_validation(1, place, _ROWS, place, rule)


def _write_table(
    sheet: Any, rows: Sequence[Sequence[str]], widths: Sequence[int], styles: Mapping[str, Any]
) -> None:
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width, styles["wrapped"])
    for line, row in enumerate(rows):
        sheet.write_row(line, 0, row, styles["head"] if not line else styles["wrapped"])
    sheet.freeze_panes(1, 0)


def _explained() -> list[tuple[str, ...]]:
    head = ("sheet 表", "column 列", "needed 必填", "含义", "可填内容", "meaning", "what may be typed")
    return [head, *(_explanation(table, column) for table in FORM_SHEETS for column in form_columns(table))]


def _explanation(table: str, column: Column) -> tuple[str, ...]:
    english, chinese = form_allows(table, column)
    needed = "no 否" if column.blank or "blank" in english else "yes 是"
    return table, column.name, needed, column.zh, chinese, column.en, english


def _named(lists: Mapping[str, Codes]) -> list[tuple[str, ...]]:
    def rows() -> Iterator[tuple[str, ...]]:
        for name, codes in lists.items():
            for code, (chinese, english) in codes.items():
                yield name, code, chinese, english

    return [("column 列", "code 代码", "中文", "English"), *rows()]
