"""Every published figure in a table that can be filtered and searched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from lib.words.dataset import COLUMNS, Listing, listing
from lib.words.names import Names
from lib.words.search import Wanted, low_among, matching
from lib.words.speak import Words
from pages.components import html, pickers
from pages.components.context import Reader, view
from pages.components.data_filters import FILTERS, data_filters
from pages.components.shared import shared
from pages.components.states import show_fault

_CSS = (Path(__file__).parent / "data.css").read_text(encoding="utf-8")
WIDTHS = {
    "zh": (200, 120, 80, 120, 80, 140, 90, 130, 90, 120, 230, 260, 360),
    "en": (265, 120, 75, 105, 85, 125, 90, 120, 105, 155, 330, 330, 480),
}
"""How wide each of COLUMNS is, in pixels."""
ON_PAPER = ("indicator", "figure", "growth", "period", "area", "category", "status", "source")


def observation_table(reader: Reader) -> Wanted:
    """Puts the table of all figures on the page, and tells what the reader asked for."""
    words = reader.words
    listed, names = _listed("observations", reader)
    html.show(f"<style>{_CSS}</style>")
    with st.container(key="table_observations"):
        html.show(html.tag("h2", words("data.observations.title"), "card-title"))
        wanted = data_filters(listed, names, words)
        found = matching(listed, wanted)
        low = low_among(listed, found)
        if wanted.dataset in reader.record.faults:
            show_fault(reader.record.faults[wanted.dataset], words)
        elif found.empty:
            html.show(
                f'<div class="state" role="status">{html.tag("span", words("data.observations.none"))}</div>'
            )
        else:
            html.show(_told(len(found), low, listed, wanted, words))
            _grid(found, words)
            html.show(html.tag("p", words("data.observations.legend"), "card-note"))
        if not wanted.is_everything:
            st.button(
                words("data.observations.clear"),
                key="clear_filters",
                on_click=pickers.clear,
                args=(FILTERS,),
            )
    return wanted


def _grid(found: pd.DataFrame, words: Words) -> None:
    """A table to scroll in; on paper, where nothing scrolls, its main columns whole."""
    if view() == "print":
        head = [words(f"data.column.{name}") for name in ON_PAPER]
        html.show(html.table(head, found[list(ON_PAPER)].to_numpy().tolist()))
        return
    st.dataframe(
        found,
        hide_index=True,
        key="grid_observations",
        column_config=_columns(words),
        alt=words("data.observations.alt", found=words.count(len(found))),
    )


def asked_for(wanted: Wanted, reader: Reader) -> tuple[str, ...]:
    """Which observations did the reader ask for, in the order of the table?"""
    listed, _ = _listed("observations", reader)
    return tuple(matching(listed, wanted).index)


def _told(found: int, low: int, listed: Listing, wanted: Wanted, words: Words) -> str:
    key = "data.observations.count" if wanted.is_everything else "data.observations.found"
    text = words(key, found=words.count(found), all=words.count(len(listed.texts)))
    more = words("data.observations.low", low=words.count(low)) if low else ""
    return html.tag("p", f"{text}{'' if words.lang == 'zh' else ' '}{more}".strip(), "card-sub")


def _columns(words: Words) -> dict[str, Any]:
    return {
        name: st.column_config.TextColumn(words(f"data.column.{name}"), width=width)
        for name, width in zip(COLUMNS, WIDTHS[words.lang], strict=True)
    }


@shared
def _listed(_name: str, reader: Reader) -> tuple[Listing, Names]:
    return listing(reader.record, reader.words), Names.of(reader.record, reader.words.lang)
