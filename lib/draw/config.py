"""What every chart tells Plotly about itself, wherever a browser draws it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

CONFIG: Mapping[str, Any] = MappingProxyType(
    {
        "displaylogo": False,
        "displayModeBar": False,  # buttons of its own would lie over numbers
        "showSendToCloud": False,  # an upload of the data to another host: never offered
        "showEditInChartStudio": False,
        "plotlyServerURL": "",
        "scrollZoom": False,
        "doubleClick": False,
    }
)
