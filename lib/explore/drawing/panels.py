"""Panels one under the other: the same across, one scale for each unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lib.charts.canvas import Canvas
from lib.charts.card import Look
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


def reach(facts: Sequence[Fact], scale: int) -> tuple[float, float]:
    """From where to where do figures reach, zero and what rounding allows included?"""
    ends = [fact.at(scale) for fact in facts]
    low, high = min(0.0, *ends), max(0.0, *ends)
    room = (high - low or 1.0) * (_OVER - 1)
    return (low - room if low < 0 else 0.0), high + room


def panels(named: Named, look: Look, across: Axis, plot: int) -> Canvas:
    """What are panels drawn on, each with its heading and axes? `across` is the horizontal axis of all of them,
    `plot` how high each is in pixels.
    """
    count, tokens = len(named.series), tokens_of(look.theme)
    height = (plot + HEAD + TICKS) * count - TICKS
    canvas = frame(look.theme, height=height + TICKS + MARGINS)
    for index, one in enumerate(named.series):
        top = 1 - (plot + HEAD + TICKS) * index / height - HEAD / height
        unit = one.facts[0].unit
        together = [fact for other in named.series for fact in other.facts if fact.unit == unit]
        panel = canvas.panel(
            replace(across, line=tokens.rule),
            Axis(ends=reach(together, named.scale(unit)), most=4),
            bottom=max(0.0, top - plot / height),
            top=min(1.0, top),
        )
        own = one.key.area == CHONGQING
        label(
            canvas, named.heading(index), Part(0), Part(1), colour=tokens.chongqing if own else tokens.text,
            across="left", along="bottom", up=6, align="left", panel=panel,
        )  # fmt: skip
    return canvas
