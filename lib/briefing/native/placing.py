"""Where something of a plot is: on the axes of its panel, and as a part of the whole drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lib.briefing.native import notes
from lib.briefing.native.axes import axis, number
from lib.briefing.native.barplot import BarPlot
from lib.briefing.native.grouped import Plot
from lib.charts.tokens import LIGHT
from lib.draw.model import Axis, Number

Dict = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Placing:
    """A plot with its axes; with bars, one of them counts slots."""

    plot: Plot
    bars: BarPlot | None
    x: Axis
    y: Axis

    def across(self, value: Any) -> Number:
        """Where on the x axis is a value of the figure?"""
        return self._slot(self.bars, value) if self.bars and not self.plot.horizontal else number(value)

    def along(self, value: Any) -> Number:
        """Where on the y axis is a value of the figure?"""
        if self.bars and self.plot.horizontal:
            return self.bars.slots.count - self._slot(self.bars, value)
        return number(value)

    def spot(self, annotation: Dict) -> tuple[Number, Number] | None:
        """At which x and y does an annotation stand? None where a part of the paper says it."""
        if notes.is_free(annotation, "x") or notes.is_free(annotation, "y"):
            return None
        return self.across(annotation["x"]), self.along(annotation["y"])

    def left(self, annotation: Dict) -> float:
        """Which part of the drawing is left of an annotation?"""
        first, last, _, _ = self.plot.domain
        if annotation.get("xref") == "paper":
            return float(annotation["x"])
        return first + (last - first) * self._inside(annotation, "x", self.x)

    def top(self, annotation: Dict) -> float:
        """Which part of the drawing is over an annotation?"""
        _, _, first, last = self.plot.domain
        if annotation.get("yref") == "paper":
            return 1 - float(annotation["y"])
        return 1 - first - (last - first) * self._inside(annotation, "y", self.y)

    def _inside(self, annotation: Dict, ref: str, on: Axis) -> float:
        if notes.is_free(annotation, ref):
            return float(annotation[ref])
        value = self.across(annotation[ref]) if ref == "x" else self.along(annotation[ref])
        part = ((value or 0.0) - on.low) / (on.high - on.low)
        return 1 - part if on.backwards else part

    def _slot(self, bars: BarPlot, value: Any) -> float:
        return bars.slots.of(float(bars.names.index(value) if isinstance(value, str) else value))


def placing(plot: Plot, bars: BarPlot | None) -> Placing:
    """Which axes has a plot, with or without bars?"""
    if bars is None:
        xs, ys = (_numbers(plot, ref) for ref in "xy")
        return Placing(plot, None, axis(plot.xaxis, xs, grid=False), axis(plot.yaxis, ys, grid=True))
    across = plot.yaxis if plot.horizontal else plot.xaxis
    counted = Axis(
        low=0.0,
        high=float(bars.slots.count),
        step=1.0,
        shown=any(bars.bars.categories) and across.get("showticklabels", True),
        line=(across.get("linecolor") or LIGHT.quiet).upper(),
    )
    return Placing(plot, bars, *((bars.values, counted) if plot.horizontal else (counted, bars.values)))


def _numbers(plot: Plot, ref: str) -> list[float]:
    return [found for trace in plot.lines for found in map(number, trace[ref]) if found is not None]
