"""What stands in one panel of a chart: its marks with their numbers, and its labels by what they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lib.charts.spec import Bar, Bars, Chart, Interval, Label, Of, Panel, Points, Rule, Whole


@dataclass(frozen=True, slots=True)
class Plot:
    """A panel of a fitted chart."""

    chart: Chart
    number: int

    @property
    def panel(self) -> Panel:
        """Which axes and which part of the chart has it?"""
        return self.chart.panels[self.number]

    @property
    def bars(self) -> list[tuple[int, Bars]]:
        """Which bars stand in it, each with the number of its mark?"""
        return [(at, mark) for at, mark in self._marks() if isinstance(mark, Bars)]

    @property
    def lines(self) -> list[tuple[int, Points | Interval]]:
        """Which lines, points and intervals?"""
        return [(at, mark) for at, mark in self._marks() if isinstance(mark, Points | Interval)]

    @property
    def rules(self) -> list[tuple[int, Rule]]:
        """Which lines across it? One across the whole chart is no panel's."""
        return [
            (at, mark)
            for at, mark in self._marks()
            if isinstance(mark, Rule) and not isinstance(mark.y[0], Whole)
        ]

    @property
    def labels(self) -> list[Label]:
        """Which labels? One that is placed on the whole chart alone is no panel's."""
        return [label for label in self.chart.labels if label.panel == self.number and not is_whole(label)]

    @property
    def lying(self) -> bool:
        """Do the bars lie?"""
        return any(mark.lying for _, mark in self.bars)

    @property
    def pieces(self) -> list[tuple[Of, Bars, Bar]]:
        """Which bars are there, one by one?"""
        return [(Of(at, item), mark, bar) for at, mark in self.bars for item, bar in enumerate(mark.bars)]

    def _marks(self) -> Iterator[tuple[int, Bars | Points | Interval | Rule]]:
        for at, mark in enumerate(self.chart.marks):
            if isinstance(mark, Bars | Points | Interval | Rule) and mark.panel == self.number:
                yield at, mark


def is_whole(label: Label) -> bool:
    """Is a label placed on the whole chart and on no axis of a panel?"""
    return isinstance(label.x, Whole) and isinstance(label.y, Whole)
