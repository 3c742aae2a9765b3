"""The page on data: every printed figure with filters and a search, and the lists below it."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlencode

from markupsafe import Markup

from lib.briefing.edition.scene import Block, Scene
from lib.briefing.edition.selects import picked
from lib.facts.coverage import Cell, areas_of, coverage
from lib.facts.record import CHONGQING, Record
from lib.facts.searched import searched_until
from lib.site.html import box_html
from lib.site.markup.coverage import coverage_html
from lib.site.markup.files import in_place
from lib.site.markup.states import fault_html
from lib.site.markup.tags import NOTHING, columns, details, joined, lines, tag
from lib.site.sections.data_filters import data_filters
from lib.site.sections.lists import LISTS, list_box
from lib.words.coverage import coverage_csv
from lib.words.dataset import COLUMNS, Listing, listing
from lib.words.names import Names
from lib.words.speak import Words

ASKED_BY = ("dataset", "indicator", "area", "counterpart", "first_year", "last_year", "low", "unit")
"""What the script knows of each line of the table, in this order."""


def _faults(scene: Scene) -> Markup:
    return joined(fault_html(fault, scene.words) for fault in scene.record.faults.values())


def _observations(scene: Scene) -> Markup:
    words = scene.words
    listed = listing(scene.record, words)
    heads = (words(f"data.column.{name}") for name in COLUMNS)
    codes = listed.codes[list(ASKED_BY)].astype(str).agg("|".join, axis=1)
    body = (
        tag("tr", (tag("td", cell) for cell in texts), data_codes=code)
        for code, texts in zip(codes, listed.texts.itertuples(index=False), strict=True)
    )
    buttons = (
        tag("button", words("card.download"), type="button", data_save=True),
        tag("button", words("data.observations.clear"), type="button", data_clear=True, hidden=True),
    )
    return box_html(
        "table_observations",
        tag("h2", words("data.observations.title"), "card-title")
        + _filters(listed, Names.of(scene.record, words.lang), words)
        + tag("p", "", "card-sub", data_told=True, role="status")
        + lines(columns(heads), body)
        + tag("p", words("data.observations.legend"), "card-note")
        + tag("div", buttons, "buttons"),
    )


def _filters(listed: Listing, say: Names, words: Words) -> Markup:
    pairs = listed.codes[["indicator", "dataset"]].drop_duplicates().itertuples(index=False)
    of = {str(indicator): str(dataset) for indicator, dataset in pairs}
    filters, _ = data_filters(listed, say, words, {})
    picks = (picked(part, of if part.name == "indicator" else {}) for part in filters)
    return tag("div", picks, "filters", data_filters="observations")


def _coverage(scene: Scene) -> Markup:
    """The map of Chongqing; those of the other areas open below it."""
    words, record = scene.words, scene.record
    title = tag("h2", words("data.coverage.title"), "card-title")

    def inside() -> Markup:
        say, searched = Names.of(record, words.lang), searched_until(record)
        maps = {area: coverage(record, area, searched=searched) for area in areas_of(record)}
        shown = {
            area: coverage_html(found, say, words, partial(_rows_of, area, words.lang))
            + _file(coverage_csv(found, say, words), f"coverage_{area}_{words.lang}.csv", words)
            for area, found in maps.items()
        }
        about = tag("p", words("data.coverage.about", date=searched), "card-sub")
        own = shown.pop(CHONGQING, NOTHING)
        others = joined(details(say("areas", area), text, "opens rows") for area, text in shown.items())
        return about + own + others

    return box_html("table_coverage", title + scene.safe(inside))


def _rows_of(area: str, lang: str, cell: Cell) -> str:
    asked = {"indicator": cell.indicator, "area": area, "period": str(cell.year)}
    return f"#/{lang}/data?{urlencode(asked)}"


def _file(content: bytes, name: str, words: Words) -> Markup:
    return tag("a", words("card.download"), "tool", href=in_place(content), download=name)


def _listed(name: str) -> Block:
    return lambda scene: scene.put(list_box(name, scene.here))


data_blocks: tuple[Block, ...] = (
    _faults,
    _observations,
    _coverage,
    *map(_listed, LISTS),
)


def haystacks(record: Record, words: Words) -> list[str]:
    """In which text does a search look for each line of the table? The same in both languages."""
    return [str(text) for text in listing(record, words).codes["haystack"]]
