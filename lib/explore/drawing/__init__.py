"""How series are drawn in each form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from lib.charts.card import Look
from lib.charts.spec import Chart
from lib.explore.choice import BARS, BY_MONTH, LINES, LIST, SIDE, STACK
from lib.explore.drawing.bars import bars
from lib.explore.drawing.by_month import by_month
from lib.explore.drawing.lines import lines
from lib.explore.drawing.listing import listing
from lib.explore.drawing.side import side
from lib.explore.drawing.stack import stack
from lib.explore.named import Named

Drawing: TypeAlias = Callable[[Named, Look], Chart]

DRAWINGS: Mapping[str, Drawing] = MappingProxyType(
    {LINES: lines, BARS: bars, BY_MONTH: by_month, STACK: stack, SIDE: side, LIST: listing}
)
