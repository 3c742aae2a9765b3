"""The numbers that a chart is drawn from, on the sheet it stands on, and how to refer to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lib.briefing.native.columns import Column

Range = list[str | int]


class Block:
    """Columns written side by side from a cell on; ranges are in the form that charts of XlsxWriter take."""

    def __init__(self, page: Any, row: int, column: int, columns: Sequence[Column], head: Any) -> None:
        self._name, self._row, self._column = page.get_name(), row, column
        self._columns = columns
        for place, (title, cells) in enumerate(columns, start=column):
            page.write_string(row, place, title, head)
            for line, cell in enumerate(cells, start=row + 1):
                if isinstance(cell, str):
                    page.write_string(line, place, cell)
                elif cell is not None:
                    page.write_number(line, place, cell)

    def name(self, column: int) -> Range:
        """Where does the head of a column stand?"""
        return [self._name, self._row, self._column + column]

    def cells(self, column: int) -> Range:
        """Where do the cells of a column stand?"""
        place, last = self._column + column, self._row + len(self._columns[column][1])
        return [self._name, self._row + 1, place, last, place]

    def formula(self, column: int) -> str:
        """The same as a formula, for error bars."""
        from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

        _, first, place, last, _ = self.cells(column)
        start = xl_rowcol_to_cell(int(first), int(place), row_abs=True, col_abs=True)
        end = xl_rowcol_to_cell(int(last), int(place), row_abs=True, col_abs=True)
        return f"={quote_sheetname(self._name)}!{start}:{end}"

    def values(self, column: int) -> list[float | str | None]:
        """What stands in a column?"""
        return list(self._columns[column][1])
