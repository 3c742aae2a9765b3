"""The page on data: every printed figure with filters and a search, and the lists below it."""

from __future__ import annotations

from functools import partial
from html import escape
from urllib.parse import urlencode

from lib.briefing.edition.scene import Block, Scene
from lib.briefing.edition.selects import picked
from lib.facts.coverage import Cell, areas_of, coverage
from lib.facts.record import CHONGQING, Record
from lib.facts.searched import searched_until
from lib.site.html import box_html, in_place
from lib.site.markup.coverage import coverage_html
from lib.site.markup.states import fault_html
from lib.site.markup.tags import details, scrolling, tag
from lib.site.sections.data_filters import data_filters
from lib.site.sections.lists import LISTS, list_box
from lib.words.coverage import coverage_csv
from lib.words.dataset import COLUMNS, Listing, listing
from lib.words.names import Names
from lib.words.speak import Words

ASKED_BY = ("dataset", "indicator", "area", "counterpart", "first_year", "last_year", "low", "unit")
"""What the script knows of each line of the table, in this order."""


def _faults(scene: Scene) -> str:
    return "".join(fault_html(fault, scene.words) for fault in scene.record.faults.values())


def _observations(scene: Scene) -> str:
    words = scene.words
    listed = listing(scene.record, words)
    heads = "".join(f'<th scope="col">{escape(words(f"data.column.{name}"))}</th>' for name in COLUMNS)
    codes = listed.codes[list(ASKED_BY)].astype(str).agg("|".join, axis=1)
    body = "".join(
        f'<tr data-codes="{escape(code)}">{"".join(tag("td", cell) for cell in texts)}</tr>'
        for code, texts in zip(codes, listed.texts.itertuples(index=False), strict=True)
    )
    return box_html(
        "table_observations",
        tag("h2", words("data.observations.title"), "card-title")
        + _filters(listed, Names.of(scene.record, words.lang), words)
        + '<p class="card-sub" data-told role="status"></p>'
        + scrolling(f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody>")
        + tag("p", words("data.observations.legend"), "card-note")
        + f'<div class="buttons"><button type="button" data-save>{escape(words("card.download"))}</button>'
        + f'<button type="button" data-clear hidden>{escape(words("data.observations.clear"))}</button></div>',
    )


def _filters(listed: Listing, say: Names, words: Words) -> str:
    pairs = listed.codes[["indicator", "dataset"]].drop_duplicates().itertuples(index=False)
    of = {str(indicator): str(dataset) for indicator, dataset in pairs}
    filters, _ = data_filters(listed, say, words, {})
    picks = "".join(picked(part, of if part.name == "indicator" else {}) for part in filters)
    return f'<div class="filters" data-filters="observations">{picks}</div>'


def _coverage(scene: Scene) -> str:
    """The map of Chongqing; those of the other areas open below it."""
    words, record = scene.words, scene.record
    title = tag("h2", words("data.coverage.title"), "card-title")

    def inside() -> str:
        say, searched = Names.of(record, words.lang), searched_until(record)
        maps = {area: coverage(record, area, searched=searched) for area in areas_of(record)}
        shown = {
            area: coverage_html(found, say, words, partial(_rows_of, area, words.lang))
            + _file(coverage_csv(found, say, words), f"coverage_{area}_{words.lang}.csv", words)
            for area, found in maps.items()
        }
        about = tag("p", words("data.coverage.about", date=searched), "card-sub")
        own = shown.pop(CHONGQING, "")
        others = "".join(details(say("areas", area), text, "opens rows") for area, text in shown.items())
        return about + own + others

    return box_html("table_coverage", title + scene.safe(inside))


def _rows_of(area: str, lang: str, cell: Cell) -> str:
    asked = {"indicator": cell.indicator, "area": area, "period": str(cell.year)}
    return f"#/{lang}/data?{urlencode(asked)}"


def _file(content: bytes, name: str, words: Words) -> str:
    place, label = escape(in_place(content)), escape(words("card.download"))
    return f'<a class="tool" href="{place}" download="{escape(name)}">{label}</a>'


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
