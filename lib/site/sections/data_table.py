"""Every published figure in a table that can be filtered and searched, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
from markupsafe import Markup

from lib.explore.leads import lead
from lib.facts.observation import Row
from lib.site.choices import Refused
from lib.site.here import Here
from lib.site.markup import coverage
from lib.site.markup.tags import coded, table, tag
from lib.site.part import Clear, Group, Part, Sheet
from lib.site.pieces import Piece, Text
from lib.site.sections.data_filters import FILTERS, data_filters
from lib.site.sections.pager import PAGE, pager
from lib.site.shared import shared
from lib.site.states import fault
from lib.words.address import address
from lib.words.dataset import COLUMNS, Listing, listing
from lib.words.names import Names
from lib.words.search import Wanted, low_among, matching, page_of, pages
from lib.words.speak import Words

STYLE = Path(__file__).with_name("data.css").read_text(encoding="utf-8") + coverage.STYLE
ON_PAPER = ("indicator", "figure", "growth", "period", "area", "category", "status", "source")
_NUMERIC = ("figure", "growth")
_WIDTHS = (3, 5, 3, 2, 3, 4)


def observation_table(here: Here, asked: Mapping[str, str]) -> tuple[Group, Wanted]:
    """What is the table of all figures, and what does the reader ask for?"""
    words = here.words
    listed, names = _listed("observations", here)
    filters, wanted = data_filters(listed, names, words, asked)
    refused, shown = _found(listed, wanted, here, asked)
    head = coded("style", STYLE) + tag("h2", words("data.observations.title"), "card-title")
    parts: list[Part] = [
        Sheet("observations_title", (Text(head),)),
        Group("data_filters", filters, widths=_WIDTHS),
        *refused,
        Sheet("observations", shown),
    ]
    if not wanted.is_everything:
        parts.append(Clear("clear_filters", words("data.observations.clear"), (*FILTERS, PAGE)))
    return Group("table_observations", tuple(parts)), wanted


def asked_for(wanted: Wanted, here: Here) -> tuple[str, ...]:
    """Which observations did the reader ask for, in the order of the table?"""
    listed, _ = _listed("observations", here)
    return tuple(matching(listed, wanted).index)


def _found(
    listed: Listing, wanted: Wanted, here: Here, asked: Mapping[str, str]
) -> tuple[tuple[Refused, ...], tuple[Piece, ...]]:
    words, found = here.words, matching(listed, wanted)
    if wanted.dataset in here.record.faults:
        return (), (fault(here.record.faults[wanted.dataset], words),)
    if found.empty:
        none = tag("span", words("data.observations.none"))
        return (), (Text(tag("div", none, "state", role="status")),)
    numbers, number = [str(n) for n in range(1, pages(len(found)) + 1)], asked.get(PAGE, "1")
    refused = () if number in numbers else (Refused(PAGE, number),)
    page = 1 if refused else int(number)
    texts = (
        _told(len(found), low_among(found), listed, wanted, here),
        _grid(listed, found, page, here) + pager("data", page, len(numbers), words, asked),
        tag("p", words("data.observations.legend"), "card-note"),
        *([] if here.view == "print" else [tag("p", words("data.observations.explore"), "card-note")]),
    )
    return refused, tuple(map(Text, texts))


def _grid(listed: Listing, found: pd.DataFrame, page: int, here: Here) -> Markup:
    """One page of the figures that were found, with all columns to scroll through; on paper its main columns."""
    words = here.words
    on_paper = here.view == "print"
    shown = ON_PAPER if on_paper else COLUMNS
    head = [words(f"data.column.{name}") for name in shown]
    lines = page_of(listed, found, page)
    rows = lines[list(shown)].to_numpy().tolist()
    places = () if on_paper else [_explored(row, words) for row in listed.printed(list(lines.index))]
    numeric = [place for place, name in enumerate(shown) if name in _NUMERIC]
    alt = words("data.observations.alt", found=words.count(len(found)))
    return tag("div", table(head, rows, numeric=numeric, places=places), role="group", aria_label=alt)


def _explored(row: Row, words: Words) -> str:
    """Under which address does `/explore` show a figure? Blank where its value is withheld."""
    choice = lead(row)
    return f".{address('explore', lang=words.lang, **choice.asked)}" if choice else ""


def _told(found: int, low: int, listed: Listing, wanted: Wanted, here: Here) -> Markup:
    words, own = here.words, len(here.record.origins)
    key = "data.observations.count" if wanted.is_everything else "data.observations.found"
    said = [words(key, found=words.count(found), all=words.count(len(listed.codes)))]
    said += [words("data.observations.growth_own", own=words.count(own))] if own else []
    said += [words("data.observations.low", low=words.count(low))] if low else []
    return tag("p", ("" if words.lang == "zh" else " ").join(said), "card-sub")


@shared
def _listed(_name: str, here: Here) -> tuple[Listing, Names]:
    return listing(here.record, here.words), Names.of(here.record, here.words.lang)
