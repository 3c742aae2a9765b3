"""What the series of a chart are called in its data sheet: as the figure calls them, else by their label or look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lib.draw.model import BarSeries, Lines, Points
from lib.draw.text import plain
from lib.words.speak import Words


def bar_name(series: BarSeries, words: Words) -> str:
    """What is a series of bars called?"""
    shown = [bar for bar in series.bars if bar and bar.value is not None]
    if series.name or not shown:
        return series.name
    said = [
        plain(bar.label.lines) if len(shown) == 1 else plain(bar.label.lines[:1])
        for bar in shown
        if bar.label and not bar.label.apart
    ]
    if len(said) == len(shown) and len(set(said)) == 1:
        return said[0]
    if all(bar.fill and bar.fill.hatched for bar in shown):
        return words("briefing.native.hatched")
    return words("briefing.native.value")


def named(lines: Sequence[Points], texts: Sequence[list[Lines]], words: Words) -> tuple[Points, ...]:
    """How are lines and points called? `texts` is for each what stands beside it; a point's text is no line's."""
    of_points = [text for line, own in zip(lines, texts, strict=True) if len(set(line.x)) < 2 for text in own]
    found = []
    for line, own in zip(lines, texts, strict=True):
        several = len(line.x) > 2
        free = [text for text in own if not several or text not in of_points]
        found.append(replace(line, name=line.name or (plain(free[0]) if free else _by_look(line, words))))
    return tuple(found)


def _by_look(points: Points, words: Words) -> str:
    if points.stroke is None:
        return words("briefing.native.point")
    return words("briefing.native.line" if points.stroke.dash == "solid" else "briefing.native.path")
