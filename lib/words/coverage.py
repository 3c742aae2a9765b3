"""The coverage map in words: what each mark stands for, and the same as lines of a table."""

from __future__ import annotations

from collections.abc import Iterator

from lib.catalog.csv_text import FOR_SPREADSHEETS, csv_text
from lib.facts.coverage import Cell, Coverage
from lib.words.names import Names
from lib.words.speak import Words

MARKS = {
    "outcome": "●",
    "part": "◐",
    "goal": "◇",
    "disagree": "≠",
    "withheld": "▨",
    "none": "·",
    "ahead": "",
}


def state_text(state: str, words: Words) -> str:
    """What does a mark stand for? 实绩；未见."""
    return words(f"data.coverage.state.{state}")


def cell_text(cell: Cell, say: Names, words: Words) -> str:
    """What does a cell say beside its mark? 服务进出口总额，2018年：全年实绩，1条; without figures, 2018年：未见."""
    if not cell.observations:
        return words("data.coverage.empty", year=words.year(cell.year), state=state_text(cell.state, words))
    return words(
        "data.coverage.cell",
        name=say("indicators", cell.indicator),
        year=words.year(cell.year),
        state=state_text(cell.state, words),
        count=words.count(len(cell.observations)),
    )


def coverage_lines(found: Coverage, say: Names, words: Words) -> Iterator[list[str]]:
    """What does the table of all cells say, a line each?"""
    for _, cells in found.rows:
        for cell in cells:
            yield [
                say("areas", found.area),
                cell.indicator,
                say("indicators", cell.indicator),
                words.year(cell.year),
                state_text(cell.state, words),
                words.count(len(cell.observations)),
                " ".join(cell.observations),
            ]


def coverage_head(words: Words) -> list[str]:
    """What are the columns of that table called?"""
    columns = ("area", "code", "indicator", "year", "state", "figures", "observations")
    return [words(f"data.coverage.column.{name}") for name in columns]


def coverage_csv(found: Coverage, say: Names, words: Words) -> bytes:
    """Which CSV file is that table, in UTF-8 with a byte order mark?"""
    lines = (coverage_head(words), *coverage_lines(found, say, words))
    return csv_text(lines, end=FOR_SPREADSHEETS).encode("utf-8-sig")
