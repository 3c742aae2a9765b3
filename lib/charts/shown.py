"""A figure as a bar or as a point, with what it says when pointed at."""

from __future__ import annotations

from typing import Any

from lib.charts.labels import hover
from lib.charts.spec import Bar, Fill, Point, Value
from lib.facts.fact import Fact
from lib.words.speak import Words


def bar_of(
    place: Value,
    fact: Fact,
    fill: Fill,
    words: Words,
    scale: int | None = None,
    *,
    name: str = "",
    **more: Any,
) -> Bar:
    """Which bar shows a figure? `name` is what it says first, `scale` none for a share or a count."""
    said = hover(fact, words, scale)
    return Bar(place, fact.at(scale or 0), fill, fact, hover=f"{name}<br>{said}" if name else said, **more)


def point_of(x: Value, fact: Fact, words: Words, scale: int | None = None, **more: Any) -> Point:
    """Which point shows a figure, at this place across?"""
    return Point(x, fact.at(scale or 0), fact, hover(fact, words, scale), **more)
