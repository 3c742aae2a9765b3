"""One chart on one sheet: what it says, the chart, its table, and the numbers it is drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lib.briefing.book.block import Block
from lib.briefing.book.charts import TEXT, bar_chart, laid_out, xy_chart
from lib.briefing.book.table import COLUMNS, heads, lines
from lib.briefing.book.texts_chart import all_texts, text_columns, texts_chart
from lib.briefing.content import Briefing, Sheet
from lib.briefing.native.columns import Column, bar_columns, point_columns
from lib.briefing.xlsx import Styles, put
from lib.draw.area import Box, area
from lib.draw.native import drawing
from lib.draw.text import rows

ROOM = Box(8.0, 0.0, 880.0, 340.0)
_TOP = 4  # the chart's first row
_PIXEL = 96 / 72  # pixels of a sheet for a point of type
_CHART_ROWS = 18
_LINE, _LETTER = 15.0, 0.62  # points of a line, and how wide a digit is beside its height


def chart_sheet(book: Any, page: Any, sheet: Sheet, found: Briefing, styles: Styles, font: str) -> None:
    """Fills the sheet of a chart: sentence, chart, notes, figures, and the numbers behind the chart."""
    _frame(page, sheet, styles)
    row = _TOP + _CHART_ROWS
    for note in sheet.card.notes:
        page.write_string(row, 0, note, styles.quiet)
        row += 1
    row = _table(page, sheet, found, styles, row + 1)
    page.print_area(
        0, 0, row, len(COLUMNS) - 1
    )  # what is drawn from is much wider and would make all of it small
    page.write_string(row + 1, 0, found.words("briefing.book.drawn_from"), styles.strong)
    _draw(book, page, sheet, found, styles, font, row + 2)


def _frame(page: Any, sheet: Sheet, styles: Styles) -> None:
    for column, (_, wide) in enumerate(COLUMNS.values()):
        page.set_column(column, column, wide)
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.write_string(0, 0, sheet.card.title, styles.title)
    page.write_string(1, 0, sheet.card.subtitle, styles.quiet)
    page.write_string(2, 0, sheet.source, styles.quiet)
    if sheet.link.startswith("/"):  # made for whoever asks, so that no host is known
        page.write_string(3, 0, sheet.link, styles.quiet)
    else:
        page.write_url(3, 0, sheet.link, styles.link, string=sheet.link)


def _table(page: Any, sheet: Sheet, found: Briefing, styles: Styles, row: int) -> int:
    """Writes the figures; gives the row after them."""
    page.repeat_rows(row)
    for column, head in enumerate(heads(found.words)):
        page.write_string(row, column, head, styles.head)
    told = lines(sheet, found)
    for line, cells in enumerate(told, start=row + 1):
        page.set_row(line, _high([cell if isinstance(cell, str) else "" for cell in cells]))
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                page.write_string(line, column, cell, styles.inset if column else styles.wrapped)
            else:
                put(page, line, column, cell, styles)
    return row + 1 + len(told)


def _draw(book: Any, page: Any, sheet: Sheet, found: Briefing, styles: Styles, font: str, row: int) -> None:
    """The bars are in front, so that a click finds them; texts and lines are charts of the same size behind."""
    shown = drawing(sheet.card.chart, found.words)
    places = area(shown, ROOM, size=TEXT * _PIXEL)
    data = _Data(page, row, styles)
    front, middle, back = [], [], []
    for panel in shown.panels:
        plot, frame = places.plot(panel), places.frame(panel)
        if panel.bars:
            block = data.block(bar_columns(panel.bars, found.words))
            front.append((bar_chart(book, panel, block, font, legend=shown.legend), plot, frame))
        if panel.points:
            pixel = (panel.y.high - panel.y.low) / plot.height
            columns = [
                one for points in panel.points for one in point_columns(points, found.words, pixel=pixel)
            ]
            middle.append((xy_chart(book, panel, data.block(columns), font), plot, frame))
    texts = all_texts(shown, places)
    if texts:
        block = data.block(text_columns(texts, shown.rules, places, found.words))
        back.append((texts_chart(book, texts, shown.rules, block, font), places.whole, places.whole))
    for chart, plot, frame in (*back, *middle, *front):
        page.insert_chart(_TOP, 0, chart, laid_out(chart, plot, frame, alt=sheet.card.alt))


def _high(texts: Sequence[str]) -> float:
    """How high must a row be for its texts in the columns of the table?"""
    widths = [wide for _, wide in COLUMNS.values()]
    deepest = max(rows(text, 1.0, wide * _LETTER) for text, wide in zip(texts, widths, strict=False))
    return _LINE * deepest


class _Data:
    """Puts the numbers of several charts side by side."""

    def __init__(self, page: Any, row: int, styles: Styles) -> None:
        self._page, self._row, self._styles = page, row, styles
        self._column, self._highest = 0, _LINE

    def block(self, columns: list[Column]) -> Block:
        """Writes the columns of one chart beside those before."""
        heads = [""] * self._column + [head for head, _ in columns]
        self._highest = max(self._highest, _high(heads[: len(COLUMNS)] or [""]))
        self._page.set_row(self._row, self._highest)
        made = Block(self._page, self._row, self._column, columns, self._styles.head)
        self._column += len(columns)
        return made
