"""The sources of all figures, and what is known not to fit between them."""

from __future__ import annotations

import streamlit as st

from lib.site.here import Here
from lib.site.markup.lists import conflicts_list, sources_list
from lib.site.shared import shared
from pages.components import html
from pages.components.states import show_fault


def source_table(reader: Here) -> None:
    """Puts the list of sources on the page, each linked where a link may be given."""
    _card("sources", reader)


def conflict_table(reader: Here) -> None:
    """Puts the list of contradictions, breaks and misprints on the page."""
    _card("conflicts", reader)


def _card(name: str, reader: Here) -> None:
    with st.container(key=f"table_{name}"):
        html.show(html.tag("h2", reader.words(f"data.{name}.title"), "card-title"))
        try:
            html.show(_markup(name, reader))
        except Exception as error:
            show_fault(error, reader.words)


@shared
def _markup(name: str, reader: Here) -> str:
    listed = {"sources": sources_list, "conflicts": conflicts_list}[name]
    return listed(reader.record, reader.words)
