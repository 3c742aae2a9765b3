"""The coverage map as HTML: a table of marks, each a link to its rows, the newest year first, with a legend."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

from lib.facts.coverage import STATES, Cell, Coverage
from lib.site.markup.tags import led, scrolling, tag
from lib.words.coverage import MARKS, cell_text, state_text
from lib.words.names import Names
from lib.words.speak import Words

STYLE = Path(__file__).with_name("coverage.css").read_text(encoding="utf-8")


def coverage_html(
    found: Coverage,
    say: Names,
    words: Words,
    address: Callable[[Cell], str],
    drawn: Callable[[tuple[Cell, ...]], str] = lambda _cells: "",
) -> str:
    """What does the map of an area show? `address` opens the rows of a cell, `drawn` what a line shows (blank: not)."""
    heads = "".join(f'<th scope="col">{escape(words.year(year))}</th>' for year in reversed(found.years))
    lines = "".join(
        f'<tr><th scope="row">{led(say("indicators", indicator), drawn(cells))}</th>'
        f"{''.join(_cell(cell, say, words, address) for cell in reversed(cells))}</tr>"
        for indicator, cells in found.rows
    )
    first = f'<th scope="col">{escape(words("data.coverage.column.indicator"))}</th>'
    caption = tag("caption", words("data.coverage.of", area=say("areas", found.area)))
    table = scrolling(f"{caption}<thead><tr>{first}{heads}</tr></thead><tbody>{lines}</tbody>")
    return f'<div class="coverage">{table}{legend(words)}</div>'


def legend(words: Words) -> str:
    """What does each mark stand for?"""
    items = "".join(
        f'<li><span class="mark {escape(state)}" aria-hidden="true">{escape(MARKS[state])}</span>'
        f" {escape(state_text(state, words))}</li>"
        for state in STATES
        if MARKS[state]
    )
    return f'<ul class="legend">{items}</ul>'


def _cell(cell: Cell, say: Names, words: Words, address: Callable[[Cell], str]) -> str:
    text, mark = escape(cell_text(cell, say, words)), escape(MARKS[cell.state])
    if not cell.observations:
        return f'<td class="{escape(cell.state)}" title="{text}">{mark}</td>'
    place = escape(address(cell))
    return (
        f'<td class="{escape(cell.state)}"><a class="goes" href="{place}" target="_self"'
        f' data-to=".st-key-table_observations" aria-label="{text}" title="{text}">{mark}</a></td>'
    )
