"""The numbers of a chart in a workbook of its own, so that they can be edited, and where each column is."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from lib.briefing.native.columns import Column
from lib.draw.label_cells import LabelCell, label_cells, label_range
from lib.draw.model import Label
from lib.draw.xml import Element, node, val
from lib.words.speak import Words

SHEET = "Data"


@dataclass(frozen=True, slots=True)
class DataSheet:
    """Columns with a head each; the first row is that of the heads. After them come what is said of the numbers of a
    column, by the place of that column.
    """

    columns: tuple[Column, ...]
    said: Mapping[int, tuple[str, tuple[LabelCell | None, ...]]] = field(default_factory=dict)

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

    def labels(self, column: int) -> tuple[LabelCell | None, ...]:
        """Which cells say the numbers of this column?"""
        return self.said[column][1] if column in self.said else ()

    def label_range(self, column: int) -> Element | None:
        """Where do they stand? None where there are none."""
        if column not in self.said:
            return None
        letter = xl_col_to_name(len(self.columns) + list(self.said).index(column))
        cells = self.labels(column)
        return label_range(f"{SHEET}!${letter}$2:${letter}${len(cells) + 1}", cells)

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
        for place, (head, labels) in enumerate(self.said.values(), start=len(self.columns)):
            page.write_string(0, place, head)
            for row, label in enumerate(labels, start=1):
                if label and label.formula:
                    page.write_formula(row, place, label.formula, None, label.text)
                elif label:
                    page.write_string(row, place, label.text)
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


def data_sheet(
    columns: Sequence[Column], marks: Mapping[int, Sequence[Label | None]], words: Words
) -> DataSheet:
    """Which sheet holds these columns, and what the marks of some of them say?"""
    said = {}
    for place, labels in marks.items():
        head, values = columns[place]
        numbers = [value if isinstance(value, float | int) else None for value in values]
        cells = label_cells(labels, numbers, xl_col_to_name(place))
        if any(cells):
            said[place] = words("briefing.native.label", name=head), cells
    return DataSheet(tuple(columns), said)


def _point(place: int, cell: float | str) -> Element:
    return node("c:pt", node("c:v", cell if isinstance(cell, str) else repr(float(cell))), idx=place)
