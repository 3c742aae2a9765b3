"""Every chart by its name, the one that its card, its address and every export use."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lib.charts import comparison, emerging_sectors, enterprises, outsourcing, register, talent, trade_volume
from lib.charts.card import Draw
from lib.charts.marks import explained
from lib.facts.record import Record
from lib.facts.register import has_register

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
OF_A_REGISTER: Mapping[str, Draw] = MappingProxyType(
    {name: explained(draw) for charts in register.PAGES.values() for name, draw in charts.items()}
)
"""Those that stand only where a contract register is laid over the record."""

EVERY: Mapping[str, Draw] = MappingProxyType({**CHARTS, **OF_A_REGISTER})


def of_register(page: str, record: Record) -> tuple[tuple[str, ...], ...]:
    """Which charts does a contract register add to a page, row by row? None where there is no register."""
    return register.ROWS.get(page, ()) if has_register(record) else ()
