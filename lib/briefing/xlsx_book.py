"""A briefing as a workbook: a sheet a chart with a native chart, the observations, the sources, the dictionary."""

from __future__ import annotations

import io

from lib.briefing.book.chart_sheet import chart_sheet
from lib.briefing.book.given import Book
from lib.briefing.content import Briefing
from lib.briefing.xlsx import Styles, new_book, sheet_name, write_sheet
from lib.draw.theme import LATIN, theme
from lib.words.workbook import dataset_sheets

_WIDE = 90
"""Characters of a column that fills a sheet of paper."""


def book(briefing: Briefing) -> bytes:
    """Which XLSX file says this briefing? Numbers are numbers, and every chart is drawn from cells beside it."""
    out, font = io.BytesIO(), LATIN[briefing.words.lang]
    file = new_book(
        out,
        title=briefing.title,
        version=briefing.version,
        released=briefing.released,
        subject=briefing.link,
        font=font,
    )
    file.use_custom_theme(io.StringIO(theme(briefing.words.lang).decode()))
    styles, charts = Styles(file), Book(file)
    for order, sheet in enumerate(briefing.exhibits, start=1):
        name = sheet_name(f"{briefing.words.count(order)} {sheet.card.title}")
        chart_sheet(charts, file.add_worksheet(name), sheet, briefing, styles)
    if briefing.left:
        page = file.add_worksheet(sheet_name(briefing.words("briefing.left.title")))
        page.set_column(0, 0, _WIDE)
        page.write_string(0, 0, briefing.without, styles.wrapped)
    for listed in dataset_sheets(
        _observations(briefing),
        briefing.record,
        briefing.words,
        name=briefing.words("briefing.book.observations"),
    ):
        write_sheet(file, listed, styles)
    file.close()
    return charts.finished(out.getvalue())


def _observations(briefing: Briefing) -> list[dict[str, object]]:
    """All observations that a chart or a headline figure rests on, each once."""
    facts = [fact for kpi in briefing.kpis for _, fact in kpi.rows]
    facts += [fact for sheet in briefing.exhibits for fact in sheet.card.facts]
    ids = dict.fromkeys(one for fact in facts for one in fact.lineage())
    return [dict(briefing.record.row(one)) for one in ids]
