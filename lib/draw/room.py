"""Where the places of a chart are in pixels, as far as that is known without a browser."""

from __future__ import annotations

from datetime import date

from lib.charts.extent import width_of
from lib.charts.spec import Axis, Chart, Label, Part, Spot, Value, Whole

TICKS = 12.5
_LEFT, _NUMBERS, _BESIDE, _UNDER = 8, 32.0, 6, 26
"""Pixels: the left edge, the numbers of an upright axis, from a name to its axis, and what stands under the plot."""


def plot_width(chart: Chart, width: float) -> float:
    """How wide is what lies between the axes of a chart of this width?"""
    return width - _LEFT - chart.margins.right - left_of(chart)


def left_of(chart: Chart) -> float:
    """How much room take the labels of the upright axis?"""
    axis = chart.panels[0].y
    if not axis.shown or not axis.named:
        return 0.0
    names = axis.categories or axis.names
    return max(width_of(name, TICKS) for name in names) + _BESIDE if names else _NUMBERS


def across(spot: Spot, label: Label, chart: Chart, width: float) -> float | None:
    """How many pixels from the left is a place, on a chart of this width?"""
    panel = chart.panels[label.panel]
    found = _part(spot, panel.x, panel.left, panel.right)
    return None if found is None else _LEFT + left_of(chart) + found * plot_width(chart, width)


def down(spot: Spot, label: Label, chart: Chart) -> float | None:
    """How many pixels from the top is a place?"""
    panel = chart.panels[label.panel]
    found = _part(spot, panel.y, panel.bottom, panel.top)
    margins = chart.margins
    under = _UNDER if chart.panels[0].x.shown else margins.bottom
    return None if found is None else margins.top + (1 - found) * (chart.height - margins.top - under)


def _part(spot: Spot, axis: Axis, first: float, last: float) -> float | None:
    """Which part of the plot lies before a place, from the left or from below?"""
    if isinstance(spot, Whole):
        return spot.of
    at = spot.of if isinstance(spot, Part) else along(spot, axis)
    return None if at is None else first + at * (last - first)


def along(value: Value, axis: Axis) -> float | None:
    """Which part of an axis lies before a place? None where that is not known beforehand."""
    if axis.ends is None or axis.categories:
        return None
    low, high, at = (_number(number) for number in (*axis.ends, value))
    if low is None or high is None or at is None or low == high:
        return None
    return (at - low) / (high - low)


def _number(value: Value) -> float | None:
    if isinstance(value, date):
        return float(value.toordinal())
    return float(value) if isinstance(value, int | float) else None
