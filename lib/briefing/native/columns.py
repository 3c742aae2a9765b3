"""The numbers of a chart as columns with heads, the same in every workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from lib.draw.model import Bar, Bars, BarSeries, Points
from lib.words.speak import Words

Column: TypeAlias = tuple[str, Sequence[float | str | None]]


def bar_columns(bars: Bars, words: Words) -> list[Column]:
    """Which columns hold bars? The categories, then each series, followed by its whiskers if it has any."""
    columns: list[Column] = [(words("briefing.native.category"), bars.categories)]
    for series in bars.series:
        columns.append((series.name, _each(series, lambda bar: bar.value)))
        if series.whisker:
            columns += _reach(
                series.name, _each(series, lambda bar: bar.less), _each(series, lambda bar: bar.more), words
            )
    return columns


def point_columns(points: Points, words: Words, *, pixel: float) -> list[Column]:
    """Which columns hold a line? x and y, then its whiskers; `pixel` is the length of one on the y axis."""
    columns: list[Column] = [
        (words("briefing.native.x", name=points.name), points.x),
        (points.name, points.y),
    ]
    if points.more:
        columns += _reach(points.name, points.less, points.more, words)
    elif points.tick:
        half = [points.tick / 2 * pixel] * len(points.x)
        columns += _reach(points.name, half, half, words)
    return columns


def _reach(
    name: str, less: Sequence[float | None], more: Sequence[float | None], words: Words
) -> list[Column]:
    return [
        (words("briefing.native.less", name=name), less),
        (words("briefing.native.more", name=name), more),
    ]


def _each(series: BarSeries, read: Callable[[Bar], float | None]) -> list[float | None]:
    return [read(bar) if bar else None for bar in series.bars]
