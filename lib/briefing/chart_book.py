"""The numbers of a chart in a workbook of its own, so that they can be edited."""

from __future__ import annotations

import io
from datetime import date, datetime, time

import xlsxwriter

from lib.draw.table import Table


def chart_book(table: Table, about: tuple[str, ...], released: date) -> bytes:
    """Which file holds the numbers, with lines about them under them? The same numbers give the same bytes."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": datetime.combine(released, time())})
    page = book.add_worksheet(table.sheet)
    table.write(page, head=book.add_format({"bold": True}))
    below = 2 + max(len(cells) for _, cells in table.columns)
    for line, text in enumerate((*about, *table.told), start=below):
        page.write_string(line, 0, text)
    book.close()
    return out.getvalue()
