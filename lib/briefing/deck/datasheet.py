"""The numbers of a chart in a workbook of its own, so that they can be edited, and where each column is."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime, time

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from lib.briefing.deck.xml import Element, node, val
from lib.briefing.native.columns import Column

SHEET = "Data"


@dataclass(frozen=True, slots=True)
class DataSheet:
    """Columns with a head each; the first row is that of the heads."""

    columns: tuple[Column, ...]

    def head(self, column: int) -> Element:
        """Where does the name of a series stand?"""
        return node(
            "c:tx",
            node(
                "c:strRef",
                node("c:f", f"{SHEET}!${xl_col_to_name(column)}$1"),
                node("c:strCache", val("c:ptCount", 1), _point(0, self.columns[column][0])),
            ),
        )

    def texts(self, name: str, column: int) -> Element:
        """Where do the categories stand?"""
        return node(name, self._reference("c:strRef", "c:strCache", column))

    def numbers(self, name: str, column: int) -> Element:
        """Where do the numbers stand, to the digit?"""
        return node(name, self._reference("c:numRef", "c:numCache", column))

    def workbook(self, released: date) -> bytes:
        """Which file holds the numbers? The same numbers give the same bytes."""
        out = io.BytesIO()
        book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
        book.set_properties({"created": datetime.combine(released, time())})
        page = book.add_worksheet(SHEET)
        for place, (head, cells) in enumerate(self.columns):
            page.write_string(0, place, head)
            for row, cell in enumerate(cells, start=1):
                if isinstance(cell, str):
                    page.write_string(row, place, cell)
                elif cell is not None:
                    page.write_number(row, place, cell)
        book.close()
        return out.getvalue()

    def _reference(self, ref: str, cache: str, column: int) -> Element:
        cells = self.columns[column][1]
        letter = xl_col_to_name(column)
        return node(
            ref,
            node("c:f", f"{SHEET}!${letter}$2:${letter}${len(cells) + 1}"),
            node(
                cache,
                node("c:formatCode", "General") if cache == "c:numCache" else None,
                val("c:ptCount", len(cells)),
                *(_point(place, cell) for place, cell in enumerate(cells) if cell is not None),
            ),
        )


def _point(place: int, cell: float | str) -> Element:
    return node("c:pt", node("c:v", cell if isinstance(cell, str) else repr(float(cell))), idx=place)
