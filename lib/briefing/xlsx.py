"""Sheets as an XLSX file: numbers as numbers, text as text, the same bytes for the same input."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from lib.charts.tokens import LIGHT
from lib.draw.text import rows
from lib.words.workbook import Cell, Link, Number, Worksheet

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_LINE, _LETTER = 15.0, 0.62
"""Points of a line, and how wide a digit is beside its height."""
_BARRED = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_A3, _A4 = 8, 9
_MOST_ON_A4 = 240
"""Characters side by side that can still be read on a sheet of A4."""


def workbook(sheets: Iterable[Worksheet], *, title: str, version: str, released: date) -> bytes:
    """Which XLSX file shows these sheets? Its properties carry the title, and the data's version and day.

    The clock is never read: the same sheets give the same bytes.
    """
    out = io.BytesIO()
    book = new_book(out, title=title, version=version, released=released)
    styles = Styles(book)
    for sheet in sheets:
        write_sheet(book, sheet, styles)
    book.close()
    return out.getvalue()


def new_book(
    out: io.BytesIO, *, title: str, version: str, released: date, subject: str = "", font: str = ""
) -> Any:
    """Which empty workbook says in its properties what it is and of which data? `font` "" is Excel's own."""
    cells = {"default_format_properties": {"font_name": font, "font_size": 10}} if font else {}
    book = xlsxwriter.Workbook(out, _OPTIONS | cells)
    book.set_properties(
        {
            "title": title,
            "subject": subject,
            "comments": version,
            "created": datetime.combine(released, time()),
        }
    )
    book.set_custom_property("data_version", version, "text")
    return book


def sheet_name(text: str) -> str:
    """How may a sheet be called? At most 31 characters, without those that mean something in a formula.

    >>> sheet_name("Context (world/rankings)")
    'Context (world rankings)'
    """
    return text.translate(_BARRED)[:31]


class Styles:
    """The formats of one book, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._numbers: dict[int, Any] = {}
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.upper = book.add_format({"valign": "top"})
        self.inset = book.add_format({"text_wrap": True, "valign": "top", "indent": 1})
        self.strong = book.add_format({"bold": True})
        self.quiet = book.add_format({"font_color": LIGHT.quiet})
        self.link = book.add_format({"font_color": LIGHT.chongqing, "underline": 1, "valign": "top"})
        self.address = book.add_format(
            {"font_color": LIGHT.chongqing, "underline": 1, "shrink": True, "indent": 1, "valign": "top"}
        )
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})

    def number(self, decimals: int) -> Any:
        """Which format shows a number with so many decimals?"""
        if decimals not in self._numbers:
            shown = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = self._book.add_format({"num_format": shown, "valign": "top"})
        return self._numbers[decimals]


def write_sheet(book: Any, sheet: Worksheet, styles: Styles) -> None:
    """Writes a sheet with one line of heads, which can be sorted and filtered."""
    page, printed = book.add_worksheet(sheet_name(sheet.name)), sheet.printed or len(sheet.heads)
    for column, (head, width) in enumerate(zip(sheet.heads, sheet.widths, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, head, styles.head)
    page.set_row(0, row_height(sheet.heads, sheet.widths))
    for line, row in enumerate(sheet.rows, start=1):
        page.set_row(line, row_height(map(_read, row[:printed]), sheet.widths))
        for column, cell in enumerate(row):
            put(page, line, column, cell, styles, wrapped=column < printed)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
    _lay_out(page, sheet, printed)


def _lay_out(page: Any, sheet: Worksheet, columns: int) -> None:
    """Has it printed lying, all columns on one sheet, the heads on each; what is very wide on larger paper."""
    page.set_landscape()
    page.set_paper(_A3 if sum(sheet.widths[:columns]) > _MOST_ON_A4 else _A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.print_area(0, 0, len(sheet.rows), columns - 1)
    page.set_footer("&L&A&R&P / &N")


def _read(cell: Cell) -> str:
    """What takes the room of lines in a cell?"""
    return cell if isinstance(cell, str) else ""


def row_height(texts: Iterable[str], widths: Iterable[float]) -> float:
    """How many points high must a row be for its texts, in columns of so many characters?"""
    return _LINE * max(rows(text, 1.0, wide * _LETTER) for text, wide in zip(texts, widths, strict=False))


def put(page: Any, line: int, column: int, cell: Cell, styles: Styles, *, wrapped: bool = True) -> None:
    """Writes a cell: a number as a number, text as text whatever it begins with, nothing for nothing."""
    match cell:
        case Number(value, decimals):
            page.write_number(line, column, value, styles.number(decimals))
        case Link(url):
            page.write_url(
                line, column, url, string=url, cell_format=styles.address if wrapped else styles.link
            )
        case date():
            page.write_datetime(line, column, datetime.combine(cell, time()), styles.day)
        case str() if cell:
            shown = styles.wrapped if wrapped else styles.upper
            page.write_string(line, column, cell, shown)  # never a formula, whatever it begins with
        case _:
            pass
