"""Open marks as every program shows them.

PowerPoint, WPS and Excel draw the edge of a mark and nothing inside of it. LibreOffice draws no edge, fills what has no
fill in the colour of the edge, and knows no clear fill. So a smaller mark stands in each open one: clear for the former
and white for the latter, which lays the first series on top.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.charts.tokens import LIGHT
from lib.draw.model import Mark, Points

_INSIDE, _LEAST = 0.66, 2.0  # of an open mark's width, and pixels


def with_clear(lines: Sequence[Points]) -> list[tuple[int, Points]]:
    """Which series draw these, each with its place among them?"""
    drawn = []
    for place, line in enumerate(lines):
        if line.mark and line.mark.open:
            drawn.append((place, _inside(line, line.mark)))
        drawn.append((place, line))
    return drawn


def _inside(line: Points, mark: Mark) -> Points:
    clear = Mark(mark.symbol, max(_LEAST, mark.size * _INSIDE), LIGHT.card, clear=True)
    return Points(line.name, line.x, line.y, mark=clear)
