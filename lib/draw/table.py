"""The cells that a chart is drawn from, wherever they stand: in its own workbook or on a sheet of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from xlsxwriter.utility import quote_sheetname, xl_col_to_name, xl_rowcol_to_cell

from lib.draw.label_cells import Worked
from lib.draw.xml import Element, node, val

Cell: TypeAlias = float | str | Worked | None


@dataclass(slots=True)
class Table:
    """Columns side by side with a head each; `row` and `column` are where the first head stands, counted from 0, and
    `told` are the lines under them about what an edit changes.
    """

    sheet: str
    row: int = 0
    column: int = 0
    columns: list[tuple[str, Sequence[Cell]]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def add(self, head: str, cells: Sequence[Cell]) -> int:
        """Puts a column after the others; gives its place among them."""
        self.columns.append((head, cells))
        return len(self.columns) - 1

    def cell(self, column: int, line: int) -> str:
        """What is a cell called in a formula of the same sheet?"""
        return str(xl_rowcol_to_cell(self.row + 1 + line, self.column + column))

    def lines(self, column: int) -> str:
        """What are all cells of a column called in a formula of the same sheet?"""
        return f"{self.cell(column, 0)}:{self.cell(column, len(self.columns[column][1]) - 1)}"

    def head(self, column: int, line: int = -1) -> Element:
        """Where does the name of a series stand? In the head of a column, or in one of its lines."""
        title, cells = self.columns[column]
        if line >= 0:
            title = str(_shown(cells[line]))
        where = f"{quote_sheetname(self.sheet)}!{self._absolute(self.row + 1 + line, column)}"
        return node(
            "c:tx",
            node("c:strRef", node("c:f", where), node("c:strCache", val("c:ptCount", 1), _point(0, title))),
        )

    def texts(self, name: str, column: int) -> Element:
        """Where do the categories stand?"""
        return node(name, node("c:strRef", node("c:f", self.cells(column)), self.cache("c:strCache", column)))

    def numbers(self, name: str, column: int) -> Element:
        """Where do the numbers stand?"""
        return node(name, node("c:numRef", node("c:f", self.cells(column)), self.cache("c:numCache", column)))

    def cells(self, column: int) -> str:
        """What are the cells of a column called in a formula of any sheet?"""
        first, last = self.row + 1, self.row + len(self.columns[column][1])
        return f"{quote_sheetname(self.sheet)}!{self._absolute(first, column)}:{self._absolute(last, column)}"

    def cache(self, name: str, column: int) -> Element:
        """What do the cells of a column show, for a program that has not read them yet?"""
        cells = self.columns[column][1]
        shown = [_point(place, _shown(cell)) for place, cell in enumerate(cells) if cell is not None]
        form = node("c:formatCode", "General") if name == "c:numCache" else None
        return node(name, form, val("c:ptCount", len(cells)), *shown)

    def write(self, page: Any, *, head: Any = None) -> None:
        """Writes the cells on a sheet of XlsxWriter's; `head` is the format of heads."""
        for place, (title, cells) in enumerate(self.columns, start=self.column):
            page.write_string(self.row, place, title, head)
            for line, cell in enumerate(cells, start=self.row + 1):
                if isinstance(cell, Worked):
                    page.write_formula(line, place, cell.formula, None, cell.shown)
                elif isinstance(cell, str):
                    page.write_string(line, place, cell)
                elif cell is not None:
                    page.write_number(line, place, cell)

    def _absolute(self, row: int, column: int) -> str:
        return f"${xl_col_to_name(self.column + column)}${row + 1}"


def _shown(cell: Cell) -> float | str:
    shown = cell.shown if isinstance(cell, Worked) else cell
    assert shown is not None
    return shown


def _point(place: int, shown: float | str) -> Element:
    return node("c:pt", node("c:v", shown if isinstance(shown, str) else repr(float(shown))), idx=place)
