"""The one function through which every chart reaches the browser.

A small component draws it with the site's own Plotly (`static/`): the part that the charts here use, loaded once for
all of them, a quarter of what `st.plotly_chart` loads. Where that file does not reach a reader, Streamlit's own draws.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st
from plotly.offline import get_plotlyjs_version

from lib.charts.card import Card
from lib.words.plotly_locale import LOCALES

BUNDLE = f"plotly-{get_plotlyjs_version()}.min.js"
_MISSING = "plots_missing"
_SCRIPT = Path(__file__).with_name("plot.js").read_text(encoding="utf-8").replace("BUNDLE_FILE", BUNDLE)
component = st.components.v2.component("chart", js=_SCRIPT, isolate_styles=False)

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


def plot(card: Card, sent: bytes, *, lang: str, still: bool = False) -> None:
    """Draws a chart from what `lib.charts.sent` made of it, with its text for who cannot see it."""
    if st.session_state.get(_MISSING):
        _by_streamlit(card, lang=lang, still=still)
    else:
        component(key=f"plot_{card.name}", data=sent, on_missing_change=_not_loaded)


def _not_loaded() -> None:
    st.session_state[_MISSING] = True


def _by_streamlit(card: Card, *, lang: str, still: bool) -> None:
    st.plotly_chart(
        card.figure,
        theme=None,
        key=f"plot_{card.name}",
        alt=card.alt,
        config=_CONFIG
        | {
            "locale": {"zh": "zh-CN", "en": "en"}[lang],
            "locales": LOCALES,
            "staticPlot": still,
            "toImageButtonOptions": {"format": "png", "filename": card.name, "scale": 2},
        },
    )
