"""Every chart by its name, the one that its card, its address and every export use."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lib.charts import comparison, emerging_sectors, enterprises, outsourcing, talent, trade_volume
from lib.charts.card import Draw
from lib.charts.marks import explained

PAGES: Mapping[str, Mapping[str, Draw]] = MappingProxyType(
    {
        "trade_volume": trade_volume.CHARTS,
        "outsourcing": outsourcing.CHARTS,
        "emerging_sectors": emerging_sectors.CHARTS,
        "enterprises": enterprises.CHARTS,
        "talent": talent.CHARTS,
        "comparison": comparison.CHARTS,
    }
)
CHARTS: Mapping[str, Draw] = MappingProxyType(
    {name: explained(draw) for charts in PAGES.values() for name, draw in charts.items()}
)
