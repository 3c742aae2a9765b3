"""Panels one under the other, or two in a row: the same across, one scale for each unit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from lib.charts.canvas import Canvas
from lib.charts.card import Look
from lib.charts.extent import NARROWEST, more_lines, wrapped
from lib.charts.labels import label
from lib.charts.spec import Axis, Part
from lib.charts.theme import frame, tokens_of
from lib.explore.named import Named
from lib.facts.fact import Fact
from lib.facts.record import CHONGQING

PLOT, HEAD, TICKS, MARGINS = 104, 40, 34, 20
"""Pixels: a panel, the heading over it, what is named under it, the figure's edges."""
ALONE = 190
_OVER = 1.22
_BESIDE, _TWO_LINES = 56, "<br>"
"""Pixels left beside a heading, and how many lines of it have room as it is."""
_BETWEEN = 0.1
"""Which part of the whole width is left between two panels, for what is named beside the right one?"""
_FEW, _MARKS, _WIDEST = 2, 6, 28
"""Panels stand two in a row from more than so many on, with up to so many marks across, and headings up to so wide: a
Chinese sign counts twice."""


def reach(facts: Sequence[Fact], scale: int) -> tuple[float, float]:
    """From where to where do figures reach, zero and what rounding allows included?"""
    ends = [fact.at(scale) for fact in facts]
    low, high = min(0.0, *ends), max(0.0, *ends)
    room = (high - low or 1.0) * (_OVER - 1)
    return (low - room if low < 0 else 0.0), high + room


def beside(named: Named, marks: int) -> int:
    """How many panels stand in a row? Two where they are many with short names and few marks: larger on slides."""
    names = [named.heading(index) for index in range(len(named.series))]
    wide = max(sum(2 if ord(sign) > ord("ÿ") else 1 for sign in name) for name in names)
    return 2 if len(names) > _FEW and wide <= _WIDEST and marks <= _MARKS else 1


def panels(named: Named, look: Look, across: Axis, plot: int, in_a_row: int = 1) -> Canvas:
    """What are panels drawn on, each with its heading and axes? `across` is the horizontal axis of all of them,
    `plot` how high each is in pixels.
    """
    rows, tokens = math.ceil(len(named.series) / in_a_row), tokens_of(look.theme)
    width = (1 - _BETWEEN * (in_a_row - 1)) / in_a_row
    names = [
        wrapped(name, NARROWEST * width - _BESIDE) for name in map(named.heading, range(len(named.series)))
    ]
    head = HEAD + max(0.0, max(map(more_lines, names)) - more_lines(_TWO_LINES))
    height = (plot + head + TICKS) * rows - TICKS
    canvas = frame(look.theme, height=height + TICKS + MARGINS)
    for index, one in enumerate(named.series):
        row, column = divmod(index, in_a_row)
        top = 1 - (plot + head + TICKS) * row / height - head / height
        unit = one.facts[0].unit
        together = [fact for other in named.series for fact in other.facts if fact.unit == unit]
        panel = canvas.panel(
            replace(across, line=tokens.rule),
            Axis(ends=reach(together, named.scale(unit)), most=4),
            left=column * (width + _BETWEEN),
            right=min(1.0, column * (width + _BETWEEN) + width),
            bottom=max(0.0, top - plot / height),
            top=min(1.0, top),
        )
        own = one.key.area == CHONGQING
        label(
            canvas, names[index], Part(0), Part(1), colour=tokens.chongqing if own else tokens.text,
            across="left", along="bottom", up=6, align="left", panel=panel,
        )  # fmt: skip
    return canvas
