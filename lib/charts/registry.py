"""Every chart by its name, the one that its card, its address and every export use."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lib.charts import comparison, emerging_sectors, enterprises, outsourcing, register, talent, trade_volume
from lib.charts.card import Draw
from lib.charts.marks import explained

_TOPICS = (trade_volume, outsourcing, emerging_sectors, enterprises, talent, comparison)

CHARTS: Mapping[str, Draw] = MappingProxyType(
    {name: explained(draw) for topic in _TOPICS for name, draw in topic.CHARTS.items()}
)
OF_A_REGISTER: Mapping[str, Draw] = MappingProxyType(
    {name: explained(draw) for name, draw in register.CHARTS.items()}
)
"""Those that stand only where a contract register is laid over the record."""

EVERY: Mapping[str, Draw] = MappingProxyType({**CHARTS, **OF_A_REGISTER})
