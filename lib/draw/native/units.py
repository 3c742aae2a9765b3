"""In which units the figures of a panel stand along its axes: what a person writes into the heads of columns."""

from __future__ import annotations

from collections.abc import Iterator

from lib.charts.spec import Points, Value
from lib.draw.native.plot import Plot
from lib.facts.derive import AMOUNTS
from lib.facts.fact import Fact
from lib.words.numbers import SCALE_WORDS
from lib.words.scales import unit_name
from lib.words.speak import Words


def units(plot: Plot, words: Words) -> tuple[str, str]:
    """In which unit are the figures along x, and along y? "" where not all stand along it, or in several units."""
    found = {(_unit(fact, x, words), _unit(fact, y, words)) for fact, x, y in _figures(plot)} - {("", "")}
    across, along = ({pair[axis] for pair in found} for axis in (0, 1))
    return across.pop() if len(across) == 1 else "", along.pop() if len(along) == 1 else ""


def _figures(plot: Plot) -> Iterator[tuple[Fact, Value | None, Value | None]]:
    """Each figure that is drawn, with its places along x and y; along which of them it is a number is not said."""
    for _, bars, bar in plot.pieces:
        if bar.fact:
            yield (bar.fact, bar.length, None) if bars.lying else (bar.fact, None, bar.length)
    for _, mark in plot.lines:
        if isinstance(mark, Points):
            yield from ((point.fact, point.x, point.y) for point in mark.points if point.fact)


def _unit(fact: Fact, place: Value | None, words: Words) -> str:
    """In which unit is a figure just there? Blank where it is not."""
    if fact.unit not in AMOUNTS:
        return words(f"unit.{fact.unit}") if fact.at(0) == place else ""
    scales = (scale for scale in SCALE_WORDS[words.lang] if fact.at(scale) == place)
    return next((unit_name(fact.unit, scale, words.lang) for scale in scales), "")
