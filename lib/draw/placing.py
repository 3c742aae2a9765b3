"""Moves texts that would lie over each other or over the edge, on a phone or on a wide screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from lib.charts.extent import LINE, NARROWEST, WIDEST, height_of, width_of
from lib.charts.spec import Bars, Chart, Label, Whole
from lib.draw.room import across, down

STEPS = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8)
"""How many half lines up or down a text may move, the nearest first."""
APART, BESIDE, BELOW, AT_BAR = 3, 2, 2, 3
"""In pixels: between texts, how far a text may stand out of its panel, and from a bar to its text."""


class Box(NamedTuple):
    """A text on a chart of one width, in pixels from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def over(self, other: Box) -> bool:
        """Do two texts lie over each other?"""
        return (
            self.left < other.right + APART
            and other.left < self.right + APART
            and self.top < other.bottom + APART
            and other.top < self.bottom + APART
        )


def place(chart: Chart) -> Chart:
    """Gives each text the nearest place where nothing that was written before is in its way.

    One that may be left out, since it is told elsewhere as well, is where there is no such place.
    """
    widths = (NARROWEST, WIDEST)
    taken: dict[int, list[Box]] = {width: list(_bar_texts(chart, width)) for width in widths}
    placed = []
    for label in chart.labels:
        if "font-size" in label.text:
            placed.append(label)  # of two sizes: its chart has made room for it
            continue
        cost, moved = _best(label, taken, chart)
        if cost and label.optional:
            continue
        placed.append(moved)
        for width in widths:
            if box := box_of(moved, chart, width):
                taken[width].append(box)
    return replace(chart, labels=tuple(placed))


def _best(label: Label, taken: Mapping[int, list[Box]], chart: Chart) -> tuple[int, Label]:
    """The first place where nothing is in the way, or else the first of those where the least is; and how much."""
    least: tuple[int, Label] | None = None
    for moved in _moves(label):
        cost = _cost(moved, taken, chart)
        if least is None or cost < least[0]:
            least = cost, moved
        if not cost:
            break
    assert least, "a text may always stay where it is"
    return least


def _moves(label: Label) -> Iterator[Label]:
    """Where else may a text stand? Anchored otherwise, or some half lines up or down."""
    sides = ("center", "left", "right") if label.across == "center" else (label.across,)
    for step in STEPS:
        for side in sides:
            yield replace(label, across=side, up=label.up + step * label.size * LINE / 2)


def _cost(label: Label, taken: Mapping[int, list[Box]], chart: Chart) -> int:
    """How many texts are in the way, and how far does it reach over the edge, in all widths?"""
    cost = 0
    for width, boxes in taken.items():
        box = box_of(label, chart, width)
        if box is None:
            continue
        panel = _panel(label, chart, width)
        cost += 2 * sum(map(box.over, boxes))
        cost += (box.left < panel.left) + (box.right > width) + (box.top < 0) + (box.bottom > panel.bottom)
    return cost


def box_of(label: Label, chart: Chart, width: float) -> Box | None:
    """Where does a text stand on a chart of this width? None where that is not known beforehand."""
    x, y = across(label.x, label, chart, width), down(label.y, label, chart)
    if x is None or y is None:
        return None
    wide, high = width_of(label.text, label.size), height_of(label.text, label.size)
    if label.upright:
        wide, high = high, wide
    left = x + label.dx - wide * {"left": 0.0, "right": 1.0}.get(label.across, 0.5)
    top = y - label.up - high * {"top": 0.0, "bottom": 1.0}.get(label.along, 0.5)
    return Box(left, top, left + wide, top + high)


def _panel(label: Label, chart: Chart, width: float) -> Box:
    """What may a text not leave? To the left and below stand the numbers of its axes."""
    panel = chart.panels[label.panel]
    left = across(Whole(panel.left), label, chart, width) or 0.0
    floor = chart.height
    if chart.panels[0].x.shown and not isinstance(label.y, Whole):
        floor = down(Whole(panel.bottom), label, chart) or 0.0
    return Box(left - BESIDE if chart.panels[0].y.shown else 0.0, 0.0, width, floor + BELOW)


def _bar_texts(chart: Chart, width: float) -> Iterator[Box]:
    """The labels of bars, over upright ones and at the ends of lying ones."""
    for mark in chart.marks:
        if not isinstance(mark, Bars) or mark.where != "end":
            continue
        for bar in mark.bars:
            if not bar.text or bar.length is None:
                continue
            if mark.lying:
                label = Label(bar.text, bar.end, bar.place, "", across="left", dx=AT_BAR, panel=mark.panel)
            else:
                label = Label(bar.text, bar.place, bar.end, "", along="bottom", up=AT_BAR, panel=mark.panel)
            if box := box_of(label, chart, width):
                yield box
