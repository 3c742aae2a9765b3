"""What the newest edition of the record added, and old values beside new ones."""

from __future__ import annotations

import streamlit as st

from lib.site.here import Here
from lib.site.markup.lists import changes_list
from lib.site.shared import shared
from pages.components import html
from pages.components.states import show_fault


def changes_table(reader: Here) -> None:
    """Puts on the page what changed since the edition before the newest."""
    with st.container(key="table_changes"):
        html.show(html.tag("h2", reader.words("changes.title"), "card-title"))
        try:
            html.show(_markup("changes", reader))
        except Exception as error:
            show_fault(error, reader.words)


@shared
def _markup(_name: str, reader: Here) -> str:
    return changes_list(reader.record, reader.words)
