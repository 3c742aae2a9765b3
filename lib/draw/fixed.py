"""Which axes of numbers end where a chart says, and why: all others end where its numbers ask for it, edited or not."""

from __future__ import annotations

import math
from typing import Literal, TypeAlias

from lib.draw.model import Axis, Drawing, Label, Panel, Points

Side: TypeAlias = Literal["x", "y"]
SIDES: tuple[Side, Side] = ("x", "y")
Why: TypeAlias = Literal["", "share", "places", "behind", "alike", "among"]
"""Why does an axis end where it ends?

- `share`: a share ends at 100 %
- `places`: it counts years, days, rows or bars, and no figure stands along it
- `behind`: bars, and points or lines behind them, are charts of their own, each with its own numbers, on one scale,
  such as the lines to labels of stacked rows
- `alike`: panels of one scale are charts of their own as well, and not all of one size
- `among`: a text that no mark carries, or one that stands apart from the middle of its bar, stands at a number
- blank: nothing goes by it, and it is automatic
"""

_ALIKE = 0.02


def why_fixed(panel: Panel, drawing: Drawing, side: Side) -> Why:
    """Why does an axis of a panel end where it ends? Blank for one that is automatic."""
    why = _why_alone(panel, drawing, side)
    alike = [other for other in drawing.panels if other is not panel and _is_alike(panel, other, side)]
    bound = any(not _is_twin(panel, other, side) or _why_alone(other, drawing, side) for other in alike)
    return "alike" if bound and not why else why


def _why_alone(panel: Panel, drawing: Drawing, side: Side) -> Why:
    """Why would it end there if there were no other panel?"""
    axis = panel.x if side == "x" else panel.y
    if _counts_places(panel, side):
        return "places"
    if "%" in axis.form and axis.high >= 100:
        return "share"
    if panel.bars and panel.points:
        return "behind"
    return "among" if _is_among(panel, drawing, side) else ""


def is_shared(panel: Panel, drawing: Drawing, side: Side) -> bool:
    """Do further panels of the same size show their numbers on the same axis?"""
    return any(_is_twin(panel, other, side) for other in drawing.panels if other is not panel)


def _is_twin(panel: Panel, other: Panel, side: str) -> bool:
    """Is an axis of another panel just as long, does it end at the same numbers, and has each room for a longer bar?"""
    if any(found.bars and (found.bars.ends or found.bars.overlap < 100) for found in (panel, other)):
        return False
    one, two = (panel.x, other.x) if side == "x" else (panel.y, other.y)
    same = math.isclose(one.low, two.low) and math.isclose(one.high, two.high)
    return same and _is_alike(panel, other, side)


def _counts_places(panel: Panel, side: str) -> bool:
    if panel.bars:
        return panel.bars.horizontal == (side == "y")
    axis = panel.x if side == "x" else panel.y
    return bool(axis.ticks) or not (axis.shown or axis.unit)


def _is_alike(panel: Panel, other: Panel, side: str) -> bool:
    """Is a number as long on both axes?"""
    if side == "x":
        one, two = panel.x, other.x
        parts = panel.right - panel.left, other.right - other.left
    else:
        one, two = panel.y, other.y
        parts = panel.bottom - panel.top, other.bottom - other.top
    if one.unit != two.unit:
        return False
    return math.isclose((one.high - one.low) / parts[0], (two.high - two.low) / parts[1], rel_tol=_ALIKE)


def _is_among(panel: Panel, drawing: Drawing, side: str) -> bool:
    inside = [
        note
        for note in drawing.notes
        if panel.top <= note.y <= panel.bottom and panel.left <= note.x <= panel.right
    ]
    return any(side in note.at for note in inside) or any(_is_moved(label, side) for label in _on_bars(panel))


def _on_bars(panel: Panel) -> list[Label]:
    """The labels of bars; those of points stand near them on any scale."""
    bars = [bar for series in panel.bars.series for bar in series.bars if bar] if panel.bars else []
    return [bar.label for bar in bars if bar.label]


def _is_moved(label: Label, side: str) -> bool:
    """Does a label stand apart from its mark by a part of the axis?"""
    if label.apart is None:
        return False
    return abs(label.apart.x if side == "x" else label.apart.y) > 1e-6


def runs_across(points: Points, axis: Axis, side: Side) -> bool:
    """Does a line run over the whole panel, from one end of the axis to the other?"""
    found = points.x if side == "x" else points.y
    return axis.low in found and axis.high in found
