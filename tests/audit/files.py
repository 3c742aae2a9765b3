"""Every file that leaves the program and holds numbers, and how to read it: one entry each.

To put another export under the audit, yield it from `files`: its name, what makes its bytes, and what reads
them into lines of cells. A cell that holds text has to be, to the letter, what the program says; a number in it
has to come from a figure, a period, a count or a quotation, as on screen. For a column of bare numbers,
`filed.NUMBERS` says under its name how each of them follows from the record.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal

from openpyxl import load_workbook

from lib.briefing import csv_dataset, xlsx
from lib.catalog.codes import CURRENCIES
from lib.charts.card import Look
from lib.charts.reconciliation.finding import finding_card
from lib.charts.registry import CHARTS
from lib.facts.errors import NoSuchFigure
from lib.facts.fact import Fact
from lib.facts.outsourcing_periods import period_codes
from lib.facts.reconcile import findings_of
from lib.facts.record import DATASETS, Record
from lib.site.pages import OVERVIEW, PAGES
from lib.words import tables, workbook
from lib.words.dataset import observations
from lib.words.names import Names
from lib.words.speak import Words
from tests.audit.exports import exports
from tests.audit.line import Cell, File, Line


def files(record: Record, words: Words) -> Iterator[File]:
    """Which files are there in one language?"""
    for page in PAGES:
        for look in (Look(), *_choices(record).get(page.name, ())):
            for name in page.charts if page is not OVERVIEW else ():
                try:
                    rows = [(row.label, row.fact) for row in CHARTS[name](record, words, look).rows]
                except NoSuchFigure:  # stands on no page either while the record cannot draw it
                    continue
                yield _chart(f"{name} {look.currency} {look.period}".strip(), rows, record, words)
    for dataset in ("all", *DATASETS):
        yield _dataset_csv(dataset, record, words)
        yield _dataset_xlsx(dataset, record, words)
    yield from exports(record, words)


def files_of_findings(record: Record, words: Words) -> Iterator[File]:
    """Which files go with the findings of the page on reconciliation?"""
    say = Names.of(record, words.lang)
    for found in findings_of(record):
        card = finding_card(found, say, words, Look())
        yield _chart(card.name, [(row.label, row.fact) for row in card.rows], record, words)


def _choices(record: Record) -> dict[str, tuple[Look, ...]]:
    """With which other choices of a reader do the charts of a page show other figures?"""
    return {
        "trade_volume": tuple(Look(currency=code) for code in CURRENCIES[1:]),
        "outsourcing": tuple(Look(period=code) for code in period_codes(record)[1:]),
    }


def _chart(name: str, rows: list[tuple[str, Fact]], record: Record, words: Words) -> File:
    facts = [fact for _, fact in rows]
    return File(
        f"{name}.csv",
        lambda: tables.csv_bytes(rows, record, words),
        lambda content: _csv_lines(content, tables.CSV_COLUMNS, facts),
    )


def _dataset_csv(dataset: str, record: Record, words: Words) -> File:
    return File(
        f"dataset {dataset}.csv",
        lambda: csv_dataset.dataset_csv(observations(record, dataset), record, words),
        lambda content: _csv_lines(content, csv_dataset.COLUMNS),
    )


def _dataset_xlsx(dataset: str, record: Record, words: Words) -> File:
    def made() -> bytes:
        name = words(f"data.dataset.{dataset}")
        sheets = workbook.dataset_sheets(observations(record, dataset), record, words, name=name)
        return xlsx.workbook(
            sheets, title=name, version=record.version, released=workbook.release_day(record)
        )

    return File(f"dataset {dataset}.xlsx", made, _sheet_lines)


def _csv_lines(content: bytes, columns: Iterable[str], facts: Iterable[Fact] = ()) -> list[Line]:
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    names, about = tuple(columns), [*facts] or [None] * len(rows)
    found = [Line("head", dict(zip((f"head {name}" for name in names), head, strict=True)))]
    for number, (row, fact) in enumerate(zip(rows, about, strict=True), start=2):
        cells: dict[str, Cell] = dict(zip(names, row, strict=True))
        found.append(Line(f"line {number}", cells, fact))
    return found


def _sheet_lines(content: bytes) -> list[Line]:
    """Figures and sources by the names of their columns, the dictionary by their places."""
    found = []
    columns = {0: tuple(workbook.WIDTHS), 1: tuple(workbook._SOURCE_WIDTHS)}
    for sheet_number, sheet in enumerate(load_workbook(io.BytesIO(content)).worksheets):
        names = columns.get(sheet_number) or tuple(f"text {number}" for number in range(sheet.max_column))
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            named = names if number > 1 else [f"head {name}" for name in names]
            cells = dict(zip(named, map(_cell, row), strict=True))
            found.append(Line(f"sheet {sheet_number + 1}, line {number}", cells))
    return found


def _cell(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, (int, float)):
        return Decimal(repr(value))
    return None if value is None else str(value)
