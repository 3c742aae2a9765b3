"""Makes a chart hold whatever comes: as many years, as long names, on a phone as on a wide screen.

A chart is drawn once and shown in any width, so what it writes has to fit the narrowest. Marks all stay; of their
labels, and of the years on an axis, only as many as have room.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lib.charts.extent import NARROWEST, height_of, width_of, wrapped
from lib.charts.spec import Axis, Bar, Bars, Chart, Label, Points, Value, Whole
from lib.charts.years import every
from lib.draw.room import TICKS, along, plot_width

APART, BETWEEN = 7, 2
_AROUND, _MOST = 14, 0.75
"""Pixels around the text at the end of a bar; the part of a panel beyond which no room is made for a text."""


def fit(chart: Chart) -> Chart:
    """Thins labels and ticks, wraps names, and makes room for labels at the ends of bars.

    Panels of one scale keep one scale.
    """
    rooms = [plot_width(chart, NARROWEST) * (panel.right - panel.left) for panel in chart.panels]
    labels, height = list(chart.labels), chart.height
    for number, room in enumerate(rooms):
        broken = [_wrapped(one, number, room) for one in labels]
        height = round(height + sum(map(_height, broken)) - sum(map(_height, labels)))
        labels = broken
    marks = tuple(
        _thinned(mark, chart.panels[mark.panel].x, rooms[mark.panel]) if isinstance(mark, Bars) else mark
        for mark in chart.marks
    )
    found = replace(chart, marks=marks, labels=tuple(labels), height=height)
    roomy = [_roomy(found, number, room) for number, room in enumerate(rooms)]
    panels = [
        replace(
            panel,
            x=_thin_ticks(replace(panel.x, ends=_widest(chart, roomy, panel.x)), panel.x, room),
            y=_broken(panel.y),
        )
        for panel, room in zip(chart.panels, rooms, strict=True)
    ]
    return replace(found, panels=tuple(panels))


def _height(label: Label) -> float:
    return height_of(label.text, label.size)


def _wrapped(label: Label, panel: int, room: float) -> Label:
    """Breaks what is too long for a phone into lines. What has two sizes was broken by its chart."""
    elsewhere = label.panel != panel and not isinstance(label.x, Whole)
    if elsewhere or label.upright or "font-size" in label.text:
        return label
    text = wrapped(label.text, room - abs(label.dx) - 4, label.size)
    if text == label.text:
        return label
    return replace(label, text=text, align=label.align or ("left" if label.across == "left" else "center"))


def _thin_ticks(axis: Axis, given: Axis, room: float) -> Axis:
    """Names years evenly skipped, the last one always. How wide they stand apart is told by the axis as `given`."""
    values = _ticks(given)
    if not values:
        return axis
    texts = dict(zip(values, axis.names or map(str, values), strict=True))
    widest = max(width_of(text, TICKS) for text in texts.values()) + APART
    most = max(int(room // widest), 1)
    kept = [value for value in every(values, most) if _is_inside(value, values, given, room, widest)]
    if kept == values:
        return axis
    return replace(axis, ticks=tuple(kept), names=tuple(texts[value] for value in kept) if axis.names else ())


def _ticks(axis: Axis) -> list[Value]:
    if not axis.shown or not axis.named:
        return []
    if axis.ticks:
        return list(axis.ticks)
    if axis.categories:
        return list(axis.categories)
    if axis.step == 1 and axis.ends:
        first, last = (float(end) for end in axis.ends if isinstance(end, int | float))
        return [year for year in range(round(first), round(last) + 1) if first <= year <= last]
    return []


def _is_inside(value: Value, values: list[Value], axis: Axis, room: float, widest: float) -> bool:
    """Does the name of a tick stand clear of the upright axis and its numbers?"""
    at = along(value, axis) if axis.ends and isinstance(value, int | float) else None
    if at is None:
        at = (values.index(value) + 0.5) / len(values)
    return at * room > widest / 2 - APART


def _thinned(bars: Bars, axis: Axis, room: float) -> Bars:
    """Leaves as many upright bars their text as have room, the last one always."""
    if bars.lying or bars.where != "end":
        return bars
    left, kept = float("inf"), list(bars.bars)
    for place, bar in reversed(list(enumerate(bars.bars))):
        half = width_of(bar.text, bars.size) / 2
        middle = _middle(bar, place, len(kept), axis) * room
        if bar.text and middle + half + BETWEEN <= left:
            left = middle - half
        else:
            kept[place] = replace(bar, text="")
    return replace(bars, bars=tuple(kept))


def _middle(bar: Bar, place: int, count: int, axis: Axis) -> float:
    """Which part of the panel is left of the middle of a bar?"""
    at = along(bar.place, axis) if axis.ends and isinstance(bar.place, int | float) else None
    return (place + 0.5) / count if at is None else at


def _roomy(chart: Chart, panel: int, room: float) -> Axis:
    """Ends a hidden axis far enough to the right for what stands at the ends of bars."""
    axis = chart.panels[panel].x
    if axis.shown or axis.ends is None:
        return axis
    first, last = axis.ends
    assert isinstance(first, int | float)
    assert isinstance(last, int | float)
    for x, wide in _reaching(chart, panel):
        if isinstance(x, int | float) and first < x and wide < room * _MOST:
            last = max(last, first + (x - first) * room / (room - wide))
    return replace(axis, ends=(first, last))


def _reaching(chart: Chart, panel: int) -> Iterator[tuple[object, float]]:
    """From where and how wide does each text reach to the right?"""
    for label in chart.labels:
        if label.panel == panel and label.across == "left":
            yield label.x, width_of(label.text, label.size) + label.dx
    for mark in chart.marks:
        if isinstance(mark, Bars) and mark.panel == panel and mark.lying and mark.where == "end":
            yield from ((bar.end, width_of(bar.text) + _AROUND) for bar in mark.bars if bar.text)
        elif isinstance(mark, Points) and mark.panel == panel:
            yield from ((point.x, width_of(point.text) + _AROUND) for point in mark.points if point.text)


def _widest(chart: Chart, roomy: list[Axis], axis: Axis) -> tuple[Value, Value] | None:
    """How far does an axis reach with those that began with the same ends?"""
    alike = [
        new.ends
        for panel, new in zip(chart.panels, roomy, strict=True)
        if panel.x.ends == axis.ends and new.ends
    ]
    return max(alike, key=lambda ends: ends[1]) if alike else None


def _broken(axis: Axis) -> Axis:
    """Breaks long names beside bars into lines of at most a third of a phone."""
    names = axis.categories
    if not any(width_of(name, TICKS) > NARROWEST / 3 for name in names):
        return axis
    return replace(axis, ticks=names, names=tuple(wrapped(name, NARROWEST / 3, TICKS) for name in names))
