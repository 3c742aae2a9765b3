"""The sentence that answers each page's question, computed from the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from lib.facts.record import Record
from lib.words.answers import (
    comparison,
    data,
    emerging_sectors,
    enterprises,
    explore,
    outsourcing,
    overview,
    reconciliation,
    talent,
    trade_volume,
)
from lib.words.speak import Words

Answer: TypeAlias = Callable[[Record, Words], str]

ANSWERS: Mapping[str, Answer] = MappingProxyType(
    {
        "overview": overview.answer,
        "trade_volume": trade_volume.answer,
        "outsourcing": outsourcing.answer,
        "emerging_sectors": emerging_sectors.answer,
        "enterprises": enterprises.answer,
        "talent": talent.answer,
        "comparison": comparison.answer,
        "explore": explore.answer,
        "reconciliation": reconciliation.answer,
        "data": data.answer,
    }
)
