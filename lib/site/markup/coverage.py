"""The coverage map as HTML: a table of marks, each a link to its rows, the newest year first, with a legend."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from markupsafe import Markup

from lib.facts.coverage import STATES, Cell, Coverage
from lib.site.markup.tags import columns, led, lines, tag
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
) -> Markup:
    """What does the map of an area show? `address` opens the rows of a cell, `drawn` what a line shows (blank: not)."""
    heads = (words("data.coverage.column.indicator"), *map(words.year, reversed(found.years)))
    rows = (
        tag(
            "tr",
            (
                tag("th", led(say("indicators", indicator), drawn(cells)), scope="row"),
                *(_cell(cell, say, words, address) for cell in reversed(cells)),
            ),
        )
        for indicator, cells in found.rows
    )
    caption = tag("caption", words("data.coverage.of", area=say("areas", found.area)))
    return tag("div", (lines(columns(heads), rows, caption), legend(words)), "coverage")


def legend(words: Words) -> Markup:
    """What does each mark stand for?"""
    marks = {state: tag("span", MARKS[state], f"mark {state}", aria_hidden="true") for state in STATES}
    items = (tag("li", (marks[state], " ", state_text(state, words))) for state in STATES if MARKS[state])
    return tag("ul", items, "legend")


def _cell(cell: Cell, say: Names, words: Words, address: Callable[[Cell], str]) -> Markup:
    text, mark = cell_text(cell, say, words), MARKS[cell.state]
    if not cell.observations:
        return tag("td", mark, cell.state, title=text)
    to = {"href": address(cell), "target": "_self", "data-to": ".st-key-table_observations"}
    return tag("td", tag("a", mark, "goes", **to, aria_label=text, title=text), cell.state)
