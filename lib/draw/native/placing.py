"""Where something of a panel is: on its axes, and as a part of the whole drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lib.charts.spec import Label, Part, Points, Spot, Value, Whole
from lib.charts.tokens import LIGHT
from lib.draw.model import Axis, Number
from lib.draw.native.axes import axis, number, real
from lib.draw.native.bars import BarPlot
from lib.draw.native.plot import Plot

_DIGITS = 9
"""Of a place counted in slots: what lies a hair outside of an axis has no label in LibreOffice."""


@dataclass(frozen=True, slots=True)
class Placing:
    """A panel with its axes; with bars, one of them counts slots."""

    plot: Plot
    bars: BarPlot | None
    x: Axis
    y: Axis

    def across(self, value: Value | None) -> Number:
        """Where on the x axis is a place of the chart?"""
        return self._slot(self.bars, value) if self.bars and not self.plot.lying else number(value)

    def along(self, value: Value | None) -> Number:
        """Where on the y axis is a place of the chart?"""
        if self.bars and self.plot.lying:
            return round(self.bars.slots.count - self._slot(self.bars, value), _DIGITS)
        return number(value)

    def left(self, label: Label) -> float:
        """Which part of the drawing is left of a label?"""
        panel = self.plot.panel
        return _part(label.x, panel.left, panel.right, self.x, self.across)

    def top(self, label: Label) -> float:
        """Which part of the drawing is over a label?"""
        panel = self.plot.panel
        return 1 - _part(label.y, panel.bottom, panel.top, self.y, self.along)

    def _slot(self, bars: BarPlot, value: Value | None) -> float:
        names = self.plot.panel.y.categories if self.plot.lying else self.plot.panel.x.categories
        return bars.slots.of(float(names.index(value)) if isinstance(value, str) else real(value))


def _part(spot: Spot, first: float, last: float, on: Axis, place: Callable[[Value], Number]) -> float:
    if isinstance(spot, Whole):
        return spot.of
    if isinstance(spot, Part):
        return first + (last - first) * spot.of
    part = ((place(spot) or 0.0) - on.low) / (on.high - on.low)
    return first + (last - first) * (1 - part if on.backwards else part)


def placing(plot: Plot, bars: BarPlot | None) -> Placing:
    """Which axes has a panel, with or without bars?"""
    panel = plot.panel
    if bars is None:
        points = [point for _, mark in plot.lines if isinstance(mark, Points) for point in mark.points]
        xs = [x for point in points if (x := number(point.x)) is not None]
        ys = [y for point in points if (y := number(point.y)) is not None]
        return Placing(plot, None, axis(panel.x, xs, grid=False), axis(panel.y, ys, grid=True))
    across = panel.y if plot.lying else panel.x
    counted = Axis(
        low=0.0,
        high=float(bars.slots.count),
        step=1.0,
        shown=any(bars.bars.categories) and across.named,
        line=across.line or LIGHT.quiet,
    )
    return Placing(plot, bars, *((bars.values, counted) if plot.lying else (counted, bars.values)))
