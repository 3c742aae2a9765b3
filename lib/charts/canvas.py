"""What a chart is put together on: its panels, marks and labels one by one, until it is whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from lib.charts.spec import (
    Axis,
    Bar,
    Bars,
    Chart,
    Label,
    Margins,
    Mark,
    Panel,
    Part,
    Point,
    Points,
    Rule,
    Spot,
    Stroke,
)


class Canvas:
    """Collects what a chart consists of; `chart` is all of it. What is added says as which mark it is held."""

    def __init__(
        self,
        theme: str,
        height: float,
        *,
        legend: bool = False,
        is_list: bool = False,
        margins: Margins | None = None,
    ) -> None:
        self._whole = Chart(
            theme, height, (), (), legend=legend, is_list=is_list, margins=margins or Margins()
        )
        self._panels: list[Panel] = []
        self._marks: list[Mark] = []
        self._labels: list[Label] = []

    def panel(self, x: Axis, y: Axis, **part: float) -> int:
        """Adds a panel; `part` is how much of the chart it takes: left, right, bottom, top."""
        self._panels.append(Panel(x, y, **part))
        return len(self._panels) - 1

    def axes(self, *, x: Axis | None = None, y: Axis | None = None) -> None:
        """Says which axes the only panel has."""
        alone = self._panels[0] if self._panels else Panel()
        self._panels = [replace(alone, x=x or alone.x, y=y or alone.y)]

    def mark(self, mark: Mark) -> int:
        """Adds a mark."""
        self._marks.append(mark)
        return len(self._marks) - 1

    def bars(self, bars: Iterable[Bar], **kind: Any) -> int:
        """Adds bars; `kind` is what they have in common, as in `Bars`."""
        return self.mark(Bars(tuple(bars), **kind))

    def points(self, points: Iterable[Point], **kind: Any) -> int:
        """Adds a line or points; `kind` is what they have in common, as in `Points`."""
        return self.mark(Points(tuple(points), **kind))

    def level(self, y: Spot, stroke: Stroke) -> int:
        """Draws a line across the panel."""
        return self.mark(Rule((Part(0), Part(1)), (y, y), stroke))

    def plumb(self, x: Spot, stroke: Stroke, panel: int = 0) -> int:
        """Draws a line down the panel."""
        return self.mark(Rule((x, x), (Part(0), Part(1)), stroke, panel))

    def write(self, label: Label) -> None:
        """Adds a label."""
        self._labels.append(label)

    @property
    def count(self) -> int:
        """How many marks are there so far?"""
        return len(self._marks)

    @property
    def chart(self) -> Chart:
        """Which chart is it?"""
        return replace(
            self._whole,
            panels=tuple(self._panels) or (Panel(),),
            marks=tuple(self._marks),
            labels=tuple(self._labels),
        )
