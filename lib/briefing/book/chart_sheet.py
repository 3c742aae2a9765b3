"""One chart on one sheet: what it says, the chart, its table, and the numbers it is drawn from."""

from __future__ import annotations

from typing import Any

from lib.briefing.book.given import Book
from lib.briefing.book.table import COLUMNS, heads, lines
from lib.briefing.content import Briefing, Exhibit
from lib.briefing.xlsx import Styles, put, row_height
from lib.draw.area import Box, area
from lib.draw.layers import Layer, layers
from lib.draw.native import drawing
from lib.draw.ooxml_texts import texts_chart
from lib.draw.style import of_sheet
from lib.draw.table import Table

ROOM = Box(8.0, 0.0, 880.0, 340.0)
_TOP = 4  # the chart's first row
_CHART_ROWS = 18
_WIDTHS = tuple(wide for _, wide in COLUMNS.values())


def chart_sheet(book: Book, page: Any, sheet: Exhibit, briefing: Briefing, styles: Styles) -> None:
    """Fills the sheet of a chart: sentence, chart, notes, figures, and the numbers behind the chart."""
    _frame(page, sheet, styles)
    row = _TOP + _CHART_ROWS
    for note in sheet.card.notes:
        page.write_string(row, 0, note, styles.quiet)
        row += 1
    row = _table(page, sheet, briefing, styles, row + 1)
    page.print_area(
        0, 0, row, len(COLUMNS) - 1
    )  # what is drawn from is much wider and would make all of it small
    page.write_string(row + 1, 0, briefing.words("briefing.book.drawn_from"), styles.strong)
    _draw(book, page, sheet, briefing, styles, row + 2)


def _frame(page: Any, sheet: Exhibit, styles: Styles) -> None:
    for column, wide in enumerate(_WIDTHS):
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


def _table(page: Any, sheet: Exhibit, briefing: Briefing, styles: Styles, row: int) -> int:
    """Writes the figures; gives the row after them."""
    page.repeat_rows(row)
    for column, head in enumerate(heads(briefing.words)):
        page.write_string(row, column, head, styles.head)
    told = lines(sheet, briefing)
    for line, cells in enumerate(told, start=row + 1):
        page.set_row(line, row_height((cell if isinstance(cell, str) else "" for cell in cells), _WIDTHS))
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                page.write_string(line, column, cell, styles.inset if column else styles.wrapped)
            else:
                put(page, line, column, cell, styles)
    return row + 1 + len(told)


def _draw(book: Book, page: Any, sheet: Exhibit, briefing: Briefing, styles: Styles, row: int) -> None:
    """Texts that no mark carries are a chart behind all others; the cells of the charts stand side by side."""
    tables: list[Table] = []

    def beside() -> Table:
        tables.append(Table(page.get_name(), row, sum(len(table.columns) for table in tables)))
        return tables[-1]

    words, style = briefing.words, of_sheet(briefing.words.lang)
    shown = drawing(sheet.card.chart, words)
    places = area(shown, ROOM, size=style.label / style.point)
    made = layers(shown, places, beside, words, style)
    if shown.notes or shown.rules:
        cells = beside()
        made = [Layer(texts_chart(shown, places, cells, words, style), cells, places.whole), *made]
    for layer in made:
        book.insert(page, _TOP, layer.chart, layer.frame, alt=sheet.card.alt)
    heads = [head for table in tables for head, _ in table.columns]
    page.set_row(row, row_height(heads, _WIDTHS))
    for table in tables:
        table.write(page, head=styles.head)
    below = row + 2 + max((len(cells) for table in tables for _, cells in table.columns), default=0)
    for line, text in enumerate(dict.fromkeys(told for table in tables for told in table.told), start=below):
        page.write_string(line, 0, text, styles.quiet)
