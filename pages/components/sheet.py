"""The one function through which charts, and the texts around them, reach the browser.

A part of a page goes there as one message, whatever stands on it, and a small component lays it out and draws its
charts with the site's own Plotly (`static/`): the part that the charts here use, loaded once for all of them, a
quarter of what `st.plotly_chart` loads. Where that file does not reach a reader, Streamlit's own elements stand in.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import streamlit as st
from plotly.offline import get_plotlyjs_version

from lib.charts.tokens import DARK, LIGHT
from lib.draw.plotly import figure_of
from lib.site.html import message
from lib.site.pieces import Box, Chart, File, Piece, Text
from lib.words.plotly_locale import LOCALES
from pages.components import html

BUNDLE = f"plotly-{get_plotlyjs_version()}.min.js"
MISSING = "plots_missing"
_LIGHT = {getattr(DARK, name): colour for name, colour in asdict(LIGHT).items()} | asdict(LIGHT)
"""Each colour of the light theme, by its name and by that of the dark one in its place."""
_SCRIPT = "\n".join(
    Path(__file__).with_name(name).read_text(encoding="utf-8")
    for name in ("sheet.js", "picture.js", "printing.js")
)
_SCRIPT = _SCRIPT.replace("BUNDLE_FILE", BUNDLE).replace("LIGHT_OF_DARK", json.dumps(_LIGHT))
component = st.components.v2.component("sheet", js=_SCRIPT, isolate_styles=False)

_CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "displayModeBar": "hover",
    "modeBarButtonsToRemove": [
        "sendChartToCloud", "zoom2d", "pan2d", "select2d", "lasso2d", "zoomIn2d", "zoomOut2d",
        "autoScale2d", "resetScale2d", "hoverClosestCartesian", "hoverCompareCartesian", "toggleSpikelines",
    ],
    "showSendToCloud": False,  # an upload of the data to another host: never offered
    "showEditInChartStudio": False,
    "plotlyServerURL": "",
    "scrollZoom": False,
    "doubleClick": False,
}  # fmt: skip


def show(key: str, *pieces: Piece) -> None:
    """Puts these pieces on the page, one below the other. `key` names them among all that stands on the page."""
    if not charts_missing():
        component(key=f"sheet_{key}", data=message(pieces), on_missing_change=_not_loaded)
        return
    for piece in pieces:
        _by_streamlit(piece)


def charts_missing() -> bool:
    """Did the file that draws charts not reach this reader, so that Streamlit's own elements stand in?"""
    return bool(st.session_state.get(MISSING))


def _not_loaded() -> None:
    st.session_state[MISSING] = True


def _by_streamlit(piece: Piece) -> None:
    match piece:
        case Text(markup, file):
            html.show(markup)
            if file:
                _file_button(file)
        case Chart():
            _chart(piece)
        case Box(key, inside):
            with st.container(key=key):
                for part in inside:
                    _by_streamlit(part)


def _chart(chart: Chart) -> None:
    card = chart.card
    st.plotly_chart(
        figure_of(card),
        theme=None,
        key=f"plot_{card.name}",
        alt=card.alt,
        config=_CONFIG
        | {
            "locale": {"zh": "zh-CN", "en": "en"}[chart.lang],
            "locales": LOCALES,
            "staticPlot": chart.still,
            "toImageButtonOptions": {"format": "png", "filename": card.name, "scale": 2},
        },
    )


def _file_button(file: File) -> None:
    st.download_button(
        file.label,
        file.content,
        file_name=file.name,
        mime="text/csv",
        key=file.key,
        type="tertiary",
        on_click="ignore",
        help=file.help,
    )
