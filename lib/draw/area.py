"""How much room the texts beside a plot need, so that every program puts the plot in the same place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lib.draw.model import Axis, Drawing, Panel
from lib.draw.text import width

_MOST = 0.34  # of the drawing's width for names of categories; longer ones run over two lines
_EDGE, _UNDER, _LEGEND = 8.0, 24.0, 28.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in points or in pixels from the upper left."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Area:
    """The whole room of a drawing, and the part that its plots divide among themselves."""

    whole: Box
    inner: Box
    legend: bool

    def x(self, part: float) -> float:
        """Where is this part of the drawing from the left?"""
        return self.inner.left + self.inner.width * part

    def y(self, part: float) -> float:
        """Where is this part of the drawing from the top?"""
        return self.inner.top + self.inner.height * part

    def plot(self, panel: Panel) -> Box:
        """Where is the plot of a panel, without its texts?"""
        return Box(
            self.x(panel.left),
            self.y(panel.top),
            self.inner.width * (panel.right - panel.left),
            self.inner.height * (panel.bottom - panel.top),
        )

    def frame(self, panel: Panel) -> Box:
        """Where is a panel with the texts of its axes?"""
        plot = self.plot(panel)
        left = self.inner.left - self.whole.left if panel.y.shown else _EDGE
        top = self.inner.top - self.whole.top if self.legend else _EDGE
        under = _UNDER if panel.x.shown or panel.x.ticks else _EDGE
        return Box(plot.left - left, plot.top - top, plot.width + left + 2 * _EDGE, plot.height + top + under)


def area(drawing: Drawing, whole: Box, *, size: float) -> Area:
    """How is a room divided between plots and the texts beside them? `size` is that of names and ticks."""
    beside = [_beside(panel, whole.width, size) for panel in drawing.panels if panel.left == 0]
    left = max(beside, default=_EDGE)
    ticks = any(panel.x.shown or panel.x.ticks for panel in drawing.panels)
    top = _LEGEND if drawing.legend else _EDGE
    under = _UNDER if ticks else _EDGE
    inner = Box(
        whole.left + left, whole.top + top, whole.width - left - 2 * _EDGE, whole.height - top - under
    )
    return Area(whole, inner, drawing.legend)


def _beside(panel: Panel, room: float, size: float) -> float:
    if not panel.y.shown:
        return _EDGE
    if panel.bars and panel.bars.horizontal:
        return min(beside_names(panel.bars.categories, size), room * _MOST)
    return width(_shown(panel.y), size) + 14.0


def beside_names(names: Iterable[str], size: float) -> float:
    """How much room do the names of an axis need, each on one line?"""
    return max(width(name, size) for name in names) * 1.06 + 14.0


def _shown(axis: Axis) -> str:
    """About the longest tick of an axis."""
    text = f"{axis.high:,.0f}" if axis.step >= 1 else f"{axis.high:.2f}"
    return f"{text}%" if "%" in axis.form else text
