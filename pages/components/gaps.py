"""What should have been published by now and was not found, as a table and as a file."""

from __future__ import annotations

import streamlit as st

from lib.site.here import Here
from lib.site.markup.lists import gaps_list
from lib.site.shared import shared
from lib.words.gaps import gaps_csv
from pages.components import html
from pages.components.states import show_fault


def gaps_table(reader: Here) -> None:
    """Puts on the page what to look for, and the same as CSV."""
    with st.container(key="table_gaps"):
        html.show(html.tag("h2", reader.words("data.gaps.title"), "card-title"))
        try:
            html.show(_markup("gaps", reader))
            st.download_button(
                reader.words("data.gaps.download"),
                data=_file("gaps", reader),
                file_name=f"gaps_{reader.record.version}.csv",
                mime="text/csv",
                on_click="ignore",
                key="download_gaps",
            )
        except Exception as error:
            show_fault(error, reader.words)


@shared
def _markup(_name: str, reader: Here) -> str:
    return gaps_list(reader.record, reader.words)


@shared
def _file(_name: str, reader: Here) -> bytes:
    return gaps_csv(reader.record, reader.words).encode("utf-8-sig")
