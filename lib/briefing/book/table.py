"""The figures of a chart as a table: numbers as numbers, each with unit, bounds, status, source and formula."""

from __future__ import annotations

from lib.briefing.content import Briefing, Exhibit
from lib.charts.card import Row
from lib.words.provenance import formula_with_names, formula_with_numbers, sources_of
from lib.words.speak import Words
from lib.words.workbook import Cell, measured

COLUMNS = {
    "item": ("table.item", 36),
    "period": ("table.period", 15),
    "as_read": ("briefing.book.as_read", 16),
    "qualifier": ("data.sheet.qualifier", 8),
    "value": ("data.sheet.value", 11),
    "unit": ("data.sheet.unit", 9),
    "lower": ("data.sheet.lower", 11),
    "upper": ("data.sheet.upper", 11),
    "status": ("data.sheet.status", 14),
    "source": ("data.sheet.source", 30),
    "formula": ("briefing.book.formula", 30),
    "numbers": ("briefing.book.numbers", 30),
}


def heads(words: Words) -> list[str]:
    """What are the columns called?"""
    return [words(key) for key, _ in COLUMNS.values()]


def lines(sheet: Exhibit, briefing: Briefing) -> list[list[Cell]]:
    """What does the table say? A line a figure."""
    return [_line(row, briefing) for row in sheet.card.rows]


def _line(row: Row, briefing: Briefing) -> list[Cell]:
    fact, words = row.fact, briefing.words
    cells: dict[str, Cell] = {
        "item": row.label,
        "period": words.period(fact.period),
        "as_read": words.fact(fact),
        **measured(fact, words),
        **({"qualifier": words("briefing.book.derived")} if fact.derivation else {}),
        "status": words.status(fact),
        "source": words.join(source.line for source in sources_of([fact], briefing.record, words)),
        "formula": formula_with_names(fact, words) if fact.derivation else "",
        "numbers": formula_with_numbers(fact, words) if fact.derivation else "",
    }
    return [cells[column] for column in COLUMNS]
