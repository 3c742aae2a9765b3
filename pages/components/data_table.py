"""Every published figure in a table that can be filtered and searched, a page at a time."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pandas as pd
import streamlit as st

from lib.explore.leads import lead
from lib.facts.observation import Row
from lib.site.here import Here
from lib.site.markup import coverage
from lib.site.shared import shared
from lib.words.address import address
from lib.words.dataset import COLUMNS, Listing, listing
from lib.words.names import Names
from lib.words.search import Wanted, low_among, matching, page_of, pages
from lib.words.speak import Words
from pages.components import html, pickers
from pages.components.context import view
from pages.components.data_filters import FILTERS, data_filters
from pages.components.pager import PAGE, pager
from pages.components.states import show_fault

_CSS = "".join(
    path.read_text(encoding="utf-8") for path in (Path(__file__).with_name("data.css"), coverage.STYLE)
)
ON_PAPER = ("indicator", "figure", "growth", "period", "area", "category", "status", "source")
_NUMERIC = ("figure", "growth")


def observation_table(reader: Here) -> Wanted:
    """Puts the table of all figures on the page, and tells what the reader asked for."""
    words = reader.words
    listed, names = _listed("observations", reader)
    html.show(f"<style>{_CSS}</style>")
    with st.container(key="table_observations"):
        html.show(html.tag("h2", words("data.observations.title"), "card-title"))
        wanted = data_filters(listed, names, words)
        found = matching(listed, wanted)
        low = low_among(found)
        if wanted.dataset in reader.record.faults:
            show_fault(reader.record.faults[wanted.dataset], words)
        elif found.empty:
            html.show(
                f'<div class="state" role="status">{html.tag("span", words("data.observations.none"))}</div>'
            )
        else:
            html.show(_told(len(found), low, listed, wanted, reader))
            html.show(_grid(listed, found, words))
            html.show(html.tag("p", words("data.observations.legend"), "card-note"))
            if view() != "print":
                html.show(html.tag("p", words("data.observations.explore"), "card-note"))
        if not wanted.is_everything:
            st.button(
                words("data.observations.clear"),
                key="clear_filters",
                on_click=pickers.clear,
                args=((*FILTERS, PAGE),),
            )
    return wanted


def _grid(listed: Listing, found: pd.DataFrame, words: Words) -> str:
    """One page of the figures that were found, with all columns to scroll through; on paper its main columns."""
    last = pages(len(found))
    page = int(pickers.asked(PAGE, tuple(map(str, range(1, last + 1))), words))
    on_paper = view() == "print"
    shown = ON_PAPER if on_paper else COLUMNS
    head = [words(f"data.column.{name}") for name in shown]
    lines = page_of(listed, found, page)
    rows = lines[list(shown)].to_numpy().tolist()
    places = () if on_paper else [_explored(row, words) for row in listed.printed(list(lines.index))]
    numeric = [place for place, name in enumerate(shown) if name in _NUMERIC]
    alt = words("data.observations.alt", found=words.count(len(found)))
    grid = (
        f'<div role="group" aria-label="{escape(alt)}">'
        + html.table(head, rows, numeric=numeric, places=places)
        + "</div>"
    )
    return grid + pager("data", page, last, words)


def _explored(row: Row, words: Words) -> str:
    """Under which address does `/explore` show a figure? Blank where its value is withheld."""
    choice = lead(row)
    return f".{address('explore', lang=words.lang, **choice.asked)}" if choice else ""


def asked_for(wanted: Wanted, reader: Here) -> tuple[str, ...]:
    """Which observations did the reader ask for, in the order of the table?"""
    listed, _ = _listed("observations", reader)
    return tuple(matching(listed, wanted).index)


def _told(found: int, low: int, listed: Listing, wanted: Wanted, reader: Here) -> str:
    words, own = reader.words, len(reader.record.origins)
    key = "data.observations.count" if wanted.is_everything else "data.observations.found"
    said = [words(key, found=words.count(found), all=words.count(len(listed.codes)))]
    said += [words("data.observations.growth_own", own=words.count(own))] if own else []
    said += [words("data.observations.low", low=words.count(low))] if low else []
    return html.tag("p", ("" if words.lang == "zh" else " ").join(said), "card-sub")


@shared
def _listed(_name: str, reader: Here) -> tuple[Listing, Names]:
    return listing(reader.record, reader.words), Names.of(reader.record, reader.words.lang)
