"""The one function through which charts, and the texts around them, reach the browser.

A part of a page goes there as one message, whatever stands on it, and a small component lays it out and draws its
charts with the site's own Plotly (`static/`): the part that the charts here use, loaded once for all of them, a
quarter of what `st.plotly_chart` loads. Where that file does not reach a reader, the table of a chart stands in its
place.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib.site.html import message
from lib.site.pieces import Piece
from pages.components.drawing import DRAWING

_SCRIPT = DRAWING + Path(__file__).with_name("sheet.js").read_text(encoding="utf-8")
component = st.components.v2.component("sheet", js=_SCRIPT, isolate_styles=False)


def show(key: str, *pieces: Piece) -> None:
    """Puts these pieces on the page, one below the other. `key` names them among all that stands on the page."""
    component(key=f"sheet_{key}", data=message(pieces))
