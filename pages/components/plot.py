"""The one function through which every chart reaches the browser."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from lib.words.plotly_locale import LOCALES

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


def plot(figure: go.Figure, *, name: str, alt: str, lang: str, still: bool = False) -> None:
    """Draws a figure, with a text for who cannot see it and Plotly's own words in the reader's language.

    A `still` one answers to no mouse, so that two pictures of it are the same.
    """
    st.plotly_chart(
        figure,
        theme=None,
        key=f"plot_{name}",
        alt=alt,
        config=_CONFIG
        | {
            "locale": {"zh": "zh-CN", "en": "en"}[lang],
            "locales": LOCALES,
            "staticPlot": still,
            "toImageButtonOptions": {"format": "png", "filename": name, "scale": 2},
        },
    )
